// converters/importers/text/shape.h: how a text shows where its paragraphs end.
#pragma once

#include <cstddef>
#include <span>

#include "converters/importers/text/lines.h"

namespace pressmark::plain_text {

struct Shape {
  // Whether lines were broken at a width; else each line is a paragraph.
  bool wrapped = false;
  // Columns that lines were filled to, where wrapped.
  std::size_t width = 0;
  // Whether paragraphs begin with an indent and have no blank line between them.
  bool indented_paragraphs = false;
  // The usual indent of the text.
  std::size_t indent = 0;
};

// Tells the shape by the lengths of the lines that have another one behind them: in wrapped text
// they crowd below one width and often end inside a sentence.
Shape find_shape(std::span<const Line> lines);

// Whether the break after `line` was made by the width: the first word of `next` would not have
// fitted any more.
bool is_forced_break(const Line& line, const Line& next, const Shape& shape);

// The indent of the running text: the smallest one of the lines that are long enough to be a
// paragraph's. 0 where there are none.
std::uint16_t indent_of_text(std::span<const Line> lines);

}  // namespace pressmark::plain_text
