#include "converters/importers/text/date_words.h"

#include <algorithm>
#include <string>

#include "converters/common/month_names.h"
#include "converters/importers/text/characters.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

std::optional<ScannedDate> made(DatePart part, std::size_t length) {
  ScannedDate scanned{Date{.start = part}, length};
  if (!is_valid(scanned.date)) return {};
  return scanned;
}

// A year of four digits, none behind.
int scan_year(Scanner& scanner) {
  const std::size_t start = scanner.position();
  const int year = scanner.number(4);
  if (year >= 1000 && year <= 2999) return year;
  scanner.move_to(start);
  return 0;
}

// The endings of ordinal day numbers: "12th", "1er", "1º", "12.".
void skip_ordinal(Scanner& scanner) {
  for (const std::string_view ending : {"th", "st", "nd", "rd", "er", "ère", "º", "ª", "°", "."}) {
    if (scanner.skip(ending)) return;
  }
}

// A month's name with the full stop of an abbreviation.
int scan_month(Scanner& scanner) {
  const std::size_t start = scanner.position();
  if (const int month = month_of(scanner.letters())) return month;
  // "تشرين الأول" has two words.
  const std::size_t one_word = scanner.position();
  if (one_word > start && scanner.skip(" ")) {
    scanner.letters();
    if (const int month = month_of(scanner.since(start))) return month;
  }
  scanner.move_to(start);
  return 0;
}

// A full stop of an abbreviated month, when a year or the date's end follows it. The full stop that
// ends a sentence looks the same, so the caller gives it back where no year comes.
void skip_abbreviation_stop(Scanner& scanner) { scanner.skip("."); }

// What stands between day and month, and month and year: spaces, "de", "del", "of", a comma.
void skip_joint(Scanner& scanner) {
  scanner.skip_spaces();
  for (const std::string_view word : {"de ", "del ", "d'", "of ", "den "}) {
    if (scanner.skip(word)) break;
  }
  scanner.skip_spaces();
}

// The year behind a month or day, and the words for "year" behind it.
int scan_trailing_year(Scanner& scanner) {
  const std::size_t start = scanner.position();
  skip_abbreviation_stop(scanner);
  scanner.skip(",");
  const bool apart = scanner.position() > start || scanner.skip_spaces();
  skip_joint(scanner);
  const int year = apart ? scan_year(scanner) : 0;
  if (year == 0) {
    scanner.move_to(start);
    return 0;
  }
  for (const std::string_view word : {" года", " г.", " року", " р.", " г", " m."}) {
    if (scanner.skip(word)) break;
  }
  return year;
}

// The month's name in the other calendar of the Arab world: "أكتوبر/ تشرين الأول".
void skip_second_name(Scanner& scanner, int month) {
  const std::size_t start = scanner.position();
  scanner.skip_spaces();
  scanner.skip("/");
  scanner.skip_spaces();
  const std::size_t name = scanner.position();
  // Some have two words, some one.
  scanner.letters();
  const std::size_t one_word = scanner.position();
  if (scanner.skip(" ")) scanner.letters();
  if (month_of(scanner.since(name)) == month) return;
  scanner.move_to(one_word);
  if (one_word == name || month_of(scanner.since(name)) != month) scanner.move_to(start);
}

// "12 октября 2024 года", "12. Oktober 2024", "12 de octubre de 2024", "1er mars".
std::optional<ScannedDate> scan_day_first(std::string_view text) {
  Scanner scanner(text);
  const int day = scanner.number(2);
  if (day < 1) return {};
  skip_ordinal(scanner);
  skip_joint(scanner);
  const int month = scan_month(scanner);
  if (month == 0) return {};
  skip_second_name(scanner, month);
  DatePart part{.month = month, .day = day};
  if (const int year = scan_trailing_year(scanner)) part.year = year;
  return made(part, scanner.position());
}

