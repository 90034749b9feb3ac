// converters/common/xml_reader.h: reads XML 1.0 into a plain tree, safely: no network, no external
// or declared entities, bounded depth and size. libxml2 stays in the .cpp.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/location.h"
#include "core/base/result.h"
#include "core/pipeline/context.h"

namespace pressmark {

// An element, or a run of text: then `name` is empty.
struct XmlNode {
  std::string name;  // without its prefix
  std::string name_space;
  std::string text;  // valid text (core/base/utf8.h), CDATA sections included
  // By qualified name ("xml:id"), in document order.
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlNode> children;
  Location from;  // line only

  bool is_text() const { return name.empty(); }
  // The value, or the empty string where there is no such attribute.
  const std::string& attribute(std::string_view qualified_name) const;
  bool has(std::string_view qualified_name) const;
  // The first child element of that name; null where there is none.
  const XmlNode* child(std::string_view element) const;
  // All text inside, in order.
  std::string all_text() const;
};

// The root element. Comments and processing instructions are passed over; references to entities
// that XML does not predefine are left out. Fails with ErrorKind::unrecognised for text that is not
// well-formed, naming the line, and with ErrorKind::limit beyond Limits::input_bytes, `depth` open
// elements or Limits::nodes nodes.
Result<XmlNode> read_xml(std::string_view octets, const Limits& limits, int depth);

}  // namespace pressmark
