#include "converters/importers/text/dateline.h"

#include <algorithm>
#include <array>

#include "converters/importers/text/agencies.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/date_words.h"
#include "converters/importers/text/known_places.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

// No dateline is longer; what is behind is not looked at.
constexpr std::size_t longest_dateline = 300;
constexpr std::size_t longest_agency = 60;
constexpr int most_place_words = 5;

constexpr std::array<std::string_view, 21> particles = {
    "de",  "la", "del", "am",  "an",  "der", "sur", "of",  "den", "the", "di",
    "sul", "do", "da",  "dos", "les", "le",  "en",  "auf", "ob",  "na"};

// One reading of a text: where it is, and what it has found. A form is a function that returns
// whether it matches; a failed form's reading is thrown away.
class Reading {
 public:
  explicit Reading(std::string_view text) : scanner_(text), text_(text) {}

  Scanner& scanner() { return scanner_; }
  Dateline take(std::string_view form, double confidence) {
    found_.length = trim(text_.substr(0, scanner_.position())).size();
    found_.form = form;
    found_.confidence = confidence;
    return std::move(found_);
  }

  void add(DatelinePart part, std::size_t start) {
    found_.spans.push_back({part, start, scanner_.position() - start});
  }

  // A word of a place: letters, marks and . ' ’ - inside, upper case first.
  bool place_word() {
    const std::size_t start = scanner_.position();
    if (!is_upper(scanner_.peek())) return false;
    while (!scanner_.at_end()) {
      const std::size_t before = scanner_.position();
      const char32_t c = scanner_.next();
      const bool joins = c == '\'' || c == U'’' || c == '-' || c == '.';
      if (is_letter(c) || (joins && joins_letters(before))) continue;
      scanner_.move_to(before);
      break;
    }
    return scanner_.position() > start;
  }

  // "LA CROSSE", "Frankfurt am Main", "ST. LOUIS".
  bool place_words() {
    const std::size_t start = scanner_.position();
    if (!place_word()) return false;
    const bool in_capitals = is_capitals(scanner_.since(start));
    for (int words = 1; words < most_place_words; ++words) {
      const std::size_t before = scanner_.position();
      if (!scanner_.skip(" ")) break;
      const std::size_t word = scanner_.position();
      if (place_word()) {
        // A month ends the place where no comma does ("LONDON Oct 12").
        const std::string_view last = scanner_.since(word);
        if (month_of(last) == 0 && (in_capitals || !is_agency_acronym(last))) continue;
      } else if (is_particle(scanner_.letters()) && scanner_.skip(" ")) {
        if (place_word()) continue;
      }
      scanner_.move_to(before);
      break;
    }
    return true;
  }

  // Places with slashes between them.
  bool places() {
    std::size_t start = scanner_.position();
    if (!place_words()) return false;
    add(DatelinePart::place, start);
    while (scanner_.skip("/")) {
      start = scanner_.position();
      if (!place_words()) return false;
      add(DatelinePart::place, start);
    }
    return true;
  }

  // ", Wis.", ", British Columbia", ", D.C.": part of the last place.
  void region() {
    const std::size_t before = scanner_.position();
    if (region_in_brackets()) return;
    if (!scanner_.skip(", ") || scan_date(scanner_.rest()) || !place_word()) {
      scanner_.move_to(before);
      return;
    }
    for (int words = 1; words < 3; ++words) {
      const std::size_t end = scanner_.position();
      const bool more = scanner_.skip(" ");
      const std::size_t word = scanner_.position();
      if (!more || !place_word() || is_agency_acronym(scanner_.since(word))) {
        scanner_.move_to(end);
        break;
      }
    }
    DatelineSpan& place = found_.spans.back();
    place.length = scanner_.position() - place.start;
  }

  // " (España)", " [India]" before the date or the agency.
  bool region_in_brackets() {
    const std::size_t before = scanner_.position();
    const bool square = scanner_.skip(" [");
    if (square || scanner_.skip(" (")) {
      const std::size_t start = scanner_.position();
      if (place_words() && !is_agency(scanner_.since(start)) && scanner_.skip(square ? "]" : ")") &&
          (scanner_.rest().starts_with(", ") || scanner_.rest().starts_with(" ("))) {
        DatelineSpan& place = found_.spans.back();
        place.length = scanner_.position() - place.start;
        return true;
      }
    }
    scanner_.move_to(before);
    return false;
  }

