#include "core/model/date.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace pressmark {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(std::optional<int> year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && (!year || is_leap(*year))) return 29;
  return days[month - 1];
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A cursor over the text of a date.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  bool take(char c) {
    if (peek() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Exactly `count` digits.
  std::optional<int> digits(int count) {
    int value = 0;
    if (rest_.size() < static_cast<std::size_t>(count)) return {};
    for (int i = 0; i < count; ++i) {
      if (!is_digit(rest_[i])) return {};
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }
  int digits_ahead() const {
    int count = 0;
    while (static_cast<std::size_t>(count) < rest_.size() && is_digit(rest_[count])) ++count;
    return count;
  }

 private:
  std::string_view rest_;
};

bool set_month_or_season(int number, DatePart& part) {
  if (number >= 21 && number <= 24) {
    part.season = number - 20;
    return true;
  }
  part.month = number;
  return number >= 1 && number <= 12;
}

// "--10-12" or "--10".
std::optional<DatePart> read_yearless(Reader& reader) {
  DatePart part;
  const auto month = reader.digits(2);
  if (!month || *month < 1 || *month > 12) return {};
  part.month = *month;
  if (reader.take('-')) {
    const auto day = reader.digits(2);
    if (!day) return {};
    part.day = *day;
  }
  return part;
}

std::optional<DatePart> read_part(Reader& reader) {
  bool negative = false;
  if (reader.take('-')) {
    if (reader.take('-')) return read_yearless(reader);
    negative = true;
  }
  DatePart part;
  const int ahead = reader.digits_ahead();
  if (ahead != 4 && ahead != 8) return {};
  const auto year = reader.digits(4);
  part.year = negative ? -*year : *year;
  if (ahead == 8) {
    if (!set_month_or_season(*reader.digits(2), part)) return {};
    part.day = *reader.digits(2);
    return part;
  }
  const char separator = reader.peek();
  // A slash is a separator only in "2026/10/12"; between two dates it marks a range.
  if (separator != '-' && separator != '/') return part;
  Reader ahead_of_separator = reader;
  ahead_of_separator.take(separator);
  if (separator == '/' && ahead_of_separator.digits_ahead() != 2) return part;
  reader = ahead_of_separator;
  const auto month = reader.digits(2);
  if (!month || !set_month_or_season(*month, part)) return {};
  if (part.month != 0 && reader.take(separator)) {
    const auto day = reader.digits(2);
    if (!day || *day == 0) return {};
    part.day = *day;
  }
  return part;
}

// Reads "08:30", "08:30:00.5Z", "083000+0300", ... into the normal form; empty when it is no time.
std::string read_time(Reader& reader) {
  const bool extended = reader.digits_ahead() == 2;
  const auto hour = reader.digits(2);
  if (extended && !reader.take(':')) return {};
  const auto minute = reader.digits(2);
  if (!hour || !minute || *hour > 24 || *minute > 59) return {};
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%02d:%02d", *hour, *minute);
  std::string time = buffer;
  if (extended ? reader.take(':') : reader.digits_ahead() >= 2) {
    const auto second = reader.digits(2);
    if (!second || *second > 60) return {};
    std::snprintf(buffer, sizeof buffer, ":%02d", *second);
    time += buffer;
    if (reader.take('.') || reader.take(',')) {
      while (is_digit(reader.peek())) reader.take(reader.peek());
    }
  }
  reader.take(' ');
  if (reader.take('Z') || reader.take('z')) return time + "Z";
  const char sign = reader.peek();
  if (sign != '+' && sign != '-') return time;
  reader.take(sign);
  const auto offset_hour = reader.digits(2);
  reader.take(':');
  const auto offset_minute = reader.at_end() ? std::optional<int>(0) : reader.digits(2);
  if (!offset_hour || !offset_minute || *offset_hour > 15 || *offset_minute > 59) return {};
  std::snprintf(buffer, sizeof buffer, "%c%02d:%02d", sign, *offset_hour, *offset_minute);
  return time + buffer;
}

std::string part_string(const DatePart& part) {
  char buffer[32];
  std::string text;
  if (part.year) {
    std::snprintf(buffer, sizeof buffer, "%s%04d", *part.year < 0 ? "-" : "", std::abs(*part.year));
    text = buffer;
  } else if (part.month != 0) {
    text = "-";
  }
  const int second = part.season != 0 ? part.season + 20 : part.month;
  if (second != 0) {
    std::snprintf(buffer, sizeof buffer, "-%02d", second);
    text += buffer;
  }
  if (part.day != 0) {
    std::snprintf(buffer, sizeof buffer, "-%02d", part.day);
    text += buffer;
  }
  return text;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

}  // namespace

bool is_valid(const DatePart& part) {
  if (part.empty()) return false;
  if (part.year && (*part.year < -9999 || *part.year > 9999)) return false;
  if (part.season != 0) {
    return part.year && part.month == 0 && part.day == 0 && part.season >= 1 && part.season <= 4;
  }
  if (part.month < 0 || part.month > 12) return false;
  if (part.month == 0) return part.day == 0;
  return part.day >= 0 && part.day <= days_in_month(part.year, part.month);
}

bool is_valid(const Date& date) {
  if (date.start.empty()) return !date.literal.empty() && !date.end && date.time.empty();
  if (!is_valid(date.start)) return false;
  if (!date.time.empty() && date.start.day == 0) return false;
  return !date.end || is_valid(*date.end);
}

Date make_date(int year, int month, int day) {
  Date date;
  date.start.year = year;
  date.start.month = month;
  date.start.day = day;
  return date;
}

std::string day_string(const Date& date) {
  if (date.start.empty()) return date.literal;
  std::string text = part_string(date.start);
  if (date.end) text += "/" + part_string(*date.end);
  if (date.circa) text += "~";
  return text;
}

std::string to_string(const Date& date) {
  if (date.time.empty() || date.start.empty() || date.end) return day_string(date);
  return part_string(date.start) + "T" + date.time + (date.circa ? "~" : "");
}

std::optional<Date> parse_date(std::string_view text) {
  const std::string clean = trimmed(text);
  Reader reader(clean);
  Date date;
  const auto start = read_part(reader);
  if (!start) return {};
  date.start = *start;
  if (date.start.day != 0 && (reader.take('T') || reader.take(' '))) {
    date.time = read_time(reader);
    if (date.time.empty()) return {};
  } else if (reader.take('/')) {
    const auto end = read_part(reader);
    if (!end) return {};
    date.end = *end;
  }
  date.circa = reader.take('~');
  if (!reader.at_end() || !is_valid(date)) return {};
  return date;
}

Date date_of_unix_time(long long unix_seconds) {
  // Days to civil date: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  const long long second_of_day = ((unix_seconds % 86400) + 86400) % 86400;
  const long long days = (unix_seconds - second_of_day) / 86400 + 719468;
  const long long era = (days >= 0 ? days : days - 146096) / 146097;
  const long long day_of_era = days - era * 146097;
  const long long year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const long long day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long long shifted_month = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  const int year = static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
  Date date = make_date(year, month, day);
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%02d:%02d:%02dZ", static_cast<int>(second_of_day / 3600),
                static_cast<int>(second_of_day / 60 % 60), static_cast<int>(second_of_day % 60));
  date.time = buffer;
  return date;
}

}  // namespace pressmark
