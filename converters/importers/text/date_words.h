// converters/importers/text/date_words.h: dates as people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/model/date.h"

namespace pressmark::plain_text {

struct ScannedDate {
  Date date;
  std::size_t length = 0;  // octets of the text it takes
};

// The month of a name or abbreviation (a full stop behind it is not part), in letters of any case:
// English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian,
// Finnish, Polish, Czech, Hungarian, Romanian, Turkish, Russian, Ukrainian, Bulgarian, Greek,
// Arabic, Indonesian. 0 for any other word.
int month_of(std::string_view word);

// A word in lower case, to be looked up among the names of months and weekdays: the dot above of
// Turkish capitals is left out.
std::string fold_date_word(std::string_view word);

// The date at the start of the text, as precise as it is written: "October 12", "Oct. 12, 2024",
// "12 октября 2024 года", "1er mars 2024", "12 de octubre de 2024", "2024. október 12.",
// "2024-10-12", "12.10.2024", "12-Oct-2024", "2024年10月12日", "10月12日", "令和6年10月12日",
// "2024년 10월 12일", "12 أكتوبر/ تشرين الأول"; ordinal endings and a final "г." are part of it. In
// "13/4/2024" one number must be the day. The language of the text, empty where it is unknown,
// tells what the words do not: the day of "3/4/2024" (absent where nobody knows), and which month
// "listopad" is. Absent where there is no date, or an impossible one. A month alone is none.
std::optional<ScannedDate> scan_date(std::string_view text, std::string_view language = {});

// "October 2024", "Octobre 2024": a month and its year at the start of the text.
std::optional<ScannedDate> scan_month_and_year(std::string_view text);

// The same as scan_date() with what stands around a date on a line of its own: weekday, time of day
// before or behind it, time zone. The time is part of the date where that is whole.
std::optional<ScannedDate> scan_date_and_time(std::string_view text,
                                              std::string_view language = {});

// The length of a weekday's name at the start, in the languages above, with the comma or space
// behind it; 0 where there is none.
std::size_t weekday_length(std::string_view text);

}  // namespace pressmark::plain_text
