// converters/common/toml.h: TOML 1.0 as JSON values, for front matter and style files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "converters/common/json.h"
#include "core/base/result.h"

namespace pressmark {

// The largest TOML text that is read: settings and front matter have some kilobytes.
inline constexpr std::size_t most_toml_octets = std::size_t{1} << 20;

// One "key = value" or table of a text's outermost level.
struct TomlEntry {
  std::string key;
  OrderedJson value;  // strings, arrays, objects and nulls: numbers, dates, truth as written
  int line = 0;       // of the value, from 1
};

// The entries of the outermost level, by key. Fails with ErrorKind::unrecognised for text that is
// no TOML, naming the line, and with ErrorKind::limit for a text over most_toml_octets.
Result<std::vector<TomlEntry>> toml_entries(std::string_view text);

// The same as one object.
Result<OrderedJson> toml_to_json(std::string_view text);

}  // namespace pressmark
