// converters/citation/csl/style_macros.h: whether the macros of a style can be called.
#pragma once

#include <string>
#include <vector>

#include "converters/citation/csl/style.h"

namespace pressmark::csl {

struct MacroCall {
  std::string macro;
  int line;  // of the style's file
};

// What is wrong with the calls: a macro that is not there, one that calls itself (by others, too),
// or more than 100 inside each other. Empty where they are good.
std::string error_of_macros(const Style& style, const std::vector<MacroCall>& calls);

}  // namespace pressmark::csl
