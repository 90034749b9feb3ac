#include "converters/importers/text/dateline.h"

#include <algorithm>
#include <cctype>

#include "converters/common/word_set.h"
#include "converters/importers/text/agencies.h"
#include "converters/importers/text/byline.h"
#include "converters/importers/text/dateline_reading.h"
#include "converters/importers/text/known_places.h"
#include "converters/importers/text/person.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

// No dateline is longer; what is behind is not looked at.
constexpr std::size_t longest_dateline = 300;

using Found = std::optional<Dateline>;

// Whether a dateline that has its date ends at its agency's bracket: a colon, or a new sentence.
bool ends_without_dash(Scanner& scanner) {
  if (scanner.skip(": ")) return true;
  return scanner.peek() == ' ' && is_upper(first_of(scanner.rest().substr(1)));
}

// "Корр. ТАСС Иван Петров" between the slashes: the agency is known, the rest is who wrote it.
void divide_correspondent(Reading& reading, std::string_view words) {
  const auto parts = split_words(words);
  if (parts.size() < 4) return;
  for (std::size_t count = 2; count + 2 <= parts.size(); ++count) {
    const auto start = static_cast<std::size_t>(parts[count].data() - words.data());
    const std::string_view name = words.substr(start);
    if (is_agency(trim(words.substr(0, start))) && looks_like_person(name)) {
      return reading.divide_agency(static_cast<std::size_t>(parts[1].data() - words.data()), start);
    }
  }
}

// RIVERTON, OH / ACCESSWIRE / October 12, 2024 /: behind the first slash.
Found take_spaced_slashes(Reading& reading) {
  Scanner& scanner = reading.scanner();
  const std::string_view agency = reading.agency_until(" /");
  if (!is_agency(agency) || !scanner.skip(" ") || !reading.date() || !scanner.skip(" /")) return {};
  return reading.take("slashes", 1.0);
}

// MOSCOW, October 12. /TASS/. | МИНСК, 12 октября /БЕЛТА/ – | NEW YORK, Oct. 12, 2024 /PRNewswire/
// -- | МОСКВА, 12 октября. /Корр. ТАСС Иван Петров/.
Found match_slashes(const DatelineText& from) {
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!reading.places()) return {};
  reading.region();
  const bool dated = reading.comma_date();
  scanner.skip(".");
  scanner.skip(",");
  scanner.skip_spaces();
  if (!scanner.skip("/")) return {};
  if (!dated && scanner.skip(" ")) return take_spaced_slashes(reading);
  const std::string_view agency = reading.agency_until("/");
  if (agency.empty() || (!dated && !is_agency(agency))) return {};
  divide_correspondent(reading, agency);
  if (!skip_end_dash(scanner) && !scanner.skip(".") && !scanner.skip(",") &&
      !(dated && is_agency(agency) && ends_without_dash(scanner))) {
    return {};
  }
  return reading.take("slashes", is_agency(agency) ? 1.0 : 0.9);
}

bool is_person_in_turkish_style(std::string_view words) {
  const std::size_t space = words.rfind(' ');
  return space != words.npos && is_capitals(words.substr(space + 1)) &&
         !is_capitals(words.substr(0, space)) && looks_like_person(words);
}

// Names in capitals between the agency's dash and another one: "ANKARA (AA) - AHMET YILMAZ - ".
void read_reporters_behind(Reading& reading) {
  Scanner& scanner = reading.scanner();
  const std::size_t before = scanner.position();
  constexpr std::size_t longest = 60;  // octets
  scanner.skip_spaces();
  const std::size_t start = scanner.position();
  const std::string_view rest = utf8::prefix(scanner.rest(), longest);
  for (const std::string_view dash : {" - ", " – ", "- "}) {
    const std::size_t end = rest.find(dash);
    if (end == std::string_view::npos || end == 0) continue;
    const std::string_view names = rest.substr(0, end);
    if (!is_capitals(names) || !find_byline(names, BylineForms::all)) continue;
    scanner.move_to(start + end);
    reading.add(DatelinePart::reporters, start);
    scanner.skip(dash.substr(0, dash.size() - 1));
    return;
  }
  scanner.move_to(before);
}