  // A date and the full stop of its abbreviated month, which is no end of a sentence here.
  bool date() {
    const auto scanned = scan_date(scanner_.rest());
    if (!scanned) return false;
    const std::size_t start = scanner_.position();
    scanner_.move_to(start + scanned->length);
    add(DatelinePart::date, start);
    found_.date = scanned->date;
    return true;
  }
  bool comma_date() {
    const std::size_t before = scanner_.position();
    if ((scanner_.skip(", ") || scanner_.skip(",") || scanner_.skip("، ") || scanner_.skip(" ")) &&
        date()) {
      return true;
    }
    scanner_.move_to(before);
    return false;
  }

  // The words up to a closing mark; not empty, not too long. The mark is skipped but not part.
  std::string_view agency_until(std::string_view close) {
    const std::size_t start = scanner_.position();
    const std::size_t end = scanner_.rest().find(close);
    if (end == std::string_view::npos || end == 0 || end > longest_agency) return {};
    scanner_.move_to(start + end);
    const std::string_view words = scanner_.since(start);
    if (trim(words) != words || !has_letter(words)) return {};
    add(DatelinePart::agency, start);
    found_.press_release = is_press_release_wire(words);
    scanner_.skip(close);
    return words;
  }

  const Dateline& found() const { return found_; }

 private:
  // Whether the mark at `position` has a letter on both sides, or is the full stop of an
  // abbreviation ("ST. LOUIS", "Wis.", "D.C.").
  bool joins_letters(std::size_t position) const {
    const std::string_view after = text_.substr(position);
    const std::size_t size = static_cast<std::size_t>(utf8::decode(after, 0).size);
    const bool letter_after = is_letter(first_of(after.substr(size)));
    if (!after.starts_with('.')) return letter_after;
    if (letter_after) return true;
    const std::string_view word = text_.substr(0, position);
    const std::size_t space = word.find_last_of(" /,") + 1;  // npos + 1 is 0
    return utf8::length(word.substr(space)) <= 5 && after.substr(1).starts_with(' ') &&
           abbreviation_may_end(after.substr(2));
  }
  // What can follow the full stop of an abbreviated place: more of the place, or the agency.
  static bool abbreviation_may_end(std::string_view rest) {
    return is_upper(first_of(rest)) || rest.starts_with('(') || dash_length(rest) > 0;
  }
  static bool is_particle(std::string_view word) {
    return std::ranges::find(particles, std::string_view(fold(word))) != particles.end();
  }
  // "London CNN": an agency without brackets is told from the words of a place by its capitals.
  static bool is_agency_acronym(std::string_view word) {
    return is_capitals(word) && is_agency(word);
  }

  Scanner scanner_;
  std::string_view text_;
  Dateline found_;
};

// Space and a dash; whether there is one, and a space or letter behind it.
bool skip_end_dash(Scanner& scanner) {
  const std::size_t before = scanner.position();
  scanner.skip(".");
  scanner.skip(",");
  scanner.skip_spaces();
  if (scanner.skip_dash() || scanner.skip("=")) return true;
  scanner.move_to(before);
  return false;
}

using Found = std::optional<Dateline>;

// MOSCOW, October 12. /TASS/. | МИНСК, 12 октября /БЕЛТА/ – | NEW YORK, Oct. 12, 2024 /PRNewswire/
// --
Found match_slashes(std::string_view text) {
  Reading reading(text);
  Scanner& scanner = reading.scanner();
  if (!reading.places()) return {};
  reading.region();
  const bool dated = reading.comma_date();
  scanner.skip(".");
  scanner.skip(",");
  scanner.skip_spaces();
  if (!scanner.skip("/")) return {};
  const std::string_view agency = reading.agency_until("/");
  if (agency.empty() || (!dated && !is_agency(agency))) return {};
  if (!skip_end_dash(scanner) && !scanner.skip(".") && !scanner.skip(",")) return {};
  return reading.take("slashes", is_agency(agency) ? 1.0 : 0.9);
}

// Whether a dateline that has its date ends at its agency's bracket: a colon, or a new sentence.
bool ends_without_dash(Scanner& scanner) {
  if (scanner.skip(": ")) return true;
  return scanner.peek() == ' ' && is_upper(first_of(scanner.rest().substr(1)));
}

