// converters/records/structured_text.h: YAML as JSON values, and the block of front matter at the
// start of a text.
#pragma once

#include <optional>
#include <string_view>

#include "converters/common/json.h"
#include "core/base/result.h"

namespace pressmark::records {

// The largest YAML text that is read: front matter has some kilobytes.
inline constexpr std::size_t most_yaml_octets = std::size_t{1} << 20;

// An object whose values are strings, arrays, objects and nulls: numbers, dates and truth values as
// they are written. Fails with ErrorKind::unrecognised for text that is no YAML 1.2 mapping, naming
// the line, and with ErrorKind::limit for a text over most_yaml_octets. Aliases are refused: a
// record needs none.
Result<OrderedJson> yaml_to_json(std::string_view text);

struct FrontMatterBlock {
  enum class Language { yaml, toml } language;
  std::string_view text;   // between its marks
  std::size_t octets = 0;  // of the block with its marks: what follows it begins there
};

// The block at the start of a text: between lines "---" (closed also by "...") or "+++". Absent
// where the text does not begin with such a line, or no line closes it.
std::optional<FrontMatterBlock> find_front_matter(std::string_view text);

}  // namespace pressmark::records
