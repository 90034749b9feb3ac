#include "converters/common/json.h"

namespace pressmark {
namespace {

// Depth and number of values, told without building anything: the library would build first.
struct Shape {
  int depth = 0;
  std::size_t values = 1;
};

Shape shape_of(std::string_view text, int most_depth) {
  Shape shape;
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++shape.values;
      shape.depth = std::max(shape.depth, ++depth);
      if (depth > most_depth) return shape;
    } else if (c == '}' || c == ']') {
      --depth;
    } else if (c == ',') {
      ++shape.values;
    }
  }
  return shape;
}

std::string place_of(std::string_view text, std::size_t octet) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i + 1 < octet && i < text.size(); ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else {
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace

Result<Json> parse_json(std::string_view text, const Limits& limits, int depth) {
  if (text.size() > limits.input_bytes) {
    return Error(ErrorKind::limit, "the JSON text has " + std::to_string(text.size()) + " bytes");
  }
  const Shape shape = shape_of(text, depth);
  if (shape.depth > depth) {
    return Error(ErrorKind::limit,
                 "the JSON text nests deeper than " + std::to_string(depth) + " levels");
  }
  if (shape.values / 4 > limits.nodes) {
    return Error(ErrorKind::limit, "the JSON text has more values than a document can have");
  }
  try {
    return Json::parse(text.begin(), text.end());
  } catch (const Json::parse_error& error) {
    return Error(ErrorKind::unrecognised, "this is not JSON: " + place_of(text, error.byte));
  } catch (const Json::exception&) {  // a number that no double can hold
    return Error(ErrorKind::unrecognised, "this is not JSON: a number is out of range");
  }
}

Bytes to_bytes(const OrderedJson& value, Layout layout) {
  return value.dump(layout == Layout::indented ? 2 : -1, ' ', false,
                    OrderedJson::error_handler_t::replace) +
         "\n";
}

}  // namespace pressmark
