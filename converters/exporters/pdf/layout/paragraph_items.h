// converters/exporters/pdf/layout/paragraph_items.h: a paragraph's pieces as the line breaker's
// items, and the breaker's answer as ranges of pieces.
#pragma once

#include <vector>

#include "converters/exporters/pdf/layout/paragraph.h"

namespace pressmark::pdf {

// A line as pieces [first, last): of the first one from byte `begin`, of the last one to byte
// `end`.
struct LineRange {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool hyphen = false;  // one is added
};

// Breaks the pieces [first, last), which hold no line feed but maybe as the last one.
std::vector<LineRange> find_lines(const PreparedParagraph& paragraph, std::size_t first,
                                  std::size_t last, const ParagraphShape& shape, Length first_width,
                                  Length width, PieceCutter& cutter, Hyphenator* hyphenator);

// Stretch and shrink of a space of this width in justified text.
Length space_stretch(Length width);
Length space_shrink(Length width);
// Whether a space takes part in justification: not in computer code, where its width counts.
bool stretches(const ParagraphText& text, const ParagraphShape& shape, const Piece& piece);
// What may be added between two ideographs.
Length ideograph_stretch(Length size);

// Widths of a shaped word's beginnings: one for each place between clusters inside it, by byte.
struct ClusterWidth {
  std::uint32_t offset = 0;  // from the piece's begin
  Length width = 0;          // of what stands before it
};
std::vector<ClusterWidth> cluster_widths(const Piece& piece, const PieceCutter& cutter);

}  // namespace pressmark::pdf
