#include "converters/common/xml_reader.h"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <climits>
#include <memory>

#include "converters/common/encoding.h"
#include "converters/common/xml_scanner.h"
#include "core/base/utf8.h"

namespace pressmark {
namespace {

const std::string no_value;

// The first error's words; libxml2 prints nothing when a handler is set.
struct ParseFailure {
  std::string message;
  int line = 0;
};

void note_error(void* target, xmlErrorPtr error) {
  auto& failure = *static_cast<ParseFailure*>(target);
  if (!failure.message.empty() || error->level < XML_ERR_ERROR) return;
  failure.message = error->message == nullptr ? "damaged" : utf8::to_text(error->message);
  while (failure.message.ends_with('\n')) failure.message.pop_back();
  failure.line = error->line;
}

std::string text_of(const xmlChar* value) {
  return value == nullptr ? std::string{} : utf8::to_text(reinterpret_cast<const char*>(value));
}

class TreeBuilder {
 public:
  TreeBuilder(xmlTextReaderPtr reader, const Limits& limits, int depth)
      : reader_(reader), limits_(limits), most_depth_(depth) {}

  // Takes the node that the reader is at; an error sentence where a limit is exceeded.
  const char* take() {
    switch (xmlTextReaderNodeType(reader_)) {
      case XML_READER_TYPE_ELEMENT:
        return start();
      case XML_READER_TYPE_END_ELEMENT:
        end();
        return nullptr;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      case XML_READER_TYPE_WHITESPACE:
        return text();
      default:
        return nullptr;
    }
  }

  XmlNode take_root() { return std::move(root_); }

 private:
  const char* start() {
    if (static_cast<int>(open_.size()) >= most_depth_) return "elements nest too deep";
    if (++nodes_ > limits_.nodes) return "it has too many elements";
    XmlNode element;
    element.name = text_of(xmlTextReaderConstLocalName(reader_));
    element.name_space = text_of(xmlTextReaderConstNamespaceUri(reader_));
    element.from.line = xmlTextReaderGetParserLineNumber(reader_);
    const bool empty = xmlTextReaderIsEmptyElement(reader_) == 1;
    while (xmlTextReaderMoveToNextAttribute(reader_) == 1) {
      element.attributes.emplace_back(text_of(xmlTextReaderConstName(reader_)),
                                      text_of(xmlTextReaderConstValue(reader_)));
    }
    XmlNode* place = &root_;
    if (open_.empty()) {
      root_ = std::move(element);
    } else {
      // Only the innermost open element grows, so pointers to the open ones stay good.
      open_.back()->children.push_back(std::move(element));
      place = &open_.back()->children.back();
    }
    open_.push_back(place);
    if (empty) end();
    return nullptr;
  }

  void end() {
    if (!open_.empty()) open_.pop_back();
  }

  const char* text() {
    if (open_.empty()) return nullptr;
    std::vector<XmlNode>& siblings = open_.back()->children;
    if (siblings.empty() || !siblings.back().is_text()) {
      if (++nodes_ > limits_.nodes) return "it has too many elements";
      siblings.emplace_back();
      siblings.back().from.line = xmlTextReaderGetParserLineNumber(reader_);
    }
    siblings.back().text += text_of(xmlTextReaderConstValue(reader_));
    return nullptr;
  }

  xmlTextReaderPtr reader_;
  const Limits& limits_;
  int most_depth_;
  std::size_t nodes_ = 0;
  XmlNode root_;
  std::vector<XmlNode*> open_;
};

}  // namespace

const std::string& XmlNode::attribute(std::string_view qualified_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == qualified_name) return value;
  }
  return no_value;
}

bool XmlNode::has(std::string_view qualified_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == qualified_name) return true;
  }
  return false;
}

const XmlNode* XmlNode::child(std::string_view element) const {
  for (const XmlNode& node : children) {
    if (node.name == element) return &node;
  }
  return nullptr;
}

std::string XmlNode::all_text() const {
  if (is_text()) return text;
  std::string all;
  for (const XmlNode& node : children) all += node.all_text();
  return all;
}

Result<XmlNode> read_xml(std::string_view octets, const Limits& limits, int depth) {
  if (octets.size() > limits.input_bytes || octets.size() > INT_MAX / 4) {
    return Error(ErrorKind::limit, "the XML text has " + std::to_string(octets.size()) + " bytes");
  }
  const DecodedText decoded = decode_text(octets, "", declared_xml_encoding(octets));
  // Entities in attribute values are always expanded, each perhaps to many others: none is taken.
  if (decoded.text.find("<!DOCTYPE") != std::string::npos &&
      decoded.text.find("<!ENTITY") != std::string::npos) {
    return Error(ErrorKind::unrecognised, "the XML text declares entities, which are not read",
                 "resolve them first, for example with 'xmllint --noent'");
  }
  // The text is UTF-8 now, whatever its declaration says; libxml2 would believe the declaration.
  std::string_view text = decoded.text;
  if (text.starts_with("<?xml")) {
    text.remove_prefix(std::min(text.find("?>"), text.size() - 2) + 2);
  }
  // XML_PARSE_NOENT is not set: references to declared entities stay references and are left out.
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_HUGE;
  const std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> reader(
      xmlReaderForMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", options),
      xmlFreeTextReader);
  if (!reader) return Error(ErrorKind::internal, "libxml2 gives no reader");
  ParseFailure failure;
  xmlTextReaderSetStructuredErrorHandler(reader.get(), note_error, &failure);
  TreeBuilder builder(reader.get(), limits, depth);
  int state = 0;
  while ((state = xmlTextReaderRead(reader.get())) == 1) {
    if (const char* exceeded = builder.take()) {
      return Error(ErrorKind::limit, std::string("the XML text is too large: ") + exceeded);
    }
  }
  if (state != 0) {
    const std::string words = failure.message.empty() ? "damaged" : failure.message;
    return Error(ErrorKind::unrecognised,
                 "this is not XML: line " + std::to_string(failure.line) + ": " + words);
  }
  return builder.take_root();
}

}  // namespace pressmark
