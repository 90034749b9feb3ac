// converters/importers/text/below_text.h: what stands below a story beside its credits.
#pragma once

#include <optional>
#include <string_view>

#include "converters/importers/text/front_line.h"

namespace pressmark::plain_text {

// "© Agence France-Presse", "Copyright 2024 ...": whose the text is.
bool is_copyright_notice(std::string_view words);

// The brackets at the end of a paragraph, with the number of a wire behind them
// ("(編輯：李四）1131012"); empty where there are none.
std::string_view credit_at_end(std::string_view words);

// "Source: Xinhua", "来源：新华社", "Tags: ferries, goats"; absent for another line.
std::optional<LabelledWords> label_below(std::string_view words);

}  // namespace pressmark::plain_text
