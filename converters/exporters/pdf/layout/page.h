// converters/exporters/pdf/layout/page.h: a laid-out article as plain data: what layout makes and
// the tagged writer turns into PDF objects. It knows no PDF syntax.
//
// Three parts: pages (what is painted where), the structure (what it means and in which order it is
// read), and the outline. They meet in ContentId: each piece of content has one place in the
// structure, and any number of painted items, on one page or several, carry its id.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "converters/exporters/pdf/fonts/font.h"
#include "core/base/location.h"
#include "core/model/node.h"

namespace pressmark::pdf {

// Lengths and positions in 1/65536 point (1 point = 1/72 inch). x grows to the right and y
// downwards, from the page's upper left corner.
using Length = std::int64_t;
inline constexpr Length point = 65536;

// ---- Structure
// -----------------------------------------------------------------------------------

using ElementId = int;  // index into Layout::elements; 0 is the document element
using ContentId = int;  // index of a piece of content, counted from 0 in reading order
inline constexpr ContentId artifact = -1;  // painted, but no content: rules, running heads, folios

// Standard structure types of ISO 32000-1, 14.8.4, as far as articles use them.
enum class Tag {
  document,
  article,   // Art
  section,   // Sect
  division,  // Div
  block_quote,
  caption,
  paragraph,
  heading,  // H1 to H6 by Element::level, 1 to 6 without a jump
  list,
  list_item,
  label,
  list_body,
  table,
  table_row,
  table_header_cell,
  table_data_cell,
  table_head,  // THead
  table_body,  // TBody
  figure,
  formula,
  code,
  quote,
  note,
  reference,
  link,
  span,
  contents,       // TOC
  contents_item,  // TOCI
};

struct Element {
  Tag tag = Tag::span;
  ElementId parent = -1;
  // In reading order: child elements and pieces of content.
  struct Kid {
    std::optional<ElementId> element;  // else content
    ContentId content = artifact;
  };
  std::vector<Kid> kids;
  int level = 0;                                // of a heading
  std::string id;                               // of a note: unique in the document
  std::optional<int> note;                      // of a note and of its Reference: which one it is
  std::string language;                         // where it differs from the parent's
  std::optional<std::string> alternative_text;  // Alt; a figure without one is reported
  std::optional<std::string> actual_text;       // ActualText
  std::optional<std::string> expansion;         // E: of an abbreviation
  std::string title;                            // T
  Numbering numbering = Numbering::none;        // of a list
  Scope scope = Scope::none;                    // of a header cell
  int row_span = 1;
  int column_span = 1;
  std::optional<ElementId> target;  // of an item of the contents: the heading it leads to
  Location from;                    // in the source, for messages
};

// ---- Pages
// ---------------------------------------------------------------------------------------

struct Glyph {
  std::uint32_t id = 0;  // in the font, before subsetting; never 0 (.notdef)
  Length advance = 0;    // to the next glyph's origin
  Length x_offset = 0;
  Length y_offset = 0;  // upwards positive, as fonts have it
  std::uint32_t cluster =
      0;  // byte offset into GlyphRun::text of the first character it stands for
};

// The writer has one table of their values. tint: a light background below text.
enum class Colour { text, muted, link, rule, tint };

// Glyphs of one font, size and direction on one baseline, in visual order from left to right.
struct GlyphRun {
  int font = 0;  // index into Layout::fonts
  Length size = 0;
  Length x = 0;  // origin of the first glyph
  Length y = 0;  // baseline
  std::vector<Glyph> glyphs;
  std::string text;  // the characters in logical order; a hyphen added at a line's end is not in it
  bool right_to_left = false;
  // What a reader must get where the glyphs' own characters would not give it back: replaces the
  // text of this run (a hyphen that the line break added: empty text).
  std::optional<std::string> actual_text;
  Colour colour = Colour::text;
  ContentId content = artifact;
};

struct FilledRectangle {
  Length x = 0, y = 0, width = 0, height = 0;
  Colour colour = Colour::rule;
  ContentId content = artifact;
};

struct PlacedImage {
  ResourceId resource;
  Length x = 0, y = 0, width = 0, height = 0;  // upper left corner, size on the page
  ContentId content = artifact;
};

using Item = std::variant<GlyphRun, FilledRectangle, PlacedImage>;

// A clickable area. All areas of one link name the same link element; the writer makes one
// annotation for each page and quadrilaterals for the lines.
struct LinkArea {
  ElementId element = 0;  // of Tag::link
  std::string target;     // an absolute URL, or "#destination"
  std::string contents;   // how a screen reader announces it, never empty
  Length x = 0, y = 0, width = 0, height = 0;
};

struct Page {
  Length width = 0, height = 0;
  std::string label;        // the printed page number
  std::vector<Item> items;  // in painting order; those of one content follow each other on a page
  std::vector<LinkArea> links;
};

struct Destination {
  std::string name;  // an id of the document, or one that layout made
  int page = 0;      // 0-based
  Length y = 0;
  ElementId element = 0;
};

struct OutlineEntry {
  std::string title;
  int depth = 1;  // 1 is the outermost
  Destination destination;
};

// The whole article.
struct Layout {
  std::vector<std::shared_ptr<const Font>> fonts;
  std::vector<Element> elements;  // [0] is the document element
  int content_count = 0;
  std::vector<Page> pages;
  std::vector<Destination> destinations;
  std::vector<OutlineEntry> outline;
  std::string language;  // BCP 47, never empty
  bool right_to_left = false;
};

}  // namespace pressmark::pdf
