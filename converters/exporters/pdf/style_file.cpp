#include "converters/exporters/pdf/style_file.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "converters/common/toml.h"

namespace pressmark::pdf {
namespace {

std::string option_text(std::string written) {
  if (written == "true") return "yes";
  if (written == "false") return "no";
  return written;
}

// Absent for tables and what holds them.
std::optional<std::string> option_text(const OrderedJson& value) {
  if (value.is_string()) return option_text(value.get<std::string>());
  if (!value.is_array()) return std::nullopt;
  std::string joined;
  for (const OrderedJson& item : value) {
    if (!item.is_string()) return std::nullopt;
    if (!joined.empty()) joined += ' ';
    joined += item.get<std::string>();
  }
  return joined;
}

std::string names_of(const std::vector<Option>& options) {
  std::string names;
  for (const Option& option : options) {
    if (option.key == style_option) continue;
    if (!names.empty()) names += ", ";
    names += option.key;
  }
  return names;
}

}  // namespace

Result<StyleFile> read_style_file(const std::string& name, const std::vector<Option>& options,
                                  Environment& environment) {
  const Result<Bytes> text = environment.read(name);
  if (!text) return text.error();
  const Result<std::vector<TomlEntry>> entries = toml_entries(*text);
  if (!entries) {
    return Error(ErrorKind::usage, name + ": " + entries.error().message(),
                 "write one key = value on a line, words and lengths in quotation marks");
  }
  StyleFile file;
  for (const TomlEntry& entry : *entries) {
    std::string place = name + ":" + std::to_string(entry.line);
    const bool is_known = entry.key != style_option &&
                          std::ranges::find(options, entry.key, &Option::key) != options.end();
    if (!is_known) {
      return Error(ErrorKind::usage, place + ": a style has no key '" + entry.key + "'",
                   "its keys are " + names_of(options));
    }
    std::optional<std::string> value = option_text(entry.value);
    if (!value) {
      return Error(ErrorKind::usage, place + ": the value of '" + entry.key + "' is a table",
                   "give a string, a number, true, false, or a list of them");
    }
    file.values[entry.key] = std::move(*value);
    file.places[entry.key] = std::move(place);
  }
  return file;
}

}  // namespace pressmark::pdf
