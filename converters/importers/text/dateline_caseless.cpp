// Datelines of scripts without letter case: Chinese, Japanese, Korean, Arabic, Hebrew.
#include <algorithm>

#include "converters/importers/text/agencies.h"
#include "converters/importers/text/date_words.h"
#include "converters/importers/text/dateline_reading.h"

namespace pressmark::plain_text {

// 新华社北京10月12日电（记者张三） | 新社清河10月8日电 | 路透北京10月12日 -
std::optional<Dateline> match_chinese(std::string_view text) {
  constexpr std::size_t one = 3;  // octets of a Han character
  Reading reading(text);
  Scanner& scanner = reading.scanner();
  const bool bracketed = scanner.skip("【") || scanner.skip("（");
  const std::size_t start = scanner.position();
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
  if (!scanner.skip("电") && !scanner.skip("電") && !scanner.skip("讯") && !scanner.skip("訊") &&
      !skip_end_dash(scanner)) {
    return {};
  }
  if (bracketed && !scanner.skip("】") && !scanner.skip("）")) return {};
  if (scanner.skip("（") || scanner.skip("(")) {
    const std::size_t inside = scanner.position();
    const std::size_t wide = scanner.rest().find("）");
    const std::size_t end = std::min(wide, scanner.rest().find(')'));
    if (end == std::string_view::npos || end > 150) return {};
    scanner.move_to(inside + end);
    reading.add(DatelinePart::reporters, inside);
    if (!scanner.skip("）")) scanner.skip(")");
  }
  return reading.take("chinese", 1.0);
}

// ［東京　１２日　ロイター］ - | 【北京=共同】 | （ロンドン＝ロイター） | (서울=연합뉴스) 홍길동
// 기자 =
std::optional<Dateline> match_east_asian_brackets(std::string_view text) {
  struct Pair {
    std::string_view open, close;
  };
  constexpr Pair pairs[] = {{"［", "］"}, {"[", "]"}, {"【", "】"}, {"（", "）"}, {"(", ")"}};
  for (const Pair& pair : pairs) {
    Reading reading(text);
    Scanner& scanner = reading.scanner();
    if (!scanner.skip(pair.open)) continue;
    const std::size_t start = scanner.position();
    std::size_t end = scanner.rest().find(pair.close);
    if (end == std::string_view::npos || end > 100) return {};
    end += start;
    scanner.letters();
    if (scanner.position() == start) return {};
    if (scanner.position() == end) {
      // "ワシントン共同": the place and one of the agencies that are written so.
      const std::string_view words = text.substr(start, end - start);
      const std::size_t agency = words.size() > 6 ? words.size() - 6 : 0;
      if (agency == 0 || (!words.ends_with("共同") && !words.ends_with("時事"))) return {};
      scanner.move_to(start + agency);
    }
    if (scanner.position() > end) return {};
    reading.add(DatelinePart::place, start);
    std::size_t last = scanner.position();  // where the last piece begins
    while (scanner.position() < end) {
      const char32_t c = scanner.next();
      if (c == '=' || c == U'＝' || c == U'　' || c == ' ') last = scanner.position();
    }
    if (scanner.position() != end || last >= end) return {};
    if (!is_agency(text.substr(last, end - last))) return {};
    reading.add(DatelinePart::agency, last);
    scanner.skip(pair.close);
    const std::size_t closed = scanner.position();
    scanner.skip_spaces();
    const std::size_t names = scanner.position();
    const std::size_t equals = scanner.rest().substr(0, 100).find(" = ");
    if (pair.open == "(" && equals != std::string_view::npos) {
      scanner.move_to(names + equals);
      reading.add(DatelinePart::reporters, names);
      scanner.move_to(names + equals + 2);
    } else if (!scanner.skip_dash()) {
      scanner.move_to(closed);
    }
    return reading.take("east-asian-brackets", 1.0);
  }
  return {};
}

// القاهرة (رويترز) - | القاهرة 12 أكتوبر (أ ش أ) -
std::optional<Dateline> match_caseless_brackets(std::string_view text) {
  Reading reading(text);
  Scanner& scanner = reading.scanner();
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || open == 0 || open > 80) return {};
  // Up to four words of a script without case, then the date or the bracket.
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
    ++words;
    end = scanner.position();
    scanner.skip("/");
    if (!scanner.skip(" ")) break;
  }
  if (words == 0) return {};
  scanner.move_to(end);
  reading.add(DatelinePart::place, 0);
  reading.comma_date();
  scanner.skip_spaces();
  if (!scanner.skip("(")) return {};
  const std::string_view agency = reading.agency_until(")");
  if (!is_agency(agency) || (!skip_end_dash(scanner) && !scanner.skip(":"))) return {};
  return reading.take("caseless-brackets", 1.0);
}

}  // namespace pressmark::plain_text
