// Datelines of scripts without letter case: Chinese, Japanese, Korean, Arabic, Hebrew.
#include <algorithm>

#include "converters/importers/text/agencies.h"
#include "converters/importers/text/byline.h"
#include "converters/importers/text/date_words.h"
#include "converters/importers/text/dateline_reading.h"
#include "converters/importers/text/person.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {

namespace {

// The reporters in brackets behind a Chinese dateline; false where a bracket is not closed.
bool read_bracketed_reporters(Reading& reading, std::string_view text) {
  Scanner& scanner = reading.scanner();
  const std::size_t before = scanner.position();
  scanner.skip_spaces();
  if (!scanner.skip("（") && !scanner.skip("(")) {
    scanner.move_to(before);
    return true;
  }
  const std::size_t inside = scanner.position();
  const std::size_t wide = scanner.rest().find("）");
  const std::size_t end = std::min(wide, scanner.rest().find(')'));
  if (end == std::string_view::npos || end > 150) return false;
  // Brackets behind a dateline that has no reporters hold what belongs to the text.
  const std::string_view words = text.substr(inside, end);
  if (words.find("记者") == words.npos && words.find("記者") == words.npos &&
      words.find("通讯员") == words.npos && words.find("作者") == words.npos) {
    scanner.move_to(before);
    return true;
  }
  scanner.move_to(inside + end);
  reading.add(DatelinePart::reporters, inside);
  if (!scanner.skip("）")) scanner.skip(")");
  return true;
}

}  // namespace

// 新华社北京10月12日电（记者张三） | 新社清河10月8日电 | 路透北京10月12日 - |
// 据新华社北京10月12日电 | 本报讯（记者 张三）
std::optional<Dateline> match_chinese(const DatelineText& from) {
  constexpr std::size_t one = 3;  // octets of a Han character
  const std::string_view text = from.text;
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  const bool bracketed = scanner.skip("【") || scanner.skip("（");
  scanner.skip("据");
  scanner.skip("據");
  const std::size_t start = scanner.position();
  for (const std::string_view own : {"本报讯", "本報訊", "本刊讯", "本网讯"}) {
    if (!text.substr(start).starts_with(own)) continue;
    scanner.move_to(start + own.size());
    const std::size_t end = scanner.position();
    if (!read_bracketed_reporters(reading, text) || scanner.position() == end) return {};
    return reading.take("chinese", 0.95);
  }
  // The agency is known, or ends in 社, 网, 報 or 电讯; the place is what stands before the date.
  std::size_t agency_end = 0;
  std::size_t date_start = 0;
  for (std::size_t count = 1; count <= 16 && is_ideograph(scanner.peek()); ++count) {
    const char32_t c = scanner.next();
    const std::string_view so_far = scanner.since(start);
    const bool ends = c == U'社' || c == U'网' || c == U'網' || is_agency(so_far) ||
                      so_far == "本报" || so_far == "本報" || so_far == "路透";
    if (ends && so_far.size() >= 2 * one) agency_end = scanner.position();
    date_start = scanner.position();
  }
  if (agency_end == 0 || date_start < agency_end + 2 * one || date_start > agency_end + 8 * one) {
    return {};
  }
  scanner.move_to(agency_end);
  reading.add(DatelinePart::agency, start);
  scanner.move_to(date_start);
  reading.add(DatelinePart::place, agency_end);
  if (!reading.date()) return {};
  scanner.skip_spaces();
  if (!scanner.skip("电") && !scanner.skip("電") && !scanner.skip("讯") && !scanner.skip("訊") &&
      !skip_end_dash(scanner)) {
    return {};
  }
  if (bracketed && !scanner.skip("】") && !scanner.skip("）")) return {};
  if (!read_bracketed_reporters(reading, text)) return {};
  return reading.take("chinese", 1.0);
}

