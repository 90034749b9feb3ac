// converters/importers/text/embargo.h: until when a text may not be published.
#pragma once

#include <string_view>

#include "converters/importers/text/wire_marks.h"

namespace pressmark::plain_text {

// SlugKind::embargo for "EMBARGOED UNTIL 10:00 GMT, 12 October" and "Sperrfrist: Montag, 6 Uhr",
// SlugKind::embargo_label for such words with nothing behind them, whose day is on the next line,
// SlugKind::none for all else: a headline has the words ("Embargo: how the war began"), too, but no
// day or hour right behind them. `folded` is fold(text).
SlugKind embargo_kind(std::string_view text, std::string_view folded);

}  // namespace pressmark::plain_text
