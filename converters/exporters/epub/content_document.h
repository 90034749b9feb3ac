// converters/exporters/epub/content_document.h: the frame of an XHTML content document.
#pragma once

#include <string>

#include "converters/common/xml_writer.h"
#include "core/model/node.h"

namespace pressmark::epub {

struct Frame {
  std::string title;
  std::string language;  // empty: not known
  Direction direction = Direction::left_to_right;
};

// The document up to the end of its head (EPUB 3.3, 6.1); the root element stays open.
void begin_document(XmlWriter& out, const Frame& frame);

}  // namespace pressmark::epub
