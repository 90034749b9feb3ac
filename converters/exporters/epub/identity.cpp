#include "converters/exporters/epub/identity.h"

#include <algorithm>

#include "converters/common/digest.h"
#include "core/model/dump.h"

namespace pressmark::epub {
namespace {

bool is_urn_uuid(std::string_view text) {
  constexpr std::string_view prefix = "urn:uuid:";
  if (!text.starts_with(prefix) || text.size() != prefix.size() + 36) return false;
  text.remove_prefix(prefix.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = text[i];
    const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (hyphen ? c != '-' : !digit) return false;
  }
  return true;
}

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

std::string identifier_of(const std::vector<const Document*>& articles, const std::string& title) {
  if (articles.size() == 1) {
    const std::string& own = articles[0]->metadata.text(Variable::identifier);
    if (is_urn_uuid(own)) return own;
  }
  std::string contents = title;
  for (const Document* article : articles) {
    DumpOptions options;
    options.provenance = false;
    options.indented = false;
    contents += '\n' + sha256_hex(dump(*article, options));
  }
  return "urn:uuid:" + uuid_v5_url("pressmark:" + sha256_hex(contents));
}

std::string modified_of(const std::vector<const Document*>& articles,
                        const std::optional<Date>& time) {
  if (time) {
    if (const std::optional<std::string> moment = utc_moment(*time)) return *moment;
  }
  std::string latest;
  for (const Document* article : articles) {
    for (const DateVariable variable : {DateVariable::modified, DateVariable::issued}) {
      const std::optional<std::string> moment = utc_moment(article->metadata.date(variable));
      if (moment) latest = std::max(latest, *moment);
    }
  }
  return latest.empty() ? "2000-01-01T00:00:00Z" : latest;
}

}  // namespace pressmark::epub
