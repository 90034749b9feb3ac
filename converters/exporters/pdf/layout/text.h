// converters/exporters/pdf/layout/text.h: the text of one paragraph with its styles, before any
// font is chosen: what the inlines of the model become.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "converters/exporters/pdf/fonts/font_library.h"
#include "converters/exporters/pdf/layout/page.h"

namespace pressmark::pdf {

enum class Capitals { as_written, small };
// old_style: with ascenders and descenders, of their own widths, where the font has such figures.
enum class Figures { lining, old_style };
// Lines and grounds drawn with a text.
struct Decoration {
  bool underline = false;
  bool strike = false;
  bool highlight = false;
  bool operator==(const Decoration&) const = default;
};

struct TextStyle {
  Face face = {};
  Length size = 0;
  Length rise = 0;  // of the baseline, upwards
  Colour colour = Colour::text;
  Capitals capitals = Capitals::as_written;
  Figures figures = Figures::lining;
  Decoration decoration = {};
  bool operator==(const TextStyle&) const = default;
};

// A stretch of the text from the end of the one before it (or 0) to `end`.
struct TextSpan {
  std::size_t end = 0;
  TextStyle style;
  std::string language;
  ContentId content = artifact;
  int link = -1;                                                 // index into ParagraphText::links
  enum class Wrap { by_words, anywhere } wrap = Wrap::by_words;  // anywhere: computer code
};

// What stands in the text as one character U+FFFC.
struct InlineImage {
  ResourceId resource;
  Length width = 0;
  Length height = 0;
  ContentId content = artifact;
};
struct InlineRuby {
  std::string base;
  std::string reading;
  ContentId reading_content = artifact;
};
struct InlineObject {
  std::size_t at = 0;  // byte offset of its U+FFFC
  std::variant<InlineImage, InlineRuby> what;
};

struct LinkSpan {
  ElementId element = 0;
  std::string target;
  std::string contents;
};
// A place in the text that links or notes point to.
struct Anchor {
  std::size_t at = 0;
  std::string name;
  ElementId element = 0;
};
// Where a note is called; its text belongs to the foot of the page with that line.
struct NoteCall {
  std::size_t at = 0;
  int note = 0;
};
// A stretch between two line feeds that is centred as a line of its own (a display formula, a
// picture among words).
struct DisplayLine {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct ParagraphText {
  std::string text;  // a line feed is a forced break
  std::vector<TextSpan> spans;
  std::vector<InlineObject> objects;  // by offset
  std::vector<LinkSpan> links;
  std::vector<Anchor> anchors;  // by offset
  std::vector<NoteCall> notes;  // by offset
  std::vector<DisplayLine> displays;
  bool right_to_left = false;

  bool empty() const { return text.empty(); }
};

// A note on its way to a page's foot.
struct NoteText {
  std::string label;
  ElementId element = 0;
};

}  // namespace pressmark::pdf