// LA CROSSE, Wis. (AP) — | LONDON, Oct 12 (Reuters) - | Madrid, 12 oct. (EFE).- | Berlin (dpa/tmn)
// - | New Delhi, Oct 12 (PTI) The | New Delhi [India], October 12 (ANI): The
Found match_brackets(const DatelineText& from) {
  const std::string_view text = from.text;
  Reading reading(from);
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
  // "Riverton, OH (PRWEB) October 12, 2024 --"
  const bool dated_behind = !dated && is_agency(agency) && reading.comma_date();
  // "Ayşe ÖRNEK, (İHA)": a person, of whom papers write the family name in capitals.
  if (agency.empty() || is_person_in_turkish_style(reading.found().places(text))) return {};
  if (!skip_end_dash(scanner)) {
    if (!is_agency(agency) || !(dated || dated_behind || scanner.rest().starts_with(": ")) ||
        !ends_without_dash(scanner)) {
      return {};
    }
    return reading.take("brackets", 0.95);
  }
  if (is_agency(agency)) {
    read_reporters_behind(reading);
    return reading.take("brackets", 1.0);
  }
  // An agency that is not in the list must stand between a date or a known place and the dash, and
  // be written as agencies are.
  const std::string_view place = reading.found().places(text);
  const bool looks = is_capitals(agency) && agency.find(' ') == std::string_view::npos;
  if (!looks || !(dated || is_known_place(place))) return {};
  return reading.take("brackets", 0.8);
}

// Oct 12 (Reuters) - | 12 oct (EFE).- | 12.10.2024 Warszawa (PAP) -
Found match_date_first(const DatelineText& from) {
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!reading.date()) return {};
  scanner.skip(".");
  scanner.skip(",");
  scanner.skip_spaces();
  if (scanner.peek() != '(') {
    if (!reading.places()) return {};
    reading.region();
    scanner.skip_spaces();
  }
  if (!scanner.skip("(")) return {};
  const std::string_view agency = reading.agency_until(")");
  if (!is_agency(agency) || !skip_end_dash(scanner)) return {};
  return reading.take("date-first", 0.95);
}

// Ahmet YILMAZ / ANKARA, (DHA)-
Found match_person_place(const DatelineText& from) {
  const std::string_view text = from.text;
  const std::size_t slash = text.find('/');
  if (slash == text.npos || slash > 80) return {};
  const std::string_view name = trim(text.substr(0, slash));
  if (!looks_like_person(name)) return {};
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  scanner.move_to(name.size());
  reading.add(DatelinePart::reporters, 0);
  scanner.move_to(slash + 1);
  scanner.skip_spaces();
  if (!reading.places()) return {};
  reading.comma_date();
  scanner.skip(",");
  scanner.skip_spaces();
  if (!scanner.skip("(")) return {};
  const std::string_view agency = reading.agency_until(")");
  if (!is_agency(agency) || !skip_end_dash(scanner)) return {};
  return reading.take("person-place", 0.95);
}

// The octets of a site's name at the start, as papers on the Web write their own: "KOMPAS.com",
// "Liputan6.com". Names of programs ("Node.js") end in no domain for papers.
std::size_t site_length(std::string_view words) {
  static const WordSet domains(
      "com, net, org, info, news, tv, co, id, my, ph, sg, th, vn, in, lk, ru, ua, by, kz, tr, br");
  std::size_t end = 0;
  while (end < words.size() && (std::isalnum(static_cast<unsigned char>(words[end])) != 0 ||
                                words[end] == '.' || words[end] == '-')) {
    ++end;
  }
  const std::string_view site = words.substr(0, end);
  const std::size_t dot = site.rfind('.');
  const bool named = dot != site.npos && dot >= 3 && is_upper(first_of(site)) &&
                     domains.contains(fold(site.substr(dot + 1)));
  return named ? end : 0;
}

// JAKARTA, KOMPAS.com - | TEMPO.CO, Jakarta - : a site by its name on the Web, beside a place in
// capitals or one that agencies name alone, before a sentence.
Found match_site(const DatelineText& from) {
  const std::string_view text = from.text;
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (const std::size_t site = site_length(text)) {
    scanner.move_to(site);
    reading.add(DatelinePart::agency, 0);
    if (!scanner.skip(", ") || !reading.places()) return {};
  } else {
    if (!reading.places() || !scanner.skip(", ")) return {};
    const std::size_t start = scanner.position();
    const std::size_t length = site_length(scanner.rest());
    if (length == 0) return {};
    scanner.move_to(start + length);
    reading.add(DatelinePart::agency, start);
  }
  const std::string_view place = reading.found().places(text);
  if (!is_capitals(place) && !is_known_place(place)) return {};
  reading.comma_date();
  if (!skip_end_dash(scanner) || starts_lower(trim(scanner.rest()))) return {};
  return reading.take("site", 0.9);
}

