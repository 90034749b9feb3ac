// converters/archive/text_difference.h: what changed between two texts, line by line.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::archive {

// The difference in the unified format of diff -u (POSIX, diff, -u) with three lines around each
// change, under the two names; empty for equal texts. The script is a shortest one (Myers 1986),
// but for texts that have more than 4000 changed lines in common places: they are all changed.
std::string unified_difference(std::string_view before, std::string_view after,
                               std::string_view before_name, std::string_view after_name);

}  // namespace pressmark::archive