// "October 12", "Oct. 12, 2024".
std::optional<ScannedDate> scan_month_first(std::string_view text) {
  Scanner scanner(text);
  const int month = scan_month(scanner);
  if (month == 0) return {};
  skip_abbreviation_stop(scanner);
  if (!scanner.skip_spaces()) return {};
  const int day = scanner.number(2);
  if (day < 1) return {};
  for (const std::string_view ending : {"th", "st", "nd", "rd"}) {
    if (scanner.skip(ending)) break;
  }
  DatePart part{.month = month, .day = day};
  const std::size_t before = scanner.position();
  if (!scanner.skip(".")) {
    if (const int year = scan_trailing_year(scanner)) part.year = year;
  } else {
    scanner.move_to(before);
  }
  return made(part, scanner.position());
}

// "2024-10-12", "2024. október 12.", "2024/10/12".
std::optional<ScannedDate> scan_year_first(std::string_view text) {
  Scanner scanner(text);
  const int year = scan_year(scanner);
  if (year == 0) return {};
  for (const char* separator : {"-", "/", "."}) {
    Scanner numbers = scanner;
    if (!numbers.skip(separator)) continue;
    numbers.skip(" ");  // "2024. 10. 12."
    const int month = numbers.number(2);
    if (month < 0 || !numbers.skip(separator)) continue;
    numbers.skip(" ");
    const int day = numbers.number(2);
    if (day < 0) continue;
    if (*separator == '.') numbers.skip(".");
    return made({.year = year, .month = month, .day = day}, numbers.position());
  }
  scanner.skip(".");
  scanner.skip_spaces();
  const int month = scan_month(scanner);
  if (month == 0 || !scanner.skip_spaces()) return {};
  const int day = scanner.number(2);
  if (day < 1) return {};
  scanner.skip(".");
  return made({.year = year, .month = month, .day = day}, scanner.position());
}

// Which number of "3/4/2024" is the month: that depends on where it was written.
enum class NumericOrder { unknown, day_first, month_first };

// English without a region writes both, American English the month first, all others that write
// such dates the day.
NumericOrder numeric_order_of(std::string_view language) {
  if (language.empty()) return NumericOrder::unknown;
  const bool english = language == "en" || language.starts_with("en-");
  if (language == "en-US") return NumericOrder::month_first;
  return english && language.size() == 2 ? NumericOrder::unknown : NumericOrder::day_first;
}

// "12.10.2024", "13/4/2024", "4/13/2024", "12-10-2024", "12-Oct-2024".
std::optional<ScannedDate> scan_numbers(std::string_view text, NumericOrder order) {
  Scanner scanner(text);
  int day = scanner.number(2);
  if (day < 0) return {};
  std::string_view separator;
  for (const std::string_view mark : {".", "/", "-"}) {
    if (separator.empty() && scanner.skip(mark)) separator = mark;
  }
  if (separator.empty()) return {};
  const bool stops = separator == ".";
  if (stops) scanner.skip(" ");
  int month = scanner.number(2);
  const bool named = month < 0;
  if (named) month = scan_month(scanner);
  if (month < 1 || !scanner.skip(separator)) return {};
  if (stops) scanner.skip(" ");
  const int year = scan_year(scanner);
  if (year == 0) return {};
  if (!stops && !named) {
    const bool open = day <= 12 && month <= 12 && day != month;
    if (open && order == NumericOrder::unknown) return {};
    if (month > 12 || (open && order == NumericOrder::month_first)) std::swap(day, month);
  }
  return made({.year = year, .month = month, .day = day}, scanner.position());
}

struct EastAsianUnits {
  std::string_view year, month, day;
};

// A number in ASCII or full-width digits.
int scan_wide_number(Scanner& scanner, std::size_t most) {
  const std::size_t start = scanner.position();
  if (const int number = scanner.number(most); number >= 0) return number;
  int value = 0;
  std::size_t digits = 0;
  while (scanner.peek() >= U'０' && scanner.peek() <= U'９' && digits < most) {
    value = value * 10 + static_cast<int>(scanner.next() - U'０');
    ++digits;
  }
  if (digits == 0) scanner.move_to(start);
  return digits == 0 ? -1 : value;
}

