// converters/importers/html/formulas.h: formulas in the shapes that pages have them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/html/dom.h"
#include "core/model/node.h"

namespace pressmark::html {

// The formula that an element is: MathML, the output of KaTeX and MathJax with their sources,
// script elements of type math/tex, images and elements that carry TeX in an attribute. Absent for
// other elements.
std::optional<Formula> read_formula(const Node* node);

// Whether the element is a second rendering of a formula that another element gives: MathJax's
// preview and output beside its script, a fallback image beside MathML.
bool is_formula_duplicate(const Node* node);

// Whether the page loads a script that renders TeX between delimiters in its text.
bool renders_tex_in_text(const Dom& dom);

// A piece of text: plain, or the TeX between delimiters.
struct TexPiece {
  std::string_view text;
  bool formula = false;
  bool display = false;
};
// Splits at \( \), \[ \] and $$ $$; a delimiter without its partner is text.
std::vector<TexPiece> split_tex(std::string_view text);

}  // namespace pressmark::html
