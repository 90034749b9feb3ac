// converters/exporters/jats/front.h: the citation record as JATS front matter.
#pragma once

#include <functional>

#include "converters/common/xml_writer.h"
#include "core/model/document.h"

namespace pressmark::jats {

// The values of article-type that the tag library suggests: "news", "research-article", ...
std::string_view article_type(ItemType type);

// What the front matter leaves to the writer of inlines.
struct LineWriters {
  std::function<void(const Inlines&)> title;  // inlines, into an open title
  std::function<void(const Inlines&)> marks;  // only the marks of their notes
};
// Writes the front element.
void write_front(XmlWriter& xml, const Document& article, const LineWriters& lines);

}  // namespace pressmark::jats
