// converters/records/structured_text.h: YAML and TOML as JSON values, for front matter.
#pragma once

#include <optional>
#include <string_view>

#include "converters/common/json.h"
#include "core/base/result.h"

namespace pressmark::records {

// The largest YAML or TOML text that is read: front matter has some kilobytes.
inline constexpr std::size_t most_structured_octets = std::size_t{1} << 20;

// Both give an object whose values are strings, arrays, objects and nulls: numbers, dates and
// truth values as they are written. They fail with ErrorKind::unrecognised for text that is no
// YAML 1.2 (TOML 1.0) mapping, naming the line, and with ErrorKind::limit for a text over
// most_structured_octets. YAML's aliases are refused: a record needs none.
Result<OrderedJson> yaml_to_json(std::string_view text);
Result<OrderedJson> toml_to_json(std::string_view text);

struct FrontMatterBlock {
  enum class Language { yaml, toml } language;
  std::string_view text;   // between its marks
  std::size_t octets = 0;  // of the block with its marks: what follows it begins there
};

// The block at the start of a text: between lines "---" (closed also by "...") or "+++". Absent
// where the text does not begin with such a line, or no line closes it.
std::optional<FrontMatterBlock> find_front_matter(std::string_view text);

}  // namespace pressmark::records
