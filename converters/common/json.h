// converters/common/json.h: the JSON library as converters use it: parsing that hostile input
// cannot exhaust, and writing in a fixed order.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "core/base/result.h"
#include "core/pipeline/context.h"

namespace pressmark {

// For reading: members by key, so that an object of a million members stays quick.
using Json = nlohmann::json;
// For writing: members in the order of their writing.
using OrderedJson = nlohmann::ordered_json;

// Parses RFC 8259 text (a UTF-8 byte order mark is passed over). Of two members of the same name
// the last counts. Fails with ErrorKind::unrecognised where it is not JSON, naming line and column,
// and with ErrorKind::limit for text over Limits::input_bytes, deeper than `depth` arrays and
// objects, or with more than four values for each of Limits::nodes.
Result<Json> parse_json(std::string_view text, const Limits& limits, int depth);

// Appends a member without looking for an earlier one of that name: the caller uses each name once.
template <class Value>
void put(OrderedJson& object, std::string_view key, Value&& value) {
  if (!object.is_object()) object = OrderedJson::object();
  object.get_ref<OrderedJson::object_t&>().emplace_back(std::string(key),
                                                        OrderedJson(std::forward<Value>(value)));
}
inline void put_if(OrderedJson& object, std::string_view key, std::string_view value) {
  if (!value.empty()) put(object, key, std::string(value));
}

enum class Layout { indented, compact };

// The text, indented by two spaces a level or on one line, with a final line feed. Octets that are
// no UTF-8 become U+FFFD.
Bytes to_bytes(const OrderedJson& value, Layout layout = Layout::indented);

}  // namespace pressmark
