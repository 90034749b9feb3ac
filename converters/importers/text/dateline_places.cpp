// Datelines without an agency: places that need none.
#include <algorithm>

#include "converters/importers/text/byline_markers.h"
#include "converters/importers/text/date_words.h"
#include "converters/importers/text/dateline_reading.h"
#include "converters/importers/text/known_places.h"
#include "converters/importers/text/wire_marks.h"

namespace pressmark::plain_text {
namespace {

// Whether a place without an agency is surely one: agencies name it alone, or it stands with a
// region, or (in capitals) with a day.
bool is_sure_place(const Reading& reading, std::string_view text, bool dated) {
  const std::string_view whole = reading.found().places(text);
  const std::size_t comma = whole.find(", ");
  if (comma != whole.npos && is_known_region(whole.substr(comma + 2))) return true;
  const bool is_word = weekday_length(whole) > 0 || is_position(whole) || is_routing_word(whole);
  if (dated && !is_word && reading.found().date->start.day != 0 &&
      (is_capitals(whole) || reading.found().date->start.year)) {
    return true;
  }
  for (const DatelineSpan& span : reading.found().spans) {
    if (span.part != DatelinePart::place) continue;
    std::string_view name = text.substr(span.start, span.length);
    name = name.substr(0, name.find(", "));
    if (name.ends_with('.')) name.remove_suffix(1);  // "Paris. –"
    if (!is_known_place(name)) return false;
  }
  return true;
}

// A story begins with a sentence: "London — that was the word" does not. A name may begin in lower
// case ("eBay").
bool goes_on_in_lower_case(std::string_view rest) {
  return starts_lower(rest) && std::ranges::none_of(rest.substr(0, rest.find(' ')),
                                                    [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

// WASHINGTON — | Paris. – | RIVERTON, Ohio — | Riverton, October 12, 2024 — | Madrid, 12 de octubre
// de 2024.- | LONDON, UK – 12 October 2024 –: a place and a dash, with a date or without one.
std::optional<Dateline> match_place_dash(const DatelineText& from) {
  const std::string_view text = from.text;
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!reading.places()) return {};
  reading.region();
  const bool dated = reading.comma_date();
  const bool whole = dated && reading.found().date->start.year.has_value();
  const std::string_view place = reading.found().places(text);
  const bool stop = scanner.skip(".") || place.ends_with('.');
  const std::size_t before = scanner.position();
  if (!scanner.skip_spaces() && !whole) return {};
  const std::size_t dash = dash_length(scanner.rest());
  const std::string_view mark = scanner.rest().substr(0, dash);
  if (dash == 0 || mark == "_") return {};
  scanner.skip_dash();
  const bool dated_behind = !dated && reading.date_between_dashes();
  if (!is_sure_place(reading, text, dated || dated_behind)) return {};
  // A hyphen alone is too common between words of a title, but not behind a whole date or a place
  // in capitals at the start of a paragraph: "ROMA - Il traghetto".
  constexpr std::size_t shortest = 100;  // octets
  const bool is_sure =
      whole || dated_behind || (is_capitals(place) && (dated || text.size() > shortest));
  if (mark == "-" && !stop && !is_sure) return {};
  if (!scanner.skip_spaces() || scanner.position() == before) return {};
  if (goes_on_in_lower_case(scanner.rest())) return {};
  return reading.take("place-dash", is_capitals(place) ? 0.85 : 0.7);
}

// London, 12 October 2024: The | (Riverton, Ohio) October 12, 2024 - The: places that a whole date
// and the start of a sentence tell.
std::optional<Dateline> match_place_and_day(const DatelineText& from) {
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  const bool bracket = scanner.skip("(");
  if (!reading.places()) return {};
  reading.region();
  if (bracket && !scanner.skip(")")) return {};
  if (!reading.comma_date() || !reading.found().date->start.year) return {};
  if (!is_sure_place(reading, from.text, true)) return {};
  if (bracket ? !skip_end_dash(scanner) : !scanner.skip(":")) return {};
  if (!scanner.skip_spaces() || !is_upper(first_of(scanner.rest()))) return {};
  return reading.take("place-and-day", 0.75);
}

// MUMBAI: The: a place that needs no more, in capitals, and a sentence.
std::optional<Dateline> match_place_colon(const DatelineText& from) {
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!reading.places()) return {};
  const std::string_view place = reading.found().places(from.text);
  if (!is_capitals(place) || !is_known_place(place)) return {};
  reading.comma_date();
  if (!scanner.skip(": ") || is_capitals(scanner.rest())) return {};
  const char32_t first = scanner.peek();
  if (!is_upper(first) && first != '"' && first != U'“') return {};
  return reading.take("place-colon", 0.75);
}

}  // namespace pressmark::plain_text
