// converters/importers/text/date_words.h: dates as people write them.
#pragma once

#include <optional>
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

// The date at the start of the text, as precise as it is written: "October 12", "Oct. 12, 2024",
// "12 октября 2024 года", "1er mars 2024", "12 de octubre de 2024", "2024. október 12.",
// "2024-10-12", "12.10.2024", "2024年10月12日", "10月12日", "2024년 10월 12일"; ordinal endings and
// a final "г." are part of it. Of "3/4/2024" nobody knows the month, so it is none; "13/4/2024" is
// one. Absent where there is no date, or an impossible one. A month alone is none.
std::optional<ScannedDate> scan_date(std::string_view text);

// The same with what stands around a date on a line of its own: weekday, time of day, time zone.
// The time is part of the date where it stands behind a full date.
std::optional<ScannedDate> scan_date_and_time(std::string_view text);

// The length of a weekday's name at the start, in the languages above, with the comma or space
// behind it; 0 where there is none.
std::size_t weekday_length(std::string_view text);

}  // namespace pressmark::plain_text
