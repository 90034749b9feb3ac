#include "converters/importers/text/date_words.h"

#include <algorithm>
#include <string>

#include "converters/common/month_names.h"
#include "converters/importers/text/characters.h"

namespace pressmark::plain_text {
namespace {

constexpr std::string_view weekdays[] = {
    "csütörtök",     "cuma",         "cumartesi",    "czwartek",    "dienstag",     "dimanche",
    "dinsdag",       "domenica",     "domingo",      "donderdag",   "donnerstag",   "duminică",
    "fredag",        "freitag",      "fri",          "friday",      "giovedì",      "hétfő",
    "jeudi",         "joi",          "jueves",       "jumat",       "kamis",        "kedd",
    "keskiviikkona", "lauantaina",   "lundi",        "lunedì",      "lunes",        "luni",
    "lördag",        "lørdag",       "maanantaina",  "maandag",     "mandag",       "mardi",
    "martedì",       "martes",       "marți",        "mercoledì",   "mercredi",     "miercuri",
    "minggu",        "mittwoch",     "miércoles",    "mon",         "monday",       "montag",
    "måndag",        "neděle",       "niedziela",    "onsdag",      "pazar",        "pazartesi",
    "perjantaina",   "perşembe",     "piątek",       "pondělí",     "poniedziałek", "pátek",
    "péntek",        "quarta-feira", "quinta-feira", "rabu",        "sabato",       "sabtu",
    "salı",          "samedi",       "samstag",      "sat",         "saturday",     "segunda-feira",
    "selasa",        "senin",        "sexta-feira",  "sobota",      "sonnabend",    "sonntag",
    "středa",        "sun",          "sunday",       "sunnuntaina", "szerda",       "szombat",
    "sábado",        "sâmbătă",      "söndag",       "søndag",      "terça-feira",  "thu",
    "thur",          "thurs",        "thursday",     "tiistaina",   "tirsdag",      "tisdag",
    "torsdag",       "torstaina",    "tue",          "tues",        "tuesday",      "vasárnap",
    "vendredi",      "venerdì",      "viernes",      "vineri",      "vrijdag",      "wed",
    "wednesday",     "woensdag",     "wtorek",       "zaterdag",    "zondag",       "çarşamba",
    "úterý",         "čtvrtek",      "środa",        "δευτέρα",     "κυριακή",      "πέμπτη",
    "παρασκευή",     "σάββατο",      "τετάρτη",      "τρίτη",       "воскресенье",  "вторник",
    "вівторок",      "неділя",       "п'ятниця",     "петък",       "понеделник",   "понедельник",
    "понеділок",     "пятница",      "середа",       "среда",       "сряда",        "суббота",
    "субота",        "събота",       "четвер",       "четверг",     "четвъртък",    "الأحد",
    "الأربعاء",      "الاثنين",      "الثلاثاء",     "الجمعة",      "الخميس",       "السبت",
    "土曜日",        "日曜日",       "星期一",       "星期三",      "星期二",       "星期五",
    "星期六",        "星期四",       "星期天",       "星期日",      "月曜日",       "木曜日",
    "水曜日",        "火曜日",       "金曜日",       "금요일",      "목요일",       "수요일",
    "월요일",        "일요일",       "토요일",       "화요일"};
static_assert(std::ranges::is_sorted(weekdays));

// "ı" is what "I" folds to in Turkish only; Unicode's own lower case of "İ" is "i" and a dot.
std::string fold_word(std::string_view word) {
  std::string folded = fold(word);
  for (std::size_t at = folded.find("i\u0307"); at != folded.npos; at = folded.find("i\u0307")) {
    folded.erase(at + 1, 2);
  }
  return folded;
}

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
  const int month = month_of(scanner.letters());
  if (month == 0) {
    scanner.move_to(start);
    return 0;
  }
  return month;
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

// "12 октября 2024 года", "12. Oktober 2024", "12 de octubre de 2024", "1er mars".
std::optional<ScannedDate> scan_day_first(std::string_view text) {
  Scanner scanner(text);
  const int day = scanner.number(2);
  if (day < 1) return {};
  skip_ordinal(scanner);
  skip_joint(scanner);
  const int month = scan_month(scanner);
  if (month == 0) return {};
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
  for (const std::string_view separator : {"-", "/", "."}) {
    Scanner numbers = scanner;
    if (!numbers.skip(separator)) continue;
    const int month = numbers.number(2);
    if (month < 0 || !numbers.skip(separator)) continue;
    const int day = numbers.number(2);
    if (day < 0) continue;
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

// "12.10.2024", "13/4/2024", "4/13/2024".
std::optional<ScannedDate> scan_numbers(std::string_view text) {
  Scanner scanner(text);
  int first = scanner.number(2);
  const bool stops = scanner.skip(".");
  if (first < 0 || (!stops && !scanner.skip("/"))) return {};
  if (stops) scanner.skip(" ");
  int second = scanner.number(2);
  if (second < 0 || !scanner.skip(stops ? "." : "/")) return {};
  if (stops) scanner.skip(" ");
  const int year = scan_year(scanner);
  if (year == 0) return {};
  if (!stops) {
    if (first <= 12 && second <= 12 && first != second) return {};
    if (second > 12) std::swap(first, second);
  }
  return made({.year = year, .month = second, .day = first}, scanner.position());
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

// "2024年10月12日", "10月12日", "2024년 10월 12일".
std::optional<ScannedDate> scan_east_asian(std::string_view text) {
  for (const EastAsianUnits& units :
       {EastAsianUnits{"年", "月", "日"}, EastAsianUnits{"년", "월", "일"}}) {
    Scanner scanner(text);
    DatePart part;
    int number = scan_wide_number(scanner, 4);
    if (number >= 1000 && scanner.skip(units.year)) {
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

// "08:30", "8.30 Uhr", "8:30 a.m. EST", "10h30"; as "HH:MM".
std::string scan_time(Scanner& scanner) {
  const std::size_t start = scanner.position();
  int hour = scanner.number(2);
  const bool separated = scanner.skip(":") || scanner.skip("h") || scanner.skip(".");
  const int minute = hour >= 0 && separated ? scanner.number(2) : -1;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
    scanner.move_to(start);
    return {};
  }
  if (scanner.skip(":") && scanner.number(2) < 0) return {};
  const std::string rest = fold(scanner.rest().substr(0, 6));
  const std::size_t space = rest.starts_with(' ') ? 1 : 0;
  const std::string_view half = std::string_view(rest).substr(space, 4);
  if (half.starts_with("a.m.") || half.starts_with("p.m.") || half.starts_with("am") ||
      half.starts_with("pm")) {
    if (hour < 1 || hour > 12) return {};
    hour = hour % 12 + (half[0] == 'p' ? 12 : 0);
    scanner.move_to(scanner.position() + space + (half[1] == '.' ? 4 : 2));
  }
  std::string time;
  for (const int value : {hour, minute}) {
    if (!time.empty()) time += ':';
    time += static_cast<char>('0' + value / 10);
    time += static_cast<char>('0' + value % 10);
  }
  return time;
}

// A zone that says its offset: "Z", "UTC", "GMT", "+0300", "+03:00"; else empty.
std::string scan_zone(Scanner& scanner) {
  const std::size_t start = scanner.position();
  scanner.skip_spaces();
  for (const std::string_view name : {"UTC", "GMT", "Z"}) {
    if (scanner.skip(name)) return "Z";
  }
  const bool minus = scanner.skip("-") || scanner.skip("−");
  if (minus || scanner.skip("+")) {
    const std::string_view rest = scanner.rest();
    std::string digits;
    std::size_t used = 0;
    while (used < rest.size() && digits.size() < 4 &&
           (is_ascii_digit(static_cast<unsigned char>(rest[used])) || rest[used] == ':')) {
      if (rest[used] != ':') digits += rest[used];
      ++used;
    }
    if (digits.size() == 4 && digits < "1500") {
      scanner.move_to(scanner.position() + used);
      return (minus ? "-" : "+") + digits.substr(0, 2) + ":" + digits.substr(2);
    }
  }
  scanner.move_to(start);
  return {};
}

// Words between date and time: ", ", " at ", " um ", " à ", " в ", " - ", "T".
void skip_time_joint(Scanner& scanner) {
  scanner.skip(",");
  scanner.skip("T");
  scanner.skip_spaces();
  for (const std::string_view word :
       {"at ", "um ", "à ", "a las ", "alle ", "kl. ", "в ", "о ", "- ", "– ", "| ", "· "}) {
    if (scanner.skip(word)) break;
  }
  scanner.skip_spaces();
}

}  // namespace

int month_of(std::string_view word) {
  if (word.empty() || word.size() > 40) return 0;
  return month_of_name(fold_word(word));
}

std::optional<ScannedDate> scan_date(std::string_view text) {
  text = text.substr(0, 80);
  for (const auto scan :
       {scan_east_asian, scan_year_first, scan_numbers, scan_day_first, scan_month_first}) {
    if (auto scanned = scan(text)) return scanned;
  }
  return {};
}

std::size_t weekday_length(std::string_view text) {
  Scanner scanner(text);
  std::string_view word = scanner.letters();
  if (scanner.skip("-")) {
    scanner.letters();
    word = scanner.since(0);
  }
  if (word.empty() || word.size() > 40) return 0;
  if (!std::ranges::binary_search(weekdays, std::string_view(fold_word(word)))) return 0;
  scanner.skip(".");
  scanner.skip(",");
  scanner.skip_spaces();
  for (const std::string_view article : {"den ", "der ", "le ", "the "}) scanner.skip(article);
  return scanner.position();
}

std::optional<ScannedDate> scan_date_and_time(std::string_view text) {
  Scanner scanner(text);
  scanner.move_to(weekday_length(text));
  auto date = scan_date(scanner.rest());
  if (!date) {
    // "08:30, 12 October 2024"
    const std::string time = scan_time(scanner);
    if (time.empty()) return {};
    skip_time_joint(scanner);
    date = scan_date(scanner.rest());
    if (!date || !date->date.start.year) return {};
    scanner.move_to(scanner.position() + date->length);
    date->date.time = time;
    date->length = scanner.position();
    return date;
  }
  scanner.move_to(scanner.position() + date->length);
  const std::size_t end_of_date = scanner.position();
  if (scanner.skip(" (") || scanner.skip("(") || scanner.skip("（")) {
    if (const std::size_t weekday = weekday_length(scanner.rest())) {
      scanner.move_to(scanner.position() + weekday);
    }
    if (!scanner.skip(")") && !scanner.skip("）")) scanner.move_to(end_of_date);
  } else {
    scanner.skip(",");
    scanner.skip_spaces();
    const std::size_t weekday = weekday_length(scanner.rest());
    scanner.move_to(weekday > 0 ? scanner.position() + weekday : end_of_date);
  }
  date->length = scanner.position();
  skip_time_joint(scanner);
  const std::string time = scan_time(scanner);
  if (!time.empty()) {
    const std::string zone = scan_zone(scanner);
    if (date->date.start.year) date->date.time = time + (zone.empty() ? "" : ":00" + zone);
    for (const std::string_view word :
         {" Uhr", " Uhr.", " ч.", " MSK", " МСК", " EST", " EDT", " ET", " CET", " BST"}) {
      if (scanner.skip(word)) break;
    }
    date->length = scanner.position();
  }
  return date;
}

}  // namespace pressmark::plain_text
