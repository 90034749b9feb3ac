#include "converters/importers/text/dateline_reading.h"

#include <algorithm>
#include <array>
#include <string>

#include "converters/importers/text/agencies.h"
#include "converters/importers/text/date_words.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr int most_place_words = 5;

constexpr std::array<std::string_view, 21> particles = {
    "de",  "la", "del", "am",  "an",  "der", "sur", "of",  "den", "the", "di",
    "sul", "do", "da",  "dos", "les", "le",  "en",  "auf", "ob",  "na"};

}  // namespace

Dateline Reading::take(std::string_view form, double confidence) {
  found_.length = trim(text_.substr(0, scanner_.position())).size();
  found_.form = form;
  found_.confidence = confidence;
  return std::move(found_);
}

void Reading::add(DatelinePart part, std::size_t start) {
  found_.spans.push_back({part, start, scanner_.position() - start});
}

bool Reading::place_word() {
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

bool Reading::place_words() {
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

bool Reading::places() {
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

void Reading::region() {
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

bool Reading::region_in_brackets() {
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

bool Reading::date() {
  const auto scanned = scan_date(scanner_.rest(), language_);
  if (!scanned) return false;
  const std::size_t start = scanner_.position();
  scanner_.move_to(start + scanned->length);
  add(DatelinePart::date, start);
  found_.date = scanned->date;
  return true;
}

bool Reading::comma_date() {
  const std::size_t before = scanner_.position();
  if (scanner_.skip(", ") || scanner_.skip(",") || scanner_.skip("، ") || scanner_.skip(" ")) {
    for (const std::string_view article : {"le ", "den ", "il ", "el ", "am ", "في "}) {
      if (scanner_.skip(article)) break;
    }
    const std::size_t start = scanner_.position();
    scanner_.move_to(start + weekday_length(scanner_.rest()));
    if (date()) {
      // "2024. október 12., szombat"
      const std::size_t end = scanner_.position();
      if (!scanner_.skip(", ") || weekday_length(scanner_.rest()) == 0) {
        scanner_.move_to(end);
      } else {
        scanner_.letters();
      }
      return true;
    }
  }
  scanner_.move_to(before);
  return false;
}

bool Reading::date_between_dashes() {
  const std::size_t before = scanner_.position();
  const std::size_t spans = found_.spans.size();
  scanner_.skip_spaces();
  if (date() && skip_end_dash(scanner_)) return true;
  found_.spans.resize(spans);
  found_.date.reset();
  scanner_.move_to(before);
  return false;
}

void Reading::divide_agency(std::size_t agency, std::size_t reporters) {
  DatelineSpan& words = found_.spans.back();
  const DatelineSpan names{DatelinePart::reporters, words.start + reporters,
                           words.length - reporters};
  words.length = trim(text_.substr(words.start, reporters)).size() - agency;
  words.start += agency;
  found_.spans.push_back(names);
}

std::string_view Reading::agency_until(std::string_view close) {
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

bool Reading::joins_letters(std::size_t position) const {
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

bool Reading::abbreviation_may_end(std::string_view rest) {
  return is_upper(first_of(rest)) || rest.starts_with('(') || dash_length(rest) > 0;
}

bool Reading::is_particle(std::string_view word) {
  return std::ranges::find(particles, std::string_view(fold(word))) != particles.end();
}

bool Reading::is_agency_acronym(std::string_view word) {
  return is_capitals(word) && is_agency(word);
}

bool skip_end_dash(Scanner& scanner) {
  const std::size_t before = scanner.position();
  scanner.skip(".");
  scanner.skip(",");
  scanner.skip_spaces();
  if (scanner.skip_dash() || scanner.skip("=")) return true;
  scanner.move_to(before);
  return false;
}

}  // namespace pressmark::plain_text
