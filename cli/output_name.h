// cli/output_name.h: the names of files that Pressmark names itself.
#pragma once

#include <string>
#include <string_view>

#include "core/pipeline/format.h"

namespace pressmark::cli {

// `wanted` as a name for a file in any folder: no '/' or '\\', no control characters, no leading
// '.', at most 180 octets (whole characters where it is UTF-8), which leaves room for a number and
// an extension. "article" where nothing is left.
std::string safe_name(std::string_view wanted);

// What the outputs of an operand are called, without extension: the safe name of its source, of
// which an extension of a format in the table is cut. "version-3.5-is-out" stays whole.
std::string output_name(const std::string& operand, const Formats& formats);

}  // namespace pressmark::cli
