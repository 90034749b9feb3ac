#include "converters/exporters/jats/jats.h"

#include "converters/exporters/jats/article_writer.h"
#include "converters/exporters/jats/front.h"

namespace pressmark::jats {
namespace {

constexpr std::string_view doctype =
    "article PUBLIC \"-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3 "
    "20210610//EN\" \"JATS-archivearticle1-3.dtd\"";

}  // namespace

// The dateline begins the first paragraph: JATS has no element for it.
void ArticleWriter::write() {
  xml_.start("article");
  xml_.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
  xml_.attribute("xmlns:mml", "http://www.w3.org/1998/Math/MathML");
  xml_.attribute("article-type", article_type(article_.metadata.type));
  xml_.attribute("dtd-version", "1.3");
  xml_.attribute_if("xml:lang", article_.language);
  write_front(xml_, article_,
              {[this](const Inlines& line) { inlines(line, Content::title); },
               [this](const Inlines& line) { marks(line); }});
  xml_.line().start("body").line();
  Blocks with_dateline;
  if (!article_.front.dateline.empty()) {
    with_dateline = article_.body;
    auto* first = with_dateline.empty() ? nullptr : std::get_if<Paragraph>(&with_dateline[0].node);
    if (first == nullptr) {
      with_dateline.insert(with_dateline.begin(), paragraph(article_.front.dateline));
    } else {
      Inlines line = article_.front.dateline;
      line.push_back(text(" "));
      line.insert(line.end(), first->children.begin(), first->children.end());
      first->children = std::move(line);
    }
  }
  section(sections(with_dateline.empty() ? article_.body : with_dateline));
  xml_.end_line();
  notes();
  xml_.end_line();
}

Result<Bytes> export_jats(const Document& article, Context& context) {
  XmlWriter xml;
  xml.doctype(doctype);
  ArticleWriter(xml, article, context.diagnostics).write();
  return xml.finish();
}

}  // namespace pressmark::jats
