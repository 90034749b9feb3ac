// converters/exporters/pdf/layout/block_setter.h: sets the blocks of an article one below the
// other.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "converters/exporters/pdf/layout/inline_builder.h"
#include "converters/exporters/pdf/layout/page_style.h"
#include "converters/exporters/pdf/layout/paragraph.h"
#include "converters/exporters/pdf/layout/sink.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::pdf {

// Where and how blocks are set.
struct Place {
  Length left = 0;  // x on the page
  Length width = 0;
  ElementId parent = 0;
  std::string language;
  bool right_to_left = false;
  TextStyle style;
  Length leading = 0;
  ParagraphShape::Setting setting = ParagraphShape::Setting::justified;
  // What tells paragraphs apart: the indent of the first line, or space.
  enum class Separation { indent, space } separation = Separation::indent;
  int list_depth = 0;
};

// Narrows a place by an indent on the side where lines begin. Deep nesting leaves a measure that
// words fit into.
void indent(Place& place, Length by);
// The name of the destination at the n-th heading of the body, from 1, those in other blocks not
// counted.
inline std::string heading_destination(int number) { return "heading:" + std::to_string(number); }
// Whether a text is nothing but white space.
bool is_blank(const std::string& text);

// The parts that set an article together.
struct Workshop {
  const Document& article;
  const PageStyle& style;
  Layout& layout;
  Structure& structure;
  ParagraphSetter& paragraphs;
  InlineBuilder& inlines;
  NoteList& notes;
  ArticleFlow& flow;
  Context& context;
};

class BlockSetter {
 public:
  explicit BlockSetter(Workshop& workshop) : shop_(workshop) {}

  // Sets them into `sink`; notes called in them are set too.
  void set(const Blocks& blocks, const Place& place, Sink& sink);

  // One block of the article's body.
  void set_top_level(const Block& block, const Place& place, Sink& sink);
  void set_headline(const Inlines& inlines, const Place& place, Sink& sink);

  // A paragraph of these inlines in an element of its own.
  ElementId set_line(const Inlines& inlines, Tag tag, const Place& place, Sink& sink,
                     Sink::Keep keep = Sink::Keep::paragraph);
  // The same of a string.
  void set_words(const std::string& words, const Place& place, Sink& sink);

  // The next paragraph begins with what `lead` adds to it: a dateline, a speaker, a note's number.
  using LeadIn = std::function<void(ParagraphText& text, ElementId paragraph)>;
  void lead_in(LeadIn lead) { lead_in_ = std::move(lead); }
  // The next paragraph has no indent.
  void start_flush() { flush_ = true; }
  // Sets a lead-in that no paragraph has taken up as a paragraph of its own.
  void finish_lead_in(const Place& place, Sink& sink);

  Workshop& shop() { return shop_; }
  // Whether the block that is being set is one of the body, in no other block.
  bool is_top_level() const { return nested_ == 1; }
  // Sets the notes that were called, as kids of `parent`.
  void set_pending_notes(ElementId parent);

 private:
  void set_block(const Block& block, const Place& outer, Sink& sink);
  void set_paragraph(const Block& block, const Paragraph& node, const Place& place, Sink& sink);
  void set_heading(const Block& block, const Heading& node, const Place& place, Sink& sink);
  void keep_lines_below_heading(std::size_t lines, Sink& sink);
  void set_heading_lines(ParagraphText words, const ParagraphShape& shape, const Place& place,
                         const Place& head, int level, Sink& sink);
  void set_quotation(const Quotation& node, Place place, Sink& sink, Location from);
  void set_list(const List& node, Place place, Sink& sink, Location from);
  void set_definitions(const DefinitionList& node, Place place, Sink& sink, Location from);
  void set_speech(const Speech& node, const Place& place, Sink& sink);
  void set_figure(const Figure& node, Place place, Sink& sink, Location from);
  void set_aside(const Aside& node, Place place, Sink& sink, Location from);
  void set_preformatted(const Preformatted& node, Place place, Sink& sink, Location from);
  void set_verse(const Verse& node, Place place, Sink& sink, Location from);
  void set_break(const Place& place, Sink& sink);
  bool set_image_paragraph(const Inlines& inlines, const std::string& caption, const Place& place,
                           Sink& sink, Location from);
  void set_label(const std::string& words, ElementId element, Length indent, const Place& place,
                 Sink& sink);
  InlineContext context_of(const Place& place, ElementId element) const;
  ParagraphShape shape_of(const Place& place) const;
  void set_text(ParagraphText text, const ParagraphShape& shape, const Place& place, Sink& sink,
                Sink::Keep keep);

  Workshop& shop_;
  LeadIn lead_in_;
  bool flush_ = true;
  int headings_ = 0;
  int body_headings_ = 0;  // those in no other block
  int nested_ = 0;         // blocks around the current one
  // Paragraphs of one line since the last heading; -1: something else stands between.
  int lines_below_heading_ = -1;
  std::string figure_caption_;
};

}  // namespace pressmark::pdf
