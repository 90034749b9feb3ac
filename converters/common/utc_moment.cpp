#include "converters/common/utc_moment.h"

#include <algorithm>

namespace pressmark {
namespace {

// The two digits at `position`; 0 where there are none.
int two_digits(std::string_view text, std::size_t position) {
  if (position + 2 > text.size()) return 0;
  return (text[position] - '0') * 10 + (text[position + 1] - '0');
}

// Days since 1970-01-01 of a proleptic Gregorian day, counted in years that begin in March.
long long days_of(int year, int month, int day) {
  const int shifted = month <= 2 ? year - 1 : year;
  const long long era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  const long long year_of_era = shifted - era * 400;
  const long long day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const long long day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

// Seconds of "08:30:00+03:00" since midnight in UTC; without an offset it is taken as UTC.
long long seconds_of(std::string_view time) {
  long long seconds = two_digits(time, 0) * 3600 + two_digits(time, 3) * 60;
  if (time.size() >= 8 && time[5] == ':') seconds += two_digits(time, 6);
  const std::size_t sign = time.find_first_of("+-");
  if (sign == std::string_view::npos) return seconds;
  const long long offset = two_digits(time, sign + 1) * 3600 + two_digits(time, sign + 4) * 60;
  return time[sign] == '+' ? seconds - offset : seconds + offset;
}

}  // namespace

std::optional<std::string> utc_moment(const Date& date) {
  const DatePart& part = date.start;
  if (!part.year || *part.year < 1 || *part.year > 9998) return {};
  const long long seconds =
      days_of(*part.year, std::max(part.month, 1), std::max(part.day, 1)) * 86400 +
      seconds_of(date.time);
  const Date utc = date_of_unix_time(seconds);
  if (!utc.start.year || *utc.start.year < 1 || *utc.start.year > 9999) return {};
  return day_string(utc) + "T" + utc.time.substr(0, 8) + "Z";
}

}  // namespace pressmark
