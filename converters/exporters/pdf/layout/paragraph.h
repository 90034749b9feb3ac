// converters/exporters/pdf/layout/paragraph.h: sets a paragraph: from text with styles to lines of
// glyphs, justified and in visual order.
#pragma once

#include <string>
#include <vector>

#include "converters/exporters/pdf/layout/hyphenator.h"
#include "converters/exporters/pdf/layout/line_breaker.h"
#include "converters/exporters/pdf/layout/pieces.h"
#include "converters/exporters/pdf/layout/text.h"

namespace pressmark::pdf {

// How the lines of a paragraph lie.
struct ParagraphShape {
  Length left = 0;  // x of the measure on the page
  Length width = 0;
  Length first_indent = 0;  // of the first line, from the side where the text begins
  Length hanging = 0;       // of the lines after it
  Length leading = 0;
  // Which lines first_indent is for: the paragraph's first, or also each one after a line feed.
  enum class FirstLine { of_paragraph, of_each_line_feed } first_line = FirstLine::of_paragraph;
  enum class Setting { justified, start, centre, end } setting = Setting::justified;
  enum class Hyphens { allowed, none } hyphens = Hyphens::allowed;
};

// One line. Its items have x on the page and y from the line's top.
struct Line {
  Length height = 0;
  Length ragged_space = 0;  // between the text's end and the measure
  std::vector<Item> items;
  std::vector<LinkArea> links;
  std::vector<int> notes;
  std::vector<Anchor> anchors;
  enum class Ending { soft, hyphen, last } ending = Ending::soft;
  bool begins_display = false;  // the first line of a display formula
};

// A paragraph cut and shaped, not yet broken into lines.
struct PreparedParagraph {
  struct Object {
    Length width = 0;
    Length above = 0;  // of the baseline
    // Of ruby: base and reading.
    ParagraphText base, reading;
    std::vector<Piece> base_pieces, reading_pieces;
    Length base_width = 0, reading_width = 0;
  };
  ParagraphText text;
  std::vector<Piece> pieces;
  std::vector<Object> objects;
};

// The narrowest and the widest measure that make a difference (CSS 2.2, 17.5.2.2).
struct ContentWidths {
  Length least = 0;    // of the widest part that no line break divides
  Length natural = 0;  // of the longest line without any break
};

class ParagraphSetter {
 public:
  ParagraphSetter(PieceCutter& cutter, Hyphenator& hyphenator, Diagnostics& diagnostics)
      : cutter_(cutter), hyphenator_(hyphenator), diagnostics_(diagnostics) {}

  PreparedParagraph prepare(ParagraphText text);
  // What was prepared before must not be used any more.
  void forget_long_texts() { cutter_.shaper().forget_long_texts(); }
  ContentWidths widths(const PreparedParagraph& paragraph) const;
  std::vector<Line> set(const PreparedParagraph& paragraph, const ParagraphShape& shape);
  std::vector<Line> set(ParagraphText text, const ParagraphShape& shape) {
    return set(prepare(std::move(text)), shape);
  }

 private:
  PieceCutter& cutter_;
  Hyphenator& hyphenator_;
  Diagnostics& diagnostics_;
  std::set<std::string> reported_languages_;
};

}  // namespace pressmark::pdf
