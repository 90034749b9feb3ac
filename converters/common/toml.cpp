#include "converters/common/toml.h"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <sstream>
#include <utility>

#include "core/base/utf8.h"

namespace pressmark {
namespace {

constexpr std::size_t deepest = 16;

template <class Value>
std::string written(const Value& value) {
  std::ostringstream stream;
  stream.imbue(std::locale::classic());
  stream << value;
  return stream.str();
}

OrderedJson json_of(const toml::node& node, std::size_t depth) {
  if (depth > deepest) return nullptr;
  if (const auto* table = node.as_table()) {
    OrderedJson object = OrderedJson::object();
    for (const auto& [key, value] : *table) {
      put(object, utf8::to_text(key.str()), json_of(value, depth + 1));
    }
    return object;
  }
  if (const auto* items = node.as_array()) {
    OrderedJson array = OrderedJson::array();
    for (const toml::node& item : *items) array.push_back(json_of(item, depth + 1));
    return array;
  }
  if (const auto* text = node.as_string()) return utf8::to_text(text->get());
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* truth = node.as_boolean()) return truth->get() ? "true" : "false";
  if (const auto* number = node.as_floating_point()) return written(number->get());
  if (const auto* date = node.as_date()) return written(date->get());
  if (const auto* time = node.as_time()) return written(time->get());
  if (const auto* moment = node.as_date_time()) return written(moment->get());
  return nullptr;
}

}  // namespace

Result<std::vector<TomlEntry>> toml_entries(std::string_view text) {
  if (text.size() > most_toml_octets) {
    return Error(ErrorKind::limit, "the TOML text has more than a mebibyte");
  }
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return Error(ErrorKind::unrecognised, "line " + std::to_string(error.source().begin.line) +
                                              " is no TOML: " + utf8::to_text(error.description()));
  }
  std::vector<TomlEntry> entries;
  for (const auto& [key, value] : parsed.table()) {
    entries.push_back(
        {utf8::to_text(key.str()), json_of(value, 1), static_cast<int>(value.source().begin.line)});
  }
  return entries;
}

Result<OrderedJson> toml_to_json(std::string_view text) {
  Result<std::vector<TomlEntry>> entries = toml_entries(text);
  if (!entries) return entries.error();
  OrderedJson object = OrderedJson::object();
  for (TomlEntry& entry : *entries) put(object, entry.key, std::move(entry.value));
  return object;
}

}  // namespace pressmark
