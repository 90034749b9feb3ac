// converters/importers/text/lines_left_out.h: lines that are no part of the article and are left
// out before it is read.
#pragma once

#include <string_view>

#include "converters/importers/text/lines.h"
#include "converters/importers/text/trace.h"
#include "core/base/diagnostics.h"

namespace pressmark::plain_text {

// Leaves only the book between the frame of Project Gutenberg, where there is one. `trace` may be
// null.
void cut_book_frame(Lines& lines, Diagnostics& diagnostics, Trace* trace);

// Leaves out page turns anywhere, and end marks and what editors sign with among the last lines,
// where nothing but credits follows. Returns the agency that such a sign names; empty for none.
std::string_view leave_out_marks(Lines& lines, Diagnostics& diagnostics, Trace* trace);

}  // namespace pressmark::plain_text
