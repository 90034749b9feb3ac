// converters/exporters/jats/article_writer.h: the article element: body, sections, inlines, notes.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "converters/common/xml_writer.h"
#include "converters/exporters/jats/jats.h"
#include "core/model/sections.h"

namespace pressmark::jats {

class ArticleWriter {
 public:
  ArticleWriter(XmlWriter& xml, const Document& article, Diagnostics& diagnostics);

  // The whole article element.
  void write();

 private:
  // What the element being filled takes, from most to least.
  enum class Content {
    paragraph,  // all inlines, formulas on lines of their own
    title,      // all inlines, breaks of lines
    phrase,     // all inlines
    verse,      // no links to elsewhere
    link,       // emphasis and marked phrases only
  };

  // block_writer.cpp
  void section(const Section& section);
  void blocks(const Blocks& list);
  // The blocks for an element that takes nothing but p: other blocks go into one.
  void paragraphs(const Blocks& list);
  void block(const Block& block);
  void common(const Block& block, bool takes_language = true);
  void caption(const Inlines& title_line, const Inlines& line);
  void quotation(const Block& block, const Quotation& node);
  void list(const Block& block, const List& node);
  void definitions(const Block& block, const DefinitionList& node);
  void speech(const Block& block, const Speech& node);
  void figure(const Block& block, const Figure& node);
  void aside(const Block& block, const Aside& node);
  void preformatted(const Block& block, const Preformatted& node);
  void verse(const Block& block, const Verse& node);
  void table(const Block& block, const Table& node);
  void cell(const Cell* node, int rows, int columns);
  void graphic(const char* element, const Inline& item, const Image& node);
  void notes();

  // inline_writer.cpp
  void inlines(const Inlines& list, Content content);
  void inline_node(const Inline& item, Content content);
  void wrapped(const char* element, const Inline& item, const Inlines& children, Content content);
  void marked(const char* type, const Inline& item, const Inlines& children, Content content);
  void styled(const Inline& item, const Styled& node, Content content);
  void quoted(const Inline& item, const Quoted& node, Content content);
  void link(const Inline& item, const Link& node, Content content);
  void image(const Inline& item, const Image& node, Content content);
  void note(const Note& node, Content content);
  // Only the marks of the notes in it, for lines that JATS takes as words.
  void marks(const Inlines& line);
  void formula(const Inline& item, const Formula& node, Content content);
  void identify(const Inline& item);
  std::string note_id(std::size_t number) const { return note_prefix_ + std::to_string(number); }

  XmlWriter& xml_;
  const Document& article_;
  Diagnostics& diagnostics_;
  std::set<std::string> ids_;
  std::string note_prefix_ = "note-";
  std::string language_;
  std::vector<std::pair<const Note*, std::string>> notes_;  // with their marks
  std::vector<std::size_t> held_marks_;  // of notes inside a link: they follow it
  int quotation_depth_ = 0;
};

}  // namespace pressmark::jats
