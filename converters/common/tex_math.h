// converters/common/tex_math.h: formulas in TeX as MathML, as far as they use what most formulas of
// articles use.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace pressmark {

// A math element with the formula's presentation: letters, numbers, scripts, \frac, \sqrt, accents,
// Greek letters, operators, functions, \text and its like, \left and \right, spaces. Absent where
// the source has any other command, an environment, an alignment, or braces that do not match; a
// formula is never cut.
std::optional<Bytes> tex_to_mathml(std::string_view tex);

}  // namespace pressmark
