// converters/common/svg_cleaner.h: SVG from anywhere, without what runs, leads or loads.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/result.h"

namespace pressmark {

struct CleanSvg {
  Bytes data;            // a whole document in UTF-8
  bool changed = false;  // whether something that could show was left out
};

// Keeps the shapes, texts, gradients, masks and filters of SVG 1.1, and references inside the image
// or to pictures in data: URLs. Leaves out scripts, handlers, links (their content stays), foreign
// objects, animations, external references, style sheets that refer to anything, editors' data,
// comments, entities and declarations. Absent where the octets are not well-formed, have another
// root element, or nest deeper than 256 elements.
std::optional<CleanSvg> clean_svg(std::string_view octets);

}  // namespace pressmark
