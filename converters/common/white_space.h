// converters/common/white_space.h: white space as markup collapses it.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// Runs of white space (space, tab, line feed, form feed, carriage return; U+00A0 is none) become
// one space; none stays at the ends.
std::string collapse_space(std::string_view text);

}  // namespace pressmark
