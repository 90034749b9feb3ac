// converters/common/xml_writer.h: writes XML 1.0 in UTF-8; XML is never joined from strings.
//
// Elements, attributes and text are escaped and kept well-formed by construction. Nothing is
// indented unless asked for, so white space in mixed content stays as the caller wrote it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark {

// Attributes in the order given; no name twice.
class XmlWriter {
 public:
  // Starts with the XML declaration (version 1.0, UTF-8) when `declaration` is yes.
  enum class Declaration { yes, no };
  explicit XmlWriter(Declaration declaration = Declaration::yes);

  // A document type declaration or other markup that must follow the XML declaration as it is.
  XmlWriter& doctype(std::string_view name);

  XmlWriter& start(std::string_view element);
  // Valid directly after start(): adds an attribute to the open start tag.
  XmlWriter& attribute(std::string_view name, std::string_view value);
  // Adds it only where the value is not empty.
  XmlWriter& attribute_if(std::string_view name, std::string_view value);
  // Ends the innermost element; an element without content is written as an empty-element tag.
  XmlWriter& end();
  // Ends the innermost element with an end tag even where it is empty (XHTML read as HTML).
  XmlWriter& end_full();
  // Ends it on a line of its own, indented as its start was: behind children written by line().
  XmlWriter& end_line();
  XmlWriter& text(std::string_view content);
  // A serialised, well-formed piece that another part made by an XmlWriter or an XML parser.
  XmlWriter& raw(std::string_view markup);
  // Starts a new line and indents by two spaces for each open element. Only where the content model
  // has elements only.
  XmlWriter& line();

  // start, text, end.
  XmlWriter& element(std::string_view name, std::string_view content);

  // Names of the open elements, outermost first.
  const std::vector<std::string>& open() const { return open_; }
  // Ends what is open and returns the document, with a final line feed.
  Bytes finish();
  // The octets written so far, without ending anything, for pieces that go into raw().
  const Bytes& written();

 private:
  void close_start_tag();

  Bytes out_;
  std::vector<std::string> open_;
  bool in_start_tag_ = false;
};

// Text with &, <, > and, for attributes, quotation marks, tab and line feed escaped. Characters
// that XML 1.0 cannot hold are left out (the document model has none of them).
std::string xml_escape_text(std::string_view text);
std::string xml_escape_attribute(std::string_view text);

}  // namespace pressmark
