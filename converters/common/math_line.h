// converters/common/math_line.h: MathML as one line of text, for outputs that set no formulas: what
// its fractions, roots and scripts mean is kept by signs, brackets and raised and lowered
// characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

// Characters of one kind.
struct MathPiece {
  std::string text;
  bool is_variable = false;  // a single letter, set in italics (MathML 3, 3.2.3)
  // From the outermost script to the innermost one: 1 a superscript, -1 a subscript.
  std::vector<int> scripts;
  bool operator==(const MathPiece&) const = default;
};

// The line of one math element (presentation MathML 3): a/b, (a + b)/c, √x, √(x + 1), x², ∑ with
// its limits as scripts. Operators between operands have thin spaces (U+2009) around them, and no
// break of lines before them. Empty where the markup cannot be read or is beyond the limits of
// mathml.h.
std::vector<MathPiece> math_line(std::string_view mathml);

// The same as plain characters, with ^ and _ before scripts: "E = mc^2", "x_(i + 1)".
std::string math_text(const std::vector<MathPiece>& line);

}  // namespace pressmark
