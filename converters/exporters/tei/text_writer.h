// converters/exporters/tei/text_writer.h: writes the text element: front lines, sections, blocks
// and inlines.
#pragma once

#include "converters/common/xml_writer.h"
#include "converters/exporters/tei/tei.h"
#include "core/model/sections.h"

namespace pressmark::tei {

class TextWriter {
 public:
  TextWriter(XmlWriter& xml, const Document& document, Profile profile, Diagnostics& diagnostics)
      : xml_(xml), document_(document), profile_(profile), diagnostics_(diagnostics) {}

  // The text element with body and the div of the article.
  void write();

 private:
  // What the content model of the element being filled takes: everything of TEI's
  // macro.paraContent, or only its phrases (macro.phraseSeq, no quotations: they are wrapped in a
  // seg).
  enum class Content { paragraph, phrase };
  // Whether a heading begins a div, or is a line of its own among blocks.
  enum class Inside { section, block, speech };

  // text_writer.cpp
  void front();
  void section(const Section& section);
  void heading_line(const char* type, const Inlines& line);
  void reduced(const char* what, const Location& from);
  // New lines where white space does not count: not inside a note, which stands in mixed content.
  XmlWriter& new_line() { return in_note_ ? xml_ : xml_.line(); }
  void end_line() { in_note_ ? xml_.end() : xml_.end_line(); }
  bool is_article() const { return profile_ == Profile::article; }

  // block_writer.cpp
  // A text of its own for blocks where TEI takes none of their kind; readers pass over it.
  void start_frame();
  void end_frame();
  void blocks(const Blocks& list, Inside inside);
  void block(const Block& block, Inside inside);
  // Fills the open element with an item's or cell's blocks and ends it.
  void fill_and_end(const Blocks& list);
  template <class Wrapper>
  void wrapper(const Wrapper& node);
  // The forms of level 3 for blocks that it has no element for.
  void plain_quotation(const Block& block, const Quotation& node);
  void plain_speech(const Block& block, const Speech& node);
  void plain_preformatted(const Block& block, const Preformatted& node);
  void plain_paragraph(const Block& block, const char* rendering, const Inlines& children);
  void paragraph(const Block& block, const Paragraph& node);
  void heading(const Block& block, const Heading& node);
  void quotation(const Block& block, const Quotation& node);
  void list(const Block& block, const List& node);
  void definition_list(const Block& block, const DefinitionList& node);
  void speech(const Block& block, const Speech& node, Inside inside);
  void figure(const Block& block, const Figure& node);
  void description(const std::string& alternative);
  void aside(const Block& block, const Aside& node);
  void preformatted(const Block& block, const Preformatted& node);
  void verse(const Block& block, const Verse& node);
  void table(const Block& block, const Table& node);
  void cell(const Cell& node);

  // inline_writer.cpp
  void inlines(const Inlines& list, Content content);
  void inline_node(const Inline& item, Content content);
  void wrapped(const char* element, const Inline& item, const Inlines& children, Content content);
  void neutral(const Inline& item, const Inlines& children, Content content);
  void text(const Inline& item, const Text& node);
  void styled(const Inline& item, const Styled& node);
  void quoted(const Inline& item, const Quoted& node, Content content);
  void code(const Inline& item, const Code& node);
  void link(const Inline& item, const Link& node);
  void image(const Inline& item, const Image& node);
  void graphic(const Image& node);
  void note(const Inline& item, const Note& node);
  void formula(const Inline& item, const Formula& node);
  void ruby(const Inline& item, const Ruby& node);

  XmlWriter& xml_;
  const Document& document_;
  Profile profile_;
  Diagnostics& diagnostics_;
  int notes_ = 0;
  bool in_note_ = false;
  bool in_verse_ = false;
};

template <class Wrapper>
void TextWriter::wrapper(const Wrapper& node) {
  xml_.attribute_if("xml:id", node.id);
  xml_.attribute_if("xml:lang", node.language);
  if (node.direction == Direction::left_to_right) xml_.attribute("style", "direction: ltr");
  if (node.direction == Direction::right_to_left) xml_.attribute("style", "direction: rtl");
}

}  // namespace pressmark::tei
