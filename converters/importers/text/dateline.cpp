#include "converters/importers/text/dateline.h"

#include <algorithm>

#include "converters/importers/text/agencies.h"
#include "converters/importers/text/dateline_reading.h"
#include "converters/importers/text/known_places.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

// No dateline is longer; what is behind is not looked at.
constexpr std::size_t longest_dateline = 300;

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