// NEW YORK--(BUSINESS WIRE)--Acme | RIVERTON, Ohio -- (BUSINESS WIRE) -- Oct. 12, 2024 -- Acme
Found match_business_wire(const DatelineText& from) {
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!reading.places()) return {};
  reading.region();
  reading.comma_date();
  scanner.skip_spaces();
  if (!scanner.skip_dash()) return {};
  scanner.skip_spaces();
  if (!scanner.skip("(")) return {};
  const std::string_view agency = reading.agency_until(")");
  if (!is_agency(agency) || !skip_end_dash(scanner)) return {};
  reading.date_between_dashes();
  return reading.take("business-wire", 1.0);
}

// Moscow. Oct 12 (Interfax) - | Москва. 12 октября. INTERFAX.RU - | КИЇВ. 12 жовтня. УКРІНФОРМ.
Found match_full_stops(const DatelineText& from) {
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!reading.places() || !scanner.skip(". ")) return {};
  const bool dated = reading.date();
  if (dated) scanner.skip(".");
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
  // "ASTANA. KAZINFORM –": without a date only in capitals.
  if (!dated && !is_capitals(scanner.since(0))) return {};
  reading.add(DatelinePart::agency, start);
  if (bracket && !scanner.skip(")") && !scanner.skip("/")) return {};
  if (!skip_end_dash(scanner) && !scanner.skip(".")) return {};
  return reading.take("full-stops", 1.0);
}

// МОСКВА, 12 окт - РИА Новости. | ВАШИНГТОН, 12 окт — ПРАЙМ, Иван Петров.
Found match_dash_agency(const DatelineText& from) {
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!reading.places() || !reading.comma_date()) return {};
  // "TOKYO, Oct. 12, Kyodo -"
  if (scanner.skip(", ")) {
    const std::size_t agency = scanner.position();
    if (!is_agency(scanner.letters())) return {};
    reading.add(DatelinePart::agency, agency);
    if (!skip_end_dash(scanner)) return {};
    return reading.take("dash-agency", 0.95);
  }
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
Found match_agency_date(const DatelineText& from) {
  const std::string_view text = from.text;
  Reading reading(from);
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
Found match_agency_first(const DatelineText& from) {
  const std::string_view text = from.text;
  Reading reading(from);
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

// London CNN  — | Springfield, Ill. AP — | BERLIN taz |: an agency in capitals without brackets.
// The words before it could also be a person's name, so the place must be known, or have a region
// or date.
Found match_bare_agency(const DatelineText& from) {
  const std::string_view text = from.text;
  Reading reading(from);
  Scanner& scanner = reading.scanner();
  if (!reading.places()) return {};
  const std::size_t end_of_place = scanner.position();
  const bool is_known = is_known_place(reading.found().places(text));
  reading.region();
  reading.comma_date();
  const bool is_told = is_known || scanner.position() > end_of_place;
  if (!is_told || !scanner.skip_spaces()) return {};
  const std::size_t start = scanner.position();
  const std::string_view agency = scanner.letters();
  if (!is_agency(agency) || (!is_capitals(agency) && !is_capitals(text.substr(0, end_of_place)))) {
    return {};
  }
  reading.add(DatelinePart::agency, start);
  if (!skip_end_dash(scanner) && !scanner.skip(" |")) return {};
  return reading.take("bare-agency", 0.95);
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

std::optional<Dateline> find_dateline(std::string_view text, DatelineForms forms,
                                      std::string_view language) {
  const DatelineText from{utf8::prefix(text, longest_dateline), language};
  for (const auto match :
       {match_slashes, match_brackets, match_business_wire, match_full_stops, match_dash_agency,
        match_agency_date, match_agency_first, match_date_first, match_person_place, match_site,
        match_bare_agency, match_chinese, match_taiwanese, match_east_asian_brackets,
        match_caseless_brackets, match_caseless_dash}) {
    if (auto found = match(from)) return found;
  }
  if (forms == DatelineForms::with_agency_only) return {};
  if (auto found = match_place_dash(from)) return found;
  if (auto found = match_place_and_day(from)) return found;
  return match_place_colon(from);
}

}  // namespace pressmark::plain_text
