// converters/importers/text/dateline_reading.h: the pieces that datelines are made of.
#pragma once

#include <optional>
#include <string_view>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/dateline.h"

namespace pressmark::plain_text {

inline constexpr std::size_t longest_agency = 60;  // octets

// What is read, and the language it is in, empty where that is unknown (scan_date()).
struct DatelineText {
  std::string_view text;
  std::string_view language;
};

// One reading of a text: where it is, and what it has found. A form is a function that returns
// whether it matches; a failed form's reading is thrown away.
class Reading {
 public:
  explicit Reading(const DatelineText& from)
      : scanner_(from.text), text_(from.text), language_(from.language) {}

  Scanner& scanner() { return scanner_; }
  // The dateline up to here, with what was found in it.
  Dateline take(std::string_view form, double confidence);
  // Adds the part from `start` to here.
  void add(DatelinePart part, std::size_t start);

  // Each of these moves behind what it is named for and returns true where that is next; places
  // and dates are added to what was found.

  // A word of a place: letters, marks and . ' ’ - inside, upper case first.
  bool place_word();

  // "LA CROSSE", "Frankfurt am Main", "ST. LOUIS".
  bool place_words();

  // Places with slashes between them.
  bool places();

  // ", Wis.", ", British Columbia", ", D.C.": part of the last place.
  void region();

  // " (España)", " [India]" before the date or the agency.
  bool region_in_brackets();

  // A date and the full stop of its abbreviated month, which is no end of a sentence here.
  bool date();
  // The same behind a comma or a space, with a weekday before or behind it; no move otherwise.
  bool comma_date();
  // A date behind a dash, with the dash that ends it; whether there is one.
  bool date_between_dashes();

  // The words up to a closing mark; not empty, not too long. The mark is skipped but not part.
  std::string_view agency_until(std::string_view close);

  // Divides the words that were added last as an agency: the agency from `agency` on, reporters
  // from `reporters` on, both as octets of the words.
  void divide_agency(std::size_t agency, std::size_t reporters);

  const Dateline& found() const { return found_; }

 private:
  // Whether the mark at `position` has a letter on both sides, or is the full stop of an
  // abbreviation ("ST. LOUIS", "Wis.", "D.C.").
  bool joins_letters(std::size_t position) const;
  // What can follow the full stop of an abbreviated place: more of the place, or the agency.
  static bool abbreviation_may_end(std::string_view rest);
  static bool is_particle(std::string_view word);
  // "London CNN": an agency without brackets is told from the words of a place by its capitals.
  static bool is_agency_acronym(std::string_view word);

  Scanner scanner_;
  std::string_view text_;
  std::string_view language_;
  Dateline found_;
};

// Space and a dash behind a dateline; whether there is one. No move otherwise.
bool skip_end_dash(Scanner& scanner);

// The forms without an agency (dateline_places.cpp): absent where a text does not begin so.
std::optional<Dateline> match_place_dash(const DatelineText& from);
std::optional<Dateline> match_place_and_day(const DatelineText& from);
std::optional<Dateline> match_place_colon(const DatelineText& from);

// The forms of scripts without letter case (dateline_caseless.cpp): absent where a text does not
// begin so.
std::optional<Dateline> match_chinese(const DatelineText& from);
std::optional<Dateline> match_east_asian_brackets(const DatelineText& from);
std::optional<Dateline> match_taiwanese(const DatelineText& from);
std::optional<Dateline> match_caseless_brackets(const DatelineText& from);
std::optional<Dateline> match_caseless_dash(const DatelineText& from);

}  // namespace pressmark::plain_text