// LA CROSSE, Wis. (AP) — | LONDON, Oct 12 (Reuters) - | Madrid, 12 oct. (EFE).- | Berlin (dpa/tmn)
// - | New Delhi, Oct 12 (PTI) The | New Delhi [India], October 12 (ANI): The
Found match_brackets(std::string_view text) {
  Reading reading(text);
  Scanner& scanner = reading.scanner();
  if (!reading.places()) return {};
  reading.region();
  const bool dated = reading.comma_date();
  scanner.skip(".");
  scanner.skip(",");
  scanner.skip_spaces();
  if (!scanner.skip("(") && !scanner.skip("[")) return {};
  const bool square = text[scanner.position() - 1] == '[';
  const std::string_view agency = reading.agency_until(square ? "]" : ")");
  if (agency.empty()) return {};
  if (!skip_end_dash(scanner)) {
    if (!dated || !is_agency(agency) || !ends_without_dash(scanner)) return {};
    return reading.take("brackets", 0.95);
  }
  if (is_agency(agency)) return reading.take("brackets", 1.0);
  // An agency that is not in the list must stand between a date or a known place and the dash, and
  // be written as agencies are.
  const std::string_view place = reading.found().places(text);
  const bool looks = is_capitals(agency) && agency.find(' ') == std::string_view::npos;
  if (!looks || !(dated || is_known_place(place))) return {};
  return reading.take("brackets", 0.8);
}

// NEW YORK--(BUSINESS WIRE)--Acme
Found match_business_wire(std::string_view text) {
  Reading reading(text);
  Scanner& scanner = reading.scanner();
  if (!reading.places()) return {};
  reading.region();
  reading.comma_date();
  scanner.skip_spaces();
  if (!scanner.skip_dash() || !scanner.skip("(")) return {};
  const std::string_view agency = reading.agency_until(")");
  if (!is_agency(agency) || !scanner.skip_dash()) return {};
  return reading.take("business-wire", 1.0);
}

// Moscow. Oct 12 (Interfax) - | Москва. 12 октября. INTERFAX.RU - | КИЇВ. 12 жовтня. УКРІНФОРМ.
Found match_full_stops(std::string_view text) {
  Reading reading(text);
  Scanner& scanner = reading.scanner();
  if (!reading.places() || !scanner.skip(". ") || !reading.date()) return {};
  scanner.skip(".");
  scanner.skip_spaces();
  const bool bracket = scanner.skip("(") || scanner.skip("/");
  const std::size_t start = scanner.position();
  while (!scanner.at_end() && (is_letter(scanner.peek()) || scanner.peek() == '-' ||
                               scanner.rest().starts_with(".RU"))) {
    scanner.next();
    if (!is_agency(scanner.since(start))) continue;
    const char32_t after = scanner.peek();
    if (!is_letter(after) && after != '-' && !scanner.rest().starts_with(".RU")) break;
  }
  if (!is_agency(scanner.since(start))) return {};
  reading.add(DatelinePart::agency, start);
  if (bracket && !scanner.skip(")") && !scanner.skip("/")) return {};
  if (!skip_end_dash(scanner) && !scanner.skip(".")) return {};
  return reading.take("full-stops", 1.0);
}

// МОСКВА, 12 окт - РИА Новости. | ВАШИНГТОН, 12 окт — ПРАЙМ, Иван Петров.
Found match_dash_agency(std::string_view text) {
  Reading reading(text);
  Scanner& scanner = reading.scanner();
  if (!reading.places() || !reading.comma_date()) return {};
  scanner.skip(".");
  scanner.skip_spaces();
  if (!scanner.skip_dash()) return {};
  scanner.skip_spaces();
  const std::size_t start = scanner.position();
  const std::size_t length = scanner.rest().find_first_of(".,");
  if (length == std::string_view::npos || length > longest_agency) return {};
  scanner.move_to(start + length);
  if (!is_agency(scanner.since(start))) return {};
  reading.add(DatelinePart::agency, start);
  if (scanner.skip(".")) return reading.take("dash-agency", 1.0);
  // Reporters stand between the agency and the full stop.
  scanner.skip(",");
  scanner.skip_spaces();
  const std::size_t names = scanner.position();
  const std::size_t end = scanner.rest().find(". ");
  if (end == std::string_view::npos || end > 100) return {};
  scanner.move_to(names + end);
  reading.add(DatelinePart::reporters, names);
  scanner.skip(".");
  return reading.take("dash-agency", 1.0);
}

// ТАСС, 12 октября. | РИА Новости, 12 октября -
Found match_agency_date(std::string_view text) {
  Reading reading(text);
  Scanner& scanner = reading.scanner();
  const std::size_t length = text.find(',');
  if (length == std::string_view::npos || !is_agency(text.substr(0, length))) return {};
  scanner.move_to(length);
  reading.add(DatelinePart::agency, 0);
  if (!reading.comma_date()) return {};
  if (!skip_end_dash(scanner) && !scanner.skip(".")) return {};
  return reading.take("agency-date", 0.95);
}

