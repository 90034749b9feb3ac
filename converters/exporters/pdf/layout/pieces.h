// converters/exporters/pdf/layout/pieces.h: a paragraph cut into what is shaped as one: words,
// spaces and objects, each of one font, style, script and direction, and where lines may end.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "converters/exporters/pdf/layout/shaper.h"
#include "converters/exporters/pdf/layout/text.h"
#include "core/base/diagnostics.h"

namespace pressmark::pdf {

struct Piece {
  enum class Kind : std::uint8_t { word, space, object, line_feed };
  // Whether a line may end behind it.
  enum class End : std::uint8_t {
    closed,       // no
    open,         // yes
    hyphen,       // yes, behind a hyphen or dash of the text
    soft_hyphen,  // yes, and a hyphen is added
    weak,         // yes, inside a URL
    ideograph,    // yes, and a little space may be added
  };
  Kind kind = Kind::word;
  End end_kind = End::closed;
  bool substituted = false;  // no font has the character; the substitute's glyph stands for it
  std::uint8_t level = 0;    // UAX 9; odd: right to left
  std::uint32_t begin = 0;   // bytes of the paragraph's text
  std::uint32_t end = 0;
  int span = 0;  // index into ParagraphText::spans
  int object = -1;
  int font = 0;
  int script = 0;
  Length size = 0;  // differs from the style's for made small capitals
  Length width = 0;
  const Shaped* shaped = nullptr;  // null for line feeds and objects; of one space for spaces

  // Of a space: how many characters.
  std::size_t space_count() const { return fixed_space ? 1 : end - begin; }
  bool fixed_space = false;
};

// Cuts paragraphs; keeps ICU's break iterators.
class PieceCutter {
 public:
  // `region` is the form of Chinese characters where the language does not tell.
  PieceCutter(Shaper& shaper, Diagnostics& diagnostics, Region region);
  ~PieceCutter();
  PieceCutter(const PieceCutter&) = delete;
  PieceCutter& operator=(const PieceCutter&) = delete;

  std::vector<Piece> cut(const ParagraphText& paragraph);

  ShapingContext context_of(const ParagraphText& paragraph, const Piece& piece) const;
  Shaper& shaper() { return shaper_; }
  // Shapes a part of a word, with `added` (a hyphen) behind it.
  const Shaped& shape_part(const ParagraphText& paragraph, const Piece& piece, std::size_t begin,
                           std::size_t end, std::string_view added) const;
  // The width of font units at a size.
  Length scaled(std::int64_t units, int font, Length size) const;

 private:
  class Job;
  struct Iterators;
  Shaper& shaper_;
  Diagnostics& diagnostics_;
  Region region_;
  std::unique_ptr<Iterators> iterators_;
  std::set<char32_t> reported_;
};

}  // namespace pressmark::pdf