// （中央社記者王小雨台北12日電）: agency, reporter, place and day, with nothing between them.
std::optional<Dateline> match_taiwanese(const DatelineText& from) {
  constexpr std::size_t one = 3;  // octets of a Han character
  const std::string_view text = from.text;
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!scanner.skip("（") && !scanner.skip("(")) return {};
  const std::size_t start = scanner.position();
  const std::size_t word = scanner.rest().substr(0, 40).find("記者");
  if (word == std::string_view::npos || !is_agency(text.substr(start, word))) return {};
  scanner.move_to(start + word);
  reading.add(DatelinePart::agency, start);
  scanner.skip("記者");
  const std::size_t names = scanner.position();
  while (is_ideograph(scanner.peek()) && scanner.position() < names + 14 * one) scanner.next();
  const std::size_t day = scanner.position();
  if (scanner.number(2) < 0 || !scanner.skip("日") || !scanner.skip("電")) return {};
  if (!scanner.skip("）") && !scanner.skip(")")) return {};
  const std::size_t end = scanner.position();
  // A name has three characters, or two where no more are left for a place of two.
  const std::size_t count = (day - names) / one;
  if (count < 4) return {};
  const std::size_t name = names + std::min<std::size_t>(3, count - 2) * one;
  scanner.move_to(name);
  reading.add(DatelinePart::reporters, names);
  scanner.move_to(day);
  reading.add(DatelinePart::place, name);
  scanner.move_to(end);
  return reading.take("taiwanese", 0.9);
}

namespace {

struct BracketPair {
  std::string_view open, close;
};

// The piece between a bracket's marks that is the agency: the last one behind a space or an equals
// sign; its start, or the end where it is none.
std::size_t find_last_piece(Scanner& scanner, std::size_t end) {
  std::size_t last = scanner.position();
  while (scanner.position() < end) {
    const char32_t c = scanner.next();
    if (c == '=' || c == U'＝' || c == U'　' || c == ' ') last = scanner.position();
  }
  return scanner.position() == end ? last : end;
}

// The places before the first sign that is no letter: "서울·부산".
bool read_east_asian_places(Reading& reading) {
  Scanner& scanner = reading.scanner();
  for (;;) {
    const std::size_t start = scanner.position();
    if (scanner.letters().empty()) return false;
    reading.add(DatelinePart::place, start);
    if (!scanner.skip("·") && !scanner.skip("・")) return true;
  }
}

// Behind the bracket: "홍길동 기자 = ", or a dash.
void read_behind_bracket(Reading& reading) {
  Scanner& scanner = reading.scanner();
  const std::size_t closed = scanner.position();
  scanner.skip_spaces();
  const std::size_t names = scanner.position();
  const std::size_t equals = utf8::prefix(scanner.rest(), 100).find(" = ");
  const bool reporters =
      equals != std::string_view::npos &&
      find_byline(scanner.rest().substr(0, equals), BylineForms::all).has_value();
  if (reporters) {
    scanner.move_to(names + equals);
    reading.add(DatelinePart::reporters, names);
    scanner.move_to(names + equals + 2);
  } else if (!scanner.skip_dash()) {
    scanner.move_to(closed);
  }
}

std::optional<Dateline> match_bracket(const DatelineText& from, const BracketPair& pair) {
  const std::string_view text = from.text;
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!scanner.skip(pair.open)) return {};
  const std::size_t start = scanner.position();
  std::size_t end = scanner.rest().find(pair.close);
  if (end == std::string_view::npos || end > 100) return {};
  end += start;
  const bool day_first = scanner.peek() < 0x100
                             ? is_ascii_digit(scanner.peek())
                             : scanner.peek() >= U'０' && scanner.peek() <= U'９';
  if (!day_first) {
    scanner.letters();
    if (scanner.position() == end) {
      // "ワシントン共同": the place and one of the agencies that are written so.
      const std::string_view words = text.substr(start, end - start);
      const std::size_t agency = words.size() > 6 ? words.size() - 6 : 0;
      if (agency == 0 || (!words.ends_with("共同") && !words.ends_with("時事"))) return {};
      scanner.move_to(start + agency);
      reading.add(DatelinePart::place, start);
    } else {
      scanner.move_to(start);
      if (!read_east_asian_places(reading)) return {};
    }
  }
  if (scanner.position() > end) return {};
  const std::size_t last = find_last_piece(scanner, end);
  if (last >= end) return {};
  const std::string_view words = text.substr(last, end - last);
  if (is_agency(words)) {
    reading.add(DatelinePart::agency, last);
  } else if (pair.open == "【" &&
             (text.substr(0, last).ends_with("＝") || text.substr(0, last).ends_with("="))) {
    // A paper's own: "【ニューヨーク＝山田太郎】".
    // A family name is written in Han characters.
    const char32_t first = first_of(words);
    if (day_first || first < 0x4E00 || first > 0x9FFF || !looks_like_person(words)) return {};
    reading.add(DatelinePart::reporters, last);
  } else {
    return {};
  }
  scanner.skip(pair.close);
  read_behind_bracket(reading);
  return reading.take("east-asian-brackets", is_agency(words) ? 1.0 : 0.9);
}

}  // namespace

