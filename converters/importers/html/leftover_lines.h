// converters/importers/html/leftover_lines.h: lines that say in their own words that they are the
// page's machinery. Nothing is one that has any other words.
#pragma once

#include <string_view>

namespace pressmark::html {

// Whether a line is nothing but a reading time, a call to share, an advertisement's mark or a link
// of the page's own navigation.
bool is_leftover_line(std::string_view text);

// "4 min", "12 Minuten".
bool is_minutes(std::string_view text);

// "Share", "Teilen".
bool is_word_for_sharing(std::string_view text);

// "© 2026 Example Media. All rights reserved."; `dated`: only those with a year or these words.
bool is_notice_of_rights(std::string_view text, bool dated);

// "Related articles", "Mehr zum Thema": whether a heading has such words.
bool announces_other_articles(std::string_view text);

}  // namespace pressmark::html
