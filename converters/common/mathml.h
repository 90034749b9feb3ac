// converters/common/mathml.h: MathML from anywhere, cut to what every reader's schema allows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace pressmark {

// What readers of MathML take: this many elements inside each other, this many octets of markup.
constexpr int deepest_mathml = 100;
constexpr std::size_t most_mathml = std::size_t{1} << 20;

struct CleanMathml {
  Bytes content;          // the children of the math element, serialised, in the default namespace
  std::string text;       // their characters, white space collapsed
  bool repaired = false;  // whether anything was left out or changed that a reader would show
};

// Reads one math element (MathML 3) and keeps its presentation: known elements with known
// attributes and the number of children that each needs. Annotations are left out without a word,
// content markup and unknown elements are replaced by their children. Entities, comments, links,
// actions, colours and other namespaces go. Absent where it is not well-formed, is no math element,
// shows nothing, or is deeper or longer than the limits above.
std::optional<CleanMathml> clean_mathml(std::string_view markup);

}  // namespace pressmark
