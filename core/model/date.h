// core/model/date.h: dates as catalogues need them: partial, uncertain, ranges or words.
//
// The written form is that of EDTF (ISO 8601-2:2019) level 1 where it has one:
// "2026", "2026-10", "2026-10-12", "2026-10-12T08:30:00+03:00", "2026-21" (spring), "2026-10-12~"
// (circa), "2026-10/2026-11" (range), "-0044-03-15"; and, for a day without a year, the "--10-12"
// of XML Schema's gMonthDay (also "--10"), which TEI and vCard use.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

// A day or less than a day's precision. Members that are not known are absent or 0; a day has a
// month; a season has no month.
struct DatePart {
  std::optional<int> year;  // proleptic Gregorian, astronomical: 0 is 1 BC
  int month = 0;            // 1 to 12
  int day = 0;     // 1 to 31, valid in its month (29 February also where the year is absent)
  int season = 0;  // 1 spring, 2 summer, 3 autumn, 4 winter

  bool empty() const { return !year && month == 0 && season == 0; }
  bool operator==(const DatePart&) const = default;
};

struct Date {
  DatePart start;
  std::optional<DatePart> end;  // of a range
  bool circa = false;
  // Time of day of `start` with the source's own offset: "08:30", "08:30:00", "08:30:00Z",
  // "08:30:00+03:00". Fractions of a second are cut. Empty: none.
  std::string time = {};
  // The words of a date that has no other form ("Easter 1916"). Empty where the parts say it all.
  std::string literal = {};

  bool empty() const { return start.empty() && literal.empty(); }
  bool operator==(const Date&) const = default;
};

// Whether the parts form a possible date: ranges of numbers, days of the month, leap years.
bool is_valid(const DatePart& part);
bool is_valid(const Date& date);

// A date of a day; no check.
Date make_date(int year, int month = 0, int day = 0);

// The written form above, with the time when there is one; the literal where there is nothing else.
// Round trip: parse_date(to_string(d)) equals d for each valid date without literal.
std::string to_string(const Date& date);
// The same without the time: "2026-10-12".
std::string day_string(const Date& date);

// Reads the written form, and from HTML pages also "2026-10-12 08:30:00 +0300", "20261012",
// "2026/10/12" and "20261012T083000Z". Absent when the text is not such a date or not a possible
// one. Dates in words are a matter of the importers.
std::optional<Date> parse_date(std::string_view text);

// The moment `unix_seconds` after 1970-01-01T00:00:00Z as a date with time, in UTC; never uses the
// machine's time zone.
Date date_of_unix_time(long long unix_seconds);

}  // namespace pressmark
