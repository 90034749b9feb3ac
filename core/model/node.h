// core/model/node.h: the article tree, what an importer builds and an exporter reads.
//
// Two closed variants, one for blocks and one for inlines. A visitor names every alternative
// (core/base/match.h), so a new node does not compile until every exporter has decided on it. There
// is no raw passthrough node: unknown markup becomes its children and a diagnostic.
//
// All text is as core/base/utf8.h describes it. Nodes are plain values: they are copied, moved and
// compared; nothing points upwards. Importers keep the depth below Limits::depth, so recursion over
// a document is safe.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/location.h"
#include "core/model/date.h"

namespace pressmark {

struct Inline;
struct Block;
using Inlines = std::vector<Inline>;
using Blocks = std::vector<Block>;

// A key of Resources, never a path or a URL.
using ResourceId = std::string;

// The base direction of a node's text (HTML dir, UAX #9); inherit: as the parent.
enum class Direction { inherit, left_to_right, right_to_left };

// ---- Inlines -----------------------------------------------------------------------------------

// What a run of text is, or only looks like. emphasis and strong have a meaning (HTML em, strong);
// italic, bold and underline are looks whose meaning the source does not tell (HTML i, b, u).
enum class Style {
  emphasis,
  strong,
  italic,
  bold,
  underline,
  superscript,
  subscript,
  small_caps,
  deleted,
  inserted,
  highlighted,
};

// What kind of name the source marked; never guessed from the text.
enum class NameKind { person, organisation, place, work };

// Plain text. White space is significant: importers have collapsed it where their format does.
struct Text {
  std::string text;
  bool operator==(const Text&) const = default;
};
struct Styled {
  Style style = Style::emphasis;
  Inlines children;
  bool operator==(const Styled&) const = default;
};
// A name that the source marked as one (a dateline's place, schema.org markup, TEI name).
struct Named {
  NameKind kind = NameKind::person;
  Inlines children;
  bool operator==(const Named&) const = default;
};
// A date or time that the source marked with its value (HTML time, TEI date@when).
struct Dated {
  Date when;
  Inlines children;
  bool operator==(const Dated&) const = default;
};
// An abbreviation with its expansion, as HTML abbr@title gives it.
struct Abbreviation {
  std::string expansion;
  Inlines children;
  bool operator==(const Abbreviation&) const = default;
};
// An inline quotation without its marks (HTML q): the exporter sets them by language. Quotation
// marks that the source wrote as characters stay Text.
struct Quoted {
  Inlines children;
  bool operator==(const Quoted&) const = default;
};
// Computer code, a key or sample output; `language` of the programming, for example "cpp", or
// empty.
struct Code {
  std::string text;
  std::string code_language;
  bool operator==(const Code&) const = default;
};
// `target` is an absolute URL, or "#id" of a node in this document; never empty, without white
// space.
struct Link {
  std::string target;
  Inlines children;
  bool operator==(const Link&) const = default;
};
// An image in a line of text or, alone in a paragraph of a Figure, the figure's image.
// `alt` without a value: the source says nothing; empty: the source says it is decorative.
//
// An image whose octets are not at hand (a page saved without its files) has no `resource` and its
// absolute URL as `source`: outputs that may not refer to images elsewhere show the alternative
// text as a link to it. Where there is a resource, `source` is empty.
struct Image {
  ResourceId resource;
  std::optional<std::string> alt;
  std::string source = {};
  bool operator==(const Image&) const = default;
};
// A note at the place of its mark. Its number is its position among the document's notes, unless
// `label` has the mark that the source used ("*", "a", "12").
struct Note {
  std::string label;
  Blocks children;
  bool operator==(const Note&) const = default;
};
// A formula: TeX, MathML (one math element, serialised) or both, and how it reads as a line of
// text. `display` sets it on its own line. At least one of the three texts is not empty.
struct Formula {
  std::string tex;
  std::string mathml;
  std::string plain;
  bool display = false;
  bool operator==(const Formula&) const = default;
};
// Base text with its reading (HTML ruby and rt).
struct Ruby {
  Inlines base;
  std::string reading;
  bool operator==(const Ruby&) const = default;
};
// A line break that belongs to the text (HTML br).
struct LineBreak {
  bool operator==(const LineBreak&) const = default;
};
// The start of a page of the printed source; `label` is the number printed on it.
struct PageMark {
  std::string label;
  bool operator==(const PageMark&) const = default;
};

using InlineNode = std::variant<Text, Styled, Named, Dated, Abbreviation, Quoted, Code, Link, Image,
                                Note, Formula, Ruby, LineBreak, PageMark>;

struct Inline {
  InlineNode node;
  std::string id = {};        // an XML NCName, unique in the document; empty: none
  std::string language = {};  // BCP 47 tag; empty: as the parent
  Direction direction = Direction::inherit;
  Location from = {};  // where the source has it
  bool operator==(const Inline&) const = default;
};

// ---- Blocks ------------------------------------------------------------------------------------

struct Paragraph {
  Inlines children;
  bool operator==(const Paragraph&) const = default;
};
// Headings are flat, core/model/sections.h gives the nested view. `level` is 2 to 6; level 1 is
// FrontMatter::headline.
struct Heading {
  int level = 2;
  Inlines children;
  bool operator==(const Heading&) const = default;
};
// A quotation set as a block; `pulled` means a pull quote: text repeated from the article.
struct Quotation {
  Blocks children;
  Inlines attribution;
  bool pulled = false;
  bool operator==(const Quotation&) const = default;
};
// How the items of a list are marked (HTML ol@type).
enum class Numbering { none, decimal, lower_alpha, upper_alpha, lower_roman, upper_roman };
struct List {
  Numbering numbering = Numbering::none;  // none: bulleted
  int start = 1;                          // the first item's number, where numbered
  std::vector<Blocks> items;              // at least one
  bool operator==(const List&) const = default;
};
// One or more terms with their definitions (HTML dl). At least one of the two is not empty.
struct DefinitionEntry {
  std::vector<Inlines> terms;
  std::vector<Blocks> definitions;
  bool operator==(const DefinitionEntry&) const = default;
};
struct DefinitionList {
  std::vector<DefinitionEntry> entries;  // at least one
  bool operator==(const DefinitionList&) const = default;
};
// What an interviewee, a character or a chat partner says, with the label that names the speaker.
struct Speech {
  Inlines speaker;
  Blocks children;
  bool operator==(const Speech&) const = default;
};
// Images, a table, code or an embed's link with its caption. `credit` is who made it ("Photo: X").
struct Figure {
  Blocks content;
  Inlines caption;
  Inlines credit;
  bool operator==(const Figure&) const = default;
};
// Matter beside the main text. details: a disclosure whose title is its summary.
enum class AsideKind { sidebar, callout, details, correction };
struct Aside {
  AsideKind kind = AsideKind::sidebar;
  Inlines title;
  Blocks children;
  bool operator==(const Aside&) const = default;
};
// Text whose line feeds and spaces count. With `code` it is computer code, in `code_language` where
// that is known; without, a typewritten table, an ASCII drawing and the like.
struct Preformatted {
  std::string text;  // no final line feed
  bool code = true;
  std::string code_language;
  bool operator==(const Preformatted&) const = default;
};
// A poem: stanzas of lines.
struct VerseLine {
  Inlines children;
  int indent = 0;  // steps of one em
  bool operator==(const VerseLine&) const = default;
};
struct Verse {
  std::vector<std::vector<VerseLine>> stanzas;  // at least one, none empty
  bool operator==(const Verse&) const = default;
};
// Which cells a header cell is for (HTML th@scope).
enum class Scope { none, column, row };
enum class Alignment { none, start, centre, end };
struct Cell {
  Blocks children;
  int rows = 1;     // >= 1, cells it spans downwards; may reach out of the table (grid.h cuts it)
  int columns = 1;  // >= 1
  Scope header = Scope::none;  // other than none: a header cell
  Alignment alignment = Alignment::none;
  bool operator==(const Cell&) const = default;
};
struct Row {
  std::vector<Cell> cells;
  bool operator==(const Row&) const = default;
};
// A data table. Rows may be ragged as the source has them: core/model/grid.h says which cell covers
// which place. The first `header_rows` rows repeat on each page.
struct Table {
  Inlines caption;
  std::vector<Row> rows;  // at least one with a cell
  int header_rows = 0;
  bool operator==(const Table&) const = default;
};
// A break between parts of the text: a rule or a row of asterisks (HTML hr).
struct Break {
  bool operator==(const Break&) const = default;
};

using BlockNode = std::variant<Paragraph, Heading, Quotation, List, DefinitionList, Speech, Figure,
                               Aside, Preformatted, Verse, Table, Break>;

struct Block {
  BlockNode node;
  std::string id = {};
  std::string language = {};
  Direction direction = Direction::inherit;
  Location from = {};
  bool operator==(const Block&) const = default;
};

// ---- Short ways to build nodes -----------------------------------------------------------------

inline Inline text(std::string value) { return Inline{Text{std::move(value)}}; }
inline Inline styled(Style style, Inlines children) {
  return Inline{Styled{style, std::move(children)}};
}
inline Block paragraph(Inlines children) { return Block{Paragraph{std::move(children)}}; }

}  // namespace pressmark