// (ANSA) - ROMA, 12 OTT - | (Adnkronos) - Milano, 12 ott. -
Found match_agency_first(std::string_view text) {
  Reading reading(text);
  Scanner& scanner = reading.scanner();
  if (!scanner.skip("(") && !scanner.skip("[")) return {};
  const std::string_view agency = reading.agency_until(text[0] == '(' ? ")" : "]");
  if (!is_agency(agency)) return {};
  if (!skip_end_dash(scanner)) return {};
  scanner.skip_spaces();
  if (!reading.places()) return {};
  reading.region();
  const bool dated = reading.comma_date();
  if (!skip_end_dash(scanner) && !(dated && scanner.skip("."))) return {};
  return reading.take("agency-first", 1.0);
}

// London CNN  — | Springfield, Ill. AP —: an agency in capitals without brackets. The words before
// it could also be a person's name, so the place must be known, or have a region or date.
Found match_bare_agency(std::string_view text) {
  Reading reading(text);
  Scanner& scanner = reading.scanner();
  if (!reading.places()) return {};
  const std::size_t end_of_place = scanner.position();
  const bool is_known = is_known_place(reading.found().places(text));
  reading.region();
  reading.comma_date();
  const bool is_told = is_known || scanner.position() > end_of_place;
  if (!is_told || !scanner.skip_spaces()) return {};
  const std::size_t start = scanner.position();
  if (!is_agency(scanner.letters()) || !is_capitals(scanner.since(start))) return {};
  reading.add(DatelinePart::agency, start);
  if (!skip_end_dash(scanner)) return {};
  return reading.take("bare-agency", 0.95);
}

// 新华社北京10月12日电（记者张三） | 新社清河10月8日电 | 路透北京10月12日 -
Found match_chinese(std::string_view text) {
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
Found match_east_asian_brackets(std::string_view text) {
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
Found match_caseless_brackets(std::string_view text) {
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

// WASHINGTON — | Paris. – : a place that needs no more, and a dash.
Found match_place_dash(std::string_view text) {
  Reading reading(text);
  Scanner& scanner = reading.scanner();
  if (!reading.places()) return {};
  std::string_view place = reading.found().places(text);
  for (const DatelineSpan& span : reading.found().spans) {
    std::string_view name = text.substr(span.start, span.length);
    if (name.ends_with('.')) name.remove_suffix(1);  // "Paris. –"
    if (!is_known_place(name)) return {};
  }
  reading.region();
  const bool dated = reading.comma_date();
  const bool stop = scanner.skip(".") || place.ends_with('.');
  if (!scanner.skip_spaces()) return {};
  const std::size_t dash = dash_length(scanner.rest());
  const std::string_view mark = scanner.rest().substr(0, dash);
  // A hyphen alone is too common between words of a title.
  if (dash == 0 || mark == "_") return {};
  if (mark == "-" && !stop && !(dated && is_capitals(place))) return {};
  scanner.skip_dash();
  if (!scanner.skip_spaces()) return {};
  return reading.take("place-dash", is_capitals(place) ? 0.85 : 0.7);
}

}  // namespace

std::string_view Dateline::words(std::string_view text, DatelinePart part) const {
  const auto found = std::ranges::find(spans, part, &DatelineSpan::part);
  return found == spans.end() ? std::string_view() : text.substr(found->start, found->length);
}

std::string_view Dateline::places(std::string_view text) const {
  std::size_t start = std::string_view::npos;
  std::size_t end = 0;
  for (const DatelineSpan& span : spans) {
    if (span.part != DatelinePart::place) continue;
    start = std::min(start, span.start);
    end = span.start + span.length;
  }
  return start == std::string_view::npos ? std::string_view() : text.substr(start, end - start);
}

std::optional<Dateline> find_dateline(std::string_view text, DatelineForms forms) {
  text = utf8::prefix(text, longest_dateline);
  for (const auto match :
       {match_slashes, match_brackets, match_business_wire, match_full_stops, match_dash_agency,
        match_agency_date, match_agency_first, match_bare_agency, match_chinese,
        match_east_asian_brackets, match_caseless_brackets}) {
    if (auto found = match(text)) return found;
  }
  if (forms == DatelineForms::with_agency_only) return {};
  return match_place_dash(text);
}

}  // namespace pressmark::plain_text
