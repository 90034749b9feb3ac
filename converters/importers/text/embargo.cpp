#include "converters/importers/text/embargo.h"

#include <algorithm>
#include <string>

#include "converters/common/word_set.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/date_words.h"

namespace pressmark::plain_text {
namespace {

// In lower case, as they begin a line.
constexpr std::string_view opener_words =
    "embargoed, embargo, strictly embargoed, strict embargo, under embargo, under strict embargo, "
    "press embargo, media embargo, news embargo, not for publication, not for release, "
    "not to be published, do not publish, no publication, hold for release, hold for publication, "
    "hold until, sperrfrist, gesperrt bis, sous embargo, embargado, bajo embargo, sotto embargo, "
    "sob embargo, onder embargo, эмбарго, под эмбарго, ambargo, 禁发至, 報道解禁, 解禁日時, 解禁";

// Words that name an hour without a number.
constexpr std::string_view hour_words =
    "midnight, noon, mitternacht, mittag, minuit, midi, medianoche, mediodía, mezzanotte, "
    "mezzogiorno, meia-noite, полночь, полуночи";

// What stands behind the digits of an hour.
constexpr std::string_view hour_marks =
    "gmt, utc, am, pm, a.m, p.m, a.m., p.m., uhr, hrs, hours, h, et, est, edt, bst, cet, cest, "
    "мск, ч, msk";

// Octets of the longest opener at the start; 0 where there is none.
std::size_t opener_length(std::string_view folded) {
  static const std::vector<std::string_view> openers = words_of_list(opener_words);
  std::size_t longest = 0;
  for (const std::string_view opener : openers) {
    if (!folded.starts_with(opener)) continue;
    // No word goes on behind it, but in scripts without word spaces.
    const char32_t next = first_of(folded.substr(opener.size()));
    const bool ends = !is_letter(next) || is_ideograph(first_of(opener));
    if (ends) longest = std::max(longest, opener.size());
  }
  return longest;
}

// "10:00", "0001 GMT", "6 a.m.", "10 Uhr".
bool begins_hour(std::string_view text) {
  static const WordSet marks(hour_marks);
  static const WordSet names(hour_words);
  Scanner scanner(text);
  if (names.contains(scanner.letters())) return true;
  if (scanner.number(4) < 0) return false;
  for (const std::string_view mark : {":", ".", "h"}) {
    if (scanner.skip(mark) && is_ascii_digit(scanner.peek())) return true;
  }
  scanner.skip_spaces();
  const std::string_view rest = scanner.rest();
  std::string_view word = rest.substr(0, rest.find(' '));
  while (word.ends_with(',') || word.ends_with(';') || word.ends_with(')')) word.remove_suffix(1);
  return marks.contains(word);
}

// Abbreviated weekdays are words of many languages ("so", "do").
bool begins_weekday(std::string_view text) {
  constexpr std::size_t shortest = 4;
  return columns(text.substr(0, text.find_first_of(" ,"))) >= shortest && weekday_length(text) > 0;
}

// Whether a day or an hour is named, a few words behind the opener at the most ("for release
// until").
bool names_moment(std::string_view rest) {
  constexpr std::size_t most_before = 4;
  const auto words = split_words(rest);
  for (std::size_t i = 0; i < std::min(words.size(), most_before + 1); ++i) {
    std::string_view from = rest.substr(static_cast<std::size_t>(words[i].data() - rest.data()));
    while (from.starts_with(':') || from.starts_with('(')) from.remove_prefix(1);
    if (scan_date(from) || begins_hour(from) || begins_weekday(from)) return true;
  }
  return false;
}

}  // namespace

SlugKind embargo_kind(std::string_view text, std::string_view folded) {
  constexpr std::size_t most_words = 16;
  constexpr std::string_view marks = "*-=[( ";
  folded.remove_prefix(std::min(folded.find_first_not_of(marks), folded.size()));
  if (opener_length(folded) == 0 || split_words(text).size() > most_words) return SlugKind::none;
  std::string_view rest = folded;
  // "EMBARGO: NOT FOR PUBLICATION BEFORE"
  while (const std::size_t opener = opener_length(rest)) {
    rest.remove_prefix(opener);
    if (opener_length(trim(rest.substr(rest.starts_with(':')))) == 0) break;
    rest = trim(rest.substr(rest.starts_with(':')));
  }
  rest = trim(rest);
  if (names_moment(rest)) return SlugKind::embargo;
  for (const std::string_view alone : {":", "", "until", "until:", "until :", "bis", "bis:"}) {
    if (rest == alone) return SlugKind::embargo_label;
  }
  return SlugKind::none;
}

}  // namespace pressmark::plain_text