// ［東京　１２日　ロイター］ - | [12日 ロイター] - | 【北京=共同】 | （ロンドン＝ロイター） |
// 【パリ＝山田太郎】 | (서울·부산=연합뉴스) 홍길동 기자 =
std::optional<Dateline> match_east_asian_brackets(const DatelineText& from) {
  constexpr BracketPair pairs[] = {
      {"［", "］"}, {"[", "]"}, {"【", "】"}, {"（", "）"}, {"(", ")"}};
  for (const BracketPair& pair : pairs) {
    if (from.text.starts_with(pair.open)) return match_bracket(from, pair);
  }
  return {};
}

namespace {

// Up to four words of a script without case; whether there is one.
bool read_caseless_place(Reading& reading) {
  Scanner& scanner = reading.scanner();
  int words = 0;
  std::size_t end = 0;
  while (words < 4) {
    const std::size_t start = scanner.position();
    const std::string_view word = scanner.letters();
    if (word.empty() || is_upper(first_of(word)) || is_lower(first_of(word)) ||
        is_ideograph(first_of(word)) || month_of(word) != 0) {
      scanner.move_to(start);
      break;
    }
    // "القاهرة في 12 أكتوبر": the word for "on" is before the day, and no part of the place.
    if (words > 0 && word == "في") break;
    ++words;
    end = scanner.position();
    scanner.skip("/");
    if (!scanner.skip(" ")) break;
  }
  if (words == 0) return false;
  scanner.move_to(end);
  reading.add(DatelinePart::place, 0);
  return true;
}

}  // namespace

// القاهرة (رويترز) - | القاهرة 12 أكتوبر (أ ش أ) - | القاهرة في 12 أكتوبر 2024 /وام/ | नयी दिल्ली,
// 12 अक्टूबर (भाषा)
std::optional<Dateline> match_caseless_brackets(const DatelineText& from) {
  const std::size_t open = from.text.find_first_of("(/");
  if (open == std::string_view::npos || open == 0 || open > 120) return {};
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!read_caseless_place(reading)) return {};
  const bool dated = reading.comma_date();
  scanner.skip_spaces();
  scanner.skip_dash();  // "القاهرة - (د ب أ)"
  scanner.skip_spaces();
  const bool slashes = dated && scanner.skip("/");
  if (!slashes && !scanner.skip("(")) return {};
  const std::string_view agency = reading.agency_until(slashes ? "/" : ")");
  if (!is_agency(agency)) return {};
  if (!skip_end_dash(scanner) && !scanner.skip(":") && !(dated && scanner.peek() == ' ')) return {};
  return reading.take("caseless-brackets", 1.0);
}

// القاهرة - أ ف ب: | تهران- ایرنا-: place and agency with a dash between them.
std::optional<Dateline> match_caseless_dash(const DatelineText& from) {
  constexpr std::size_t longest = 40;  // octets of the agency
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!read_caseless_place(reading)) return {};
  reading.comma_date();
  scanner.skip_spaces();
  if (!scanner.skip_dash()) return {};
  scanner.skip_spaces();
  const std::size_t start = scanner.position();
  const std::string_view rest = utf8::prefix(scanner.rest(), longest);
  std::size_t end = rest.size();
  for (const std::string_view mark : {":", "-", "–", "—", "/"})
    end = std::min(end, rest.find(mark));
  const std::string_view agency = trim(rest.substr(0, end));
  if (end == rest.size() || agency.empty() || !is_agency(agency)) return {};
  scanner.move_to(start + agency.size());
  reading.add(DatelinePart::agency, start);
  if (!scanner.skip(":") && !skip_end_dash(scanner)) return {};
  return reading.take("caseless-dash", 0.95);
}

}  // namespace pressmark::plain_text
