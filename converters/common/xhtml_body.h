// converters/common/xhtml_body.h: blocks and inlines as XHTML, for EPUB publications and web pages.
//
// The markup is valid by HTML and, with the same bytes, well-formed XML: no link inside a link, no
// heading rank left out, tables by core/model/grid.h, ids unique, notes behind the text with links
// there and back. What lies outside of the text (where images are, which links may stay) is asked
// of a Host.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "converters/common/xml_writer.h"
#include "core/model/document.h"
#include "core/model/grid.h"

namespace pressmark::xhtml {

// What an exporter wants to know of while the text is written.
enum class Finding {
  cells_left_out,    // a table wider than grids are laid out
  formula_repaired,  // MathML that was not what the schema allows, and was cut to it
  formula_as_text,   // no usable MathML: shown as its plain text or its TeX
  image_elsewhere,   // its octets are not in the document and the host has no address for it:
                     // its alternative text links to where it is
  image_as_text,     // the host has no address for it: shown as its alternative text, or not at all
  image_without_alt,  // the source says nothing about what it shows
  link_as_text,       // the host refused its target
};

struct ShownImage {
  std::string address;  // for img@src
  int width = 0;        // pixels; 0 where they are not known
  int height = 0;
};

class Host {
 public:
  virtual ~Host() = default;
  // Where the image is to be found; absent: its alternative text takes its place.
  virtual std::optional<ShownImage> find_image(const Image& image, Location where) = 0;
  // The address to write for a link's target; absent: the link's text alone remains.
  virtual std::optional<std::string> find_link(const std::string& target) = 0;
  virtual void report(Finding finding, Location where, std::string_view subject) = 0;
};

// publication: epub:type beside each role, xml:lang beside lang. page: neither.
enum class Flavour { publication, page };

// A heading or a page mark as written, for tables of contents.
struct Anchor {
  std::string id;
  std::string text;
  int rank = 0;  // of a heading 2 to 6; 0 for a page mark
};

// How often each was written.
struct Counts {
  int formulas = 0;  // as MathML
  int images = 0;
  int images_described = 0;  // with a text, or marked as decorative
  int notes = 0;
  int tables = 0;
  int pages = 0;
  int ruby = 0;
};

// Writes one document, which must outlive it, into one or more XML writers. Ids that it makes are
// not the document's.
class BodyWriter {
 public:
  BodyWriter(const Document& document, Host& host, Flavour flavour);

  // From here on, all goes to `out`, which must outlive its use.
  void write_to(XmlWriter& out) { out_ = &out; }

  // Kicker, headline, deck, bylines, and a line with where and when it was published. Without a
  // headline the catalogued title stands in, without bylines the catalogued authors.
  void title_block();
  // The article's blocks from `first` to before `last`, behind them the notes that they mark. The
  // dateline runs into the first block of all where that is a paragraph, and else stands before it.
  void text(std::size_t first, std::size_t last);
  void blocks(const Blocks& blocks);
  void block(const Block& block);
  void inlines(const Inlines& inlines);

  // An id that the document does not use: `wish`, or `wish` with a number.
  std::string make_id(const std::string& wish);

  // In the order of writing, since the beginning; headings only of the top level, which are those
  // of sections().
  const std::vector<Anchor>& headings() const { return headings_; }
  const std::vector<Anchor>& page_marks() const { return page_marks_; }
  const Counts& counts() const { return counts_; }

 private:
  struct Waiting {  // a note whose text is to follow
    const Inline* inline_node;
    const Note* note;
    std::string label;
    std::string id;
    std::string mark_id;
  };
  enum class Place { top, inside };

  // Attributes of the wrapper that every node has, into the open start tag.
  void attributes(const std::string& id, const std::string& language, Direction direction);
  void start(std::string_view element, const Block& block);
  void start(std::string_view element, const Inline& item);
  void semantics(std::string_view epub_type, std::string_view role);
  void class_name(std::string_view name) { out_->attribute("class", name); }
  void end() { out_->end_full(); }
  void new_line() { out_->text("\n"); }

  void block_node(const Block& block, Place place);
  // The dateline, run into `first` where that is a paragraph, and else before it; `first` may be
  // null.
  void dateline_and(const Block* first);
  // The notes whose marks were written since the last call, as a section with a heading; nothing
  // where there were none.
  void notes();
  void heading(const Block& block, const Heading& node, Place place);
  void quotation(const Block& block, const Quotation& node);
  void list(const Block& block, const List& node);
  void definition_list(const Block& block, const DefinitionList& node);
  void speech(const Block& block, const Speech& node);
  void figure(const Block& block, const Figure& node);
  void aside(const Block& block, const Aside& node);
  void preformatted(const Block& block, const Preformatted& node);
  void verse(const Block& block, const Verse& node);
  void table(const Block& block, const Table& node);
  void table_rows(const Grid& grid, int first, int last);
  void table_cell(const PlacedCell& placed);
  void captioned(const Inlines& caption, const Inlines& credit);
  // Blocks inside a block. A single plain paragraph is written without its element.
  void inside(const Blocks& blocks);
  void item(const Blocks& blocks);

  void inline_node(const Inline& item);
  void wrapped(std::string_view element, const Inline& item, const Inlines& children,
               std::string_view class_name = {});
  void dated(const Inline& item, const Dated& node);
  void code(const Inline& item, const Code& node);
  void link(const Inline& item, const Link& node);
  void link_content(const Link& node);
  void image(const Inline& item, const Image& node);
  void image_text(const Inline& item, const Image& node);
  void note_mark(const Inline& item, const Note& node);
  void write_mark(const Waiting& waiting);
  void formula(const Inline& item, const Formula& node);
  void ruby(const Inline& item, const Ruby& node);
  void page_mark(const Inline& item, const PageMark& node);
  void note(const Waiting& waiting);
  void back_link(const Waiting& waiting);

  void published();

  const Document& document_;
  Host& host_;
  Flavour flavour_;
  std::string language_;
  XmlWriter* out_ = nullptr;
  std::set<std::string, std::less<>> ids_;
  std::vector<Anchor> headings_;
  std::vector<Anchor> page_marks_;
  std::vector<Waiting> waiting_;        // notes whose text is to follow
  std::vector<Waiting> marks_in_link_;  // marks that must wait for the end of a link
  std::set<std::string> marked_notes_;  // the ids of notes whose marks were written
  std::vector<int> levels_;             // the model's levels of the open sections
  std::size_t base_ = 0;                // how many of them are outside of the block we are in
  Counts counts_;
  bool in_link_ = false;
  bool in_ruby_ = false;
};

// The value of time@datetime (HTML 4.5.14) for the dates that it can hold; else empty.
std::string datetime_of(const Date& date);

// The style sheet of what BodyWriter writes: it leaves fonts and colours to the reader, so that it
// serves by day and by night, and on paper.
std::string_view body_style();

// A URL as href, percent-encoded where it has characters that no URL may hold; absent where its
// scheme is not one of those that documents may link to (http, https, mailto, ftp, tel, ...), where
// it has none, or where it is no URL.
std::optional<std::string> clean_href(std::string_view target);

}  // namespace pressmark::xhtml
