// Dates with what stands around them on a line of their own: weekday, time of day, time zone.
#include <algorithm>
#include <string>

#include "converters/common/word_set.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/date_words.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::string_view weekdays =
    "csütörtök, cuma, cumartesi, czwartek, di, dienstag, dim, "
    "dimanche, dinsdag, do, dom, domenica, domingo, donderdag, "
    "donnerstag, duminică, fr, fredag, freitag, fri, friday, gio, "
    "giovedì, hétfő, jeu, jeudi, joi, jue, jueves, jumat, kamis, kedd, "
    "keskiviikkona, lauantaina, lun, lundi, lunedì, lunes, luni, "
    "lördag, lørdag, maanantaina, maandag, mandag, mardi, martedì, "
    "martes, marți, mer, mercoledì, mercredi, mi, miercuri, minggu, "
    "mittwoch, mié, miércoles, mo, mon, monday, montag, måndag, "
    "neděle, niedziela, onsdag, pazar, pazartesi, perjantaina, "
    "perşembe, piątek, pondělí, poniedziałek, pátek, péntek, qua, "
    "quarta-feira, qui, quinta-feira, rabu, sa, sab, sabato, sabtu, "
    "salı, sam, samedi, samstag, sat, saturday, seg, segunda-feira, "
    "selasa, senin, sex, sexta-feira, so, sobota, sonnabend, sonntag, "
    "středa, sun, sunday, sunnuntaina, szerda, szombat, sáb, sábado, "
    "sâmbătă, söndag, søndag, terça-feira, thu, thur, thurs, thursday, "
    "tiistaina, tirsdag, tisdag, torsdag, torstaina, tue, tues, "
    "tuesday, vasárnap, ven, vendredi, venerdì, vie, viernes, vineri, "
    "vr, vrijdag, wed, wednesday, wo, woensdag, wtorek, za, zaterdag, "
    "zo, zondag, çarşamba, úterý, čtvrtek, środa, δευτέρα, κυριακή, "
    "πέμπτη, παρασκευή, σάββατο, τετάρτη, τρίτη, воскресенье, вс, вск, "
    "вт, вторник, втр, вівторок, нд, неділя, п'ятниця, петък, пн, пнд, "
    "понеделник, понедельник, понеділок, пт, птн, пятница, сб, середа, "
    "ср, срд, среда, сряда, суб, суббота, субота, събота, четвер, "
    "четверг, четвъртък, чт, чтв, الأحد, الأربعاء, الإثنين, الاثنين, "
    "الثلاثاء, الجمعة, الخميس, السبت, جمعه, دوشنبه, سهشنبه, "
    "شنبه, "
    "پنجشنبه, چهارشنبه, یکشنبه, गुरुवार, बुधवार, मंगलवार, रविवार, "
    "शनिवार, शुक्रवार, सोमवार, 周一, 周三, 周二, 周五, 周六, 周四, 周日, 土, 土曜日, 日, "
    "日曜日, 星期一, 星期三, 星期二, 星期五, 星期六, 星期四, 星期天, 星期日, 月, 月曜日, 木, "
    "木曜日, 水, "
    "水曜日, 火, 火曜日, 週一, 週三, 週二, 週五, 週六, 週四, 週日, 金, 金曜日, 금, 금요일, 목, "
    "목요일, "
    "수, 수요일, 월, 월요일, 일, 일요일, 토, 토요일, 화, 화요일";

// Words of the half of a day before the hour: 0 or 12 hours to be added; -1 where there is none.
int scan_half_before(Scanner& scanner) {
  for (const std::string_view word : {"오전 ", "午前", "上午"}) {
    if (scanner.skip(word)) return 0;
  }
  for (const std::string_view word : {"오후 ", "午後", "下午"}) {
    if (scanner.skip(word)) return 12;
  }
  return -1;
}

// "a.m.", "PM" behind the hour: 0 or 12, -1 where there is none.
int scan_half_behind(Scanner& scanner) {
  const std::size_t start = scanner.position();
  scanner.skip_spaces();
  const std::string rest = fold(utf8::prefix(scanner.rest(), 6));
  for (const std::string_view half : {"a.m.", "p.m.", "am", "pm"}) {
    if (!rest.starts_with(half)) continue;
    scanner.move_to(scanner.position() + half.size());
    if (is_letter(scanner.peek())) break;
    return half.starts_with('p') ? 12 : 0;
  }
  scanner.move_to(start);
  return -1;
}

// The mark between hours and minutes; whether there is one.
bool skip_hour_mark(Scanner& scanner) {
  for (const std::string_view mark : {":", "h", ".", "時", "时", "點", "点", "시 ", "시"}) {
    if (scanner.skip(mark)) return true;
  }
  return false;
}

