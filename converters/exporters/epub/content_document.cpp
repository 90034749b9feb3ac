#include "converters/exporters/epub/content_document.h"

#include "core/model/node_names.h"

namespace pressmark::epub {

void begin_document(XmlWriter& out, const Frame& frame) {
  out.doctype("html");
  out.start("html").attribute("xmlns", "http://www.w3.org/1999/xhtml");
  out.attribute("xmlns:epub", "http://www.idpf.org/2007/ops");
  // "und" says that the language is not known (BCP 47, 4.1); readers need some statement.
  const std::string language = frame.language.empty() ? "und" : frame.language;
  out.attribute("xml:lang", language).attribute("lang", language);
  out.attribute("dir", to_string(frame.direction));
  out.line().start("head");
  out.line().element("title", frame.title);
  out.line().start("link").attribute("rel", "stylesheet").attribute("type", "text/css");
  out.attribute("href", "style.css").end();
  out.end_line().text("\n");
}

}  // namespace pressmark::epub
