// converters/importers/text/byline_names.h: names with what stands between and behind them.
#pragma once

#include <string_view>

#include "converters/importers/text/byline.h"

namespace pressmark::plain_text {

// Reads the names of a byline or credit: divided by commas, semicolons, bars and words for "and";
// with positions, places, agencies, roles, degrees and e-mail addresses behind them. They are put
// into `byline` with their place in `line`, of which `names` is a part. `marked`: a word for "by"
// stands before them, so places and desks may be among them. False where a piece is neither a name
// nor what may stand beside one.
bool read_names(std::string_view line, std::string_view names, bool marked, Byline& byline);

}  // namespace pressmark::plain_text