// The year before the first of an era that counts its own years: Japan's, and the Republic of
// China.
struct Era {
  std::string_view name;
  int before;
};
constexpr Era eras[] = {{"令和", 2018}, {"平成", 1988}, {"昭和", 1925},    {"大正", 1911},
                        {"明治", 1867}, {"民國", 1911}, {"中華民國", 1911}};

// "令和6年", "昭和元年"; 0 and no move where there is none.
int scan_era_year(Scanner& scanner) {
  const std::size_t start = scanner.position();
  for (const Era& era : eras) {
    if (!scanner.skip(era.name)) continue;
    const int year = scanner.skip("元") ? 1 : scan_wide_number(scanner, 3);
    if (year > 0 && scanner.skip("年")) return era.before + year;
    scanner.move_to(start);
  }
  return 0;
}

// "2024年10月12日", "10月12日", "令和6年10月12日", "2024년 10월 12일".
std::optional<ScannedDate> scan_east_asian(std::string_view text) {
  for (const EastAsianUnits& units :
       {EastAsianUnits{"年", "月", "日"}, EastAsianUnits{"년", "월", "일"}}) {
    Scanner scanner(text);
    DatePart part;
    const int era_year = scan_era_year(scanner);
    int number = scan_wide_number(scanner, era_year > 0 ? 2 : 4);
    if (era_year > 0) {
      part.year = era_year;
    } else if (number >= 1000 && scanner.skip(units.year)) {
      part.year = number;
      scanner.skip_spaces();
      number = scan_wide_number(scanner, 2);
    }
    if (number < 1 || number > 12 || !scanner.skip(units.month)) continue;
    part.month = number;
    scanner.skip_spaces();
    part.day = std::max(scan_wide_number(scanner, 2), 0);
    if (part.day == 0 || !(scanner.skip(units.day) || scanner.skip("号"))) continue;
    return made(part, scanner.position());
  }
  return {};
}

// In Croatian and Bosnian "listopad" is October, elsewhere November.
void correct_month(ScannedDate& scanned, std::string_view text, std::string_view language) {
  if (scanned.date.start.month != 11 ||
      (!language.starts_with("hr") && !language.starts_with("bs")))
    return;
  if (fold(text.substr(0, scanned.length)).find("listopad") != std::string::npos) {
    scanned.date.start.month = 10;
  }
}

}  // namespace

// "ı" is what "I" folds to in Turkish only; Unicode's own lower case of "İ" is "i" and a dot.
std::string fold_date_word(std::string_view word) {
  std::string folded = fold(word);
  for (std::size_t at = folded.find("i\u0307"); at != folded.npos; at = folded.find("i\u0307")) {
    folded.erase(at + 1, 2);
  }
  return folded;
}

int month_of(std::string_view word) {
  if (word.empty() || word.size() > 40) return 0;
  return month_of_name(fold_date_word(word));
}

std::optional<ScannedDate> scan_date(std::string_view text, std::string_view language) {
  text = utf8::prefix(text, 80);
  for (const auto scan : {scan_east_asian, scan_year_first}) {
    if (auto scanned = scan(text)) return scanned;
  }
  if (auto scanned = scan_numbers(text, numeric_order_of(language))) return scanned;
  for (const auto scan : {scan_day_first, scan_month_first}) {
    auto scanned = scan(text);
    if (!scanned) continue;
    correct_month(*scanned, text, language);
    return scanned;
  }
  return {};
}

std::optional<ScannedDate> scan_month_and_year(std::string_view text) {
  Scanner scanner(utf8::prefix(text, 80));
  const int month = scan_month(scanner);
  if (month == 0) return {};
  const int year = scan_trailing_year(scanner);
  if (year == 0) return {};
  return made({.year = year, .month = month}, scanner.position());
}

}  // namespace pressmark::plain_text