// "08:30", "8.30 Uhr", "8:30 a.m.", "8 p.m.", "10h30", "8時30分", "오후 9:10"; as "HH:MM".
std::string scan_time(Scanner& scanner) {
  const std::size_t start = scanner.position();
  const int half_before = scan_half_before(scanner);
  int hour = scanner.number(2);
  int minute = hour >= 0 && skip_hour_mark(scanner) ? scanner.number(2) : -1;
  for (const std::string_view mark : {"分", "분"}) scanner.skip(mark);
  if (minute >= 0 && scanner.skip(":")) scanner.number(2);  // seconds
  const int half = half_before >= 0 ? half_before : scan_half_behind(scanner);
  if (half >= 0 && minute < 0) minute = 0;  // "8 p.m."
  if (half >= 0 && hour >= 1 && hour <= 12) hour = hour % 12 + half;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
    scanner.move_to(start);
    return {};
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

// The names of zones whose offset depends on the day or the country, and words for "o'clock".
void skip_zone_name(Scanner& scanner) {
  static const WordSet names(
      "Uhr, ч, ET, CT, MT, PT, EST, EDT, CST, CDT, MST, MDT, PST, PDT, BST, CET, CEST, EET, EEST, "
      "WET, WEST, MSK, "
      "МСК, мск, IST, PKT, WIB, HKT, SGT, JST, KST, AEST, AEDT, BRT, ART, CAT, EAT, GMT, UTC, "
      "MESZ, MEZ, TSİ, KSA, hrs, h, น.");
  const std::size_t start = scanner.position();
  scanner.skip_spaces();
  const bool bracket = scanner.skip("(");
  for (const std::string_view zone : {"Eastern", "Central", "Mountain", "Pacific"}) {
    if (!scanner.skip(zone)) continue;
    if (!scanner.skip(" Daylight Time") && !scanner.skip(" Standard Time") &&
        !scanner.skip(" Time")) {
      break;
    }
    if (!bracket || scanner.skip(")")) return;
  }
  scanner.move_to(start);
  scanner.skip_spaces();
  if (bracket) scanner.skip("(");
  const std::string_view word = scanner.letters();
  if (!names.contains(word) || (bracket && !scanner.skip(")"))) {
    scanner.move_to(start);
    return;
  }
  scanner.skip(".");
}

// Words between date and time: ", ", " at ", " um ", " à ", " в ", " - ", "T".
void skip_time_joint(Scanner& scanner) {
  scanner.skip(",");
  scanner.skip("T");
  scanner.skip_spaces();
  for (const std::string_view word :
       {"at ",  "um ", "à ",   "a las ", "às ",   "alle ore ", "alle ",    "ore ",
        "kl. ", "kl ", "klo ", "om ",    "saat ", "godz. ",    "o godz. ", "в ",
        "о ",   "- ",  "– ",   "— ",     "| ",    "· ",        "• ",       "/ "}) {
    if (scanner.skip(word)) break;
  }
  scanner.skip_spaces();
}

// The time and its zone, as a date holds them; empty and no move where there is none.
std::string scan_time_and_zone(Scanner& scanner) {
  const std::string time = scan_time(scanner);
  if (time.empty()) return {};
  const std::string zone = scan_zone(scanner);
  skip_zone_name(scanner);
  return time + (zone.empty() ? "" : ":00" + zone);
}

// "08:30, 12 October 2024": the time before a whole date.
std::optional<ScannedDate> scan_time_first(std::string_view text, std::size_t start,
                                           std::string_view language) {
  Scanner scanner(text);
  scanner.move_to(start);
  const std::string time = scan_time_and_zone(scanner);
  if (time.empty()) return {};
  skip_time_joint(scanner);
  scanner.move_to(scanner.position() + weekday_length(scanner.rest()));
  auto date = scan_date(scanner.rest(), language);
  if (!date || !date->date.start.year) return {};
  date->date.time = time;
  date->length += scanner.position();
  return date;
}

// The weekday behind a date: " (Saturday)", ", Saturday".
void skip_weekday_behind(Scanner& scanner) {
  const std::size_t end_of_date = scanner.position();
  if (scanner.skip(" (") || scanner.skip("(") || scanner.skip("（")) {
    scanner.move_to(scanner.position() + weekday_length(scanner.rest()));
    if (!scanner.skip(")") && !scanner.skip("）")) scanner.move_to(end_of_date);
    return;
  }
  scanner.skip(",");
  scanner.skip_spaces();
  const std::size_t weekday = weekday_length(scanner.rest());
  scanner.move_to(weekday > 0 ? scanner.position() + weekday : end_of_date);
}

}  // namespace

std::size_t weekday_length(std::string_view text) {
  Scanner scanner(text);
  std::string_view word = scanner.letters();
  if (scanner.skip("-")) {
    scanner.letters();
    word = scanner.since(0);
  }
  if (word.empty() || word.size() > 40) return 0;
  static const WordSet names(weekdays);
  if (!names.contains(fold_date_word(word))) return 0;
  scanner.skip(".");
  scanner.skip(",");
  scanner.skip_spaces();
  for (const std::string_view article : {"den ", "der ", "le ", "the "}) scanner.skip(article);
  return scanner.position();
}

std::optional<ScannedDate> scan_date_and_time(std::string_view text, std::string_view language) {
  Scanner scanner(text);
  scanner.move_to(weekday_length(text));
  auto date = scan_date(scanner.rest(), language);
  if (!date) date = scan_month_and_year(scanner.rest());
  if (!date) return scan_time_first(text, scanner.position(), language);
  scanner.move_to(scanner.position() + date->length);
  skip_weekday_behind(scanner);
  date->length = scanner.position();
  skip_time_joint(scanner);
  const std::string time = scan_time_and_zone(scanner);
  if (time.empty()) {
    scanner.move_to(date->length);
    skip_zone_name(scanner);  // "October 12, 2024 GMT"
  } else if (date->date.start.year && date->date.start.day != 0) {
    date->date.time = time;
  }
  date->length = scanner.position();
  return date;
}

}  // namespace pressmark::plain_text
