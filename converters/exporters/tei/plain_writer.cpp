// The forms of level 3 of the Best Practices for TEI in Libraries, which has no elements for block
// quotations, speeches, code, breaks and lower headings: paragraphs, told apart by rend.
#include "converters/exporters/tei/text_writer.h"

namespace pressmark::tei {

void TextWriter::plain_paragraph(const Block& block, const char* rendering,
                                 const Inlines& children) {
  xml_.start("p").attribute("rend", rendering);
  wrapper(block);
  inlines(children, Content::paragraph);
  xml_.end();
}

void TextWriter::plain_quotation(const Block& block, const Quotation& node) {
  xml_.start("floatingText").attribute("type", node.pulled ? "pulled" : "quotation");
  wrapper(block);
  xml_.start("body").start("div");
  blocks(node.children, Inside::block);
  if (!node.attribution.empty()) {
    new_line().start("p").attribute("rend", "attribution");
    inlines(node.attribution, Content::paragraph);
    xml_.end();
  }
  xml_.end().end().end();
}

void TextWriter::plain_speech(const Block& block, const Speech& node) {
  reduced("speech", block.from);
  plain_paragraph(block, "speaker", node.speaker);
  blocks(node.children, Inside::block);
}

void TextWriter::plain_preformatted(const Block& block, const Preformatted& node) {
  xml_.start("p").attribute("rend", node.code ? "code" : "preformatted");
  wrapper(block);
  std::string_view rest = node.text;
  for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
    xml_.text(rest.substr(0, end)).start("lb").end();
    rest.remove_prefix(end + 1);
  }
  xml_.text(rest).end();
}

}  // namespace pressmark::tei
