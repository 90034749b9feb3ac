// converters/importers/html/date_words.h: dates as people write them, in the languages of the
// press.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/model/date.h"

namespace pressmark::html {

// How a date of two small numbers and a year is read where the numbers do not tell: 3/4/2026.
enum class DayOrder { day_first, month_first };

struct WrittenDate {
  Date date;          // a whole day
  std::size_t begin;  // octets of the text
  std::size_t end;
};

// The whole days that a text names, in order: "12 October 2026", "October 12th, 2026",
// "12. Oktober 2026", "12 de octubre de 2026", "12.10.2026", "10/12/2026", "2026-10-12",
// "2026年10月12日", with month names of 24 languages. Years before 1900 or after 2100 are no dates
// of web pages. A time of day behind the date is read with it.
std::vector<WrittenDate> find_dates(std::string_view text, DayOrder order);

// Reads a date that stands alone in an attribute: the forms of parse_date(), of RFC 5322
// ("Mon, 12 Oct 2026 08:30:00 +0300"), and those of find_dates(). Absent: it is none.
std::optional<Date> read_date(std::string_view text, DayOrder order);

}  // namespace pressmark::html
