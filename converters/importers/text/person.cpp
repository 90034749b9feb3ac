#include "converters/importers/text/person.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "converters/common/byline_words.h"
#include "converters/common/name_division.h"
#include "converters/importers/text/characters.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::array<std::string_view, 8> suffixes = {"jr", "jr.", "sr", "sr.",
                                                      "ii", "iii", "iv", "phd"};

// Words that begin titles in capitals, and no names.
constexpr std::array<std::string_view, 41> no_first_names = {
    "de",  "do",  "da",  "du",   "des",  "aus",   "with", "a",   "an",   "the", "not",
    "no",  "how", "why", "what", "when", "where", "who",  "is",  "are",  "in",  "on",
    "for", "and", "our", "my",   "der",  "die",   "das",  "ein", "eine", "les", "los",
    "las", "un",  "une", "una",  "il",   "gli",   "from", "this"};

template <std::size_t size>
bool has(const std::array<std::string_view, size>& set, std::string_view word) {
  return std::ranges::find(set, word) != set.end();
}

bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

// Only letters, marks, and the signs of names: . ' ’ -
bool is_name_word(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const utf8::Decoded c = utf8::decode(word, i);
    i += static_cast<std::size_t>(c.size);
    const bool sign = c.code_point == '.' || c.code_point == '\'' || c.code_point == U'’' ||
                      c.code_point == '-' || c.code_point == U'‑';
    if (!is_letter(c.code_point) && !sign && c.code_point != 0x301) return false;
  }
  return true;
}

bool is_initial(std::string_view word) {
  return word.size() > 1 && word.ends_with('.') && utf8::length(word) <= 4;
}

// Two to four ideographs, or Hangul syllables, or Japanese names with one space.
bool is_east_asian_name(std::string_view words) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size();) {
    const utf8::Decoded c = utf8::decode(words, i);
    i += static_cast<std::size_t>(c.size);
    if (c.code_point == ' ' || c.code_point == 0x3000 || c.code_point == U'·') continue;
    if (!is_ideograph(c.code_point) && !is_hangul(c.code_point)) return false;
    ++count;
  }
  return count >= 2 && count <= 6;
}

// "Kim Ha-neul": a Korean family name before a given name of two syllables.
bool is_korean_order(const std::vector<std::string_view>& parts) {
  static const WordSet families(
      "kim, lee, park, choi, jung, jeong, kang, cho, yoon, jang, lim, han, oh, seo, shin, kwon, "
      "hwang, ahn, song, yoo, hong, moon, yang, bae, baek, nam, noh, ha, son, chung, ryu, ko, ri, "
      "pak");
  if (parts.size() != 2 || !families.contains(fold(parts[0]))) return false;
  const std::size_t hyphen = parts[1].find('-');
  return hyphen != std::string_view::npos && hyphen + 1 < parts[1].size() &&
         is_lower(first_of(parts[1].substr(hyphen + 1)));
}

// "Dr.", "Prof.", "Mrs.": courtesy and degrees, which catalogues leave out. Ranks and titles of
// nobility stay.
bool is_courtesy_title(std::string_view word) {
  static const WordSet rank(
      "m., don, doña, lord, sir, dame, capt., col., gen., gov., sen., rep., lt., sgt.");
  const std::string folded = fold(word);
  return name_titles().contains(folded) && !rank.contains(folded);
}

}  // namespace

bool looks_like_person(std::string_view words) {
  words = trim(words);
  if (words.empty() || words.size() > 120) return false;
  if (is_east_asian_name(words)) return true;
  const std::vector<std::string_view> parts = split_words(words);
  if (parts.size() < 2 || parts.size() > 6) return false;
  if (is_caseless(words)) {
    return parts.size() <= 4 && std::ranges::all_of(parts, is_name_word);
  }
  if (has(no_first_names, fold(parts.front()))) return false;
  std::size_t named = 0;
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string_view part = parts[i];
    if (part.ends_with(',') && i + 2 == parts.size() && has(suffixes, fold(parts.back()))) {
      part.remove_suffix(1);
    }
    if (!is_name_word(part)) return false;
    const std::string folded = fold(part);
    if (is_upper(first_of(part))) {
      ++named;
      capitals += is_capitals(part) && !is_initial(part) && !has(suffixes, folded);
    } else if (i == 0 || !(name_particles().contains(folded) || folded.starts_with("d'") ||
                           folded.starts_with("d’") || folded.starts_with("al-") ||
                           folded.starts_with("el-"))) {
      return false;
    }
  }
  // "Kim CATTRALL" is a name, "NATO Summit" is not: a capital word may be the last one only.
  if (capitals > 0 && capitals < named && !(capitals == 1 && is_capitals(parts.back())))
    return false;
  const std::string_view last = parts.back();
  if (last.ends_with('.') && !is_initial(last) && !has(suffixes, fold(last))) return false;
  return named >= 2;
}

Name parse_person(std::string_view words, std::string_view language) {
  words = trim(words);
  std::vector<std::string_view> parts = split_words(words);
  if (parts.size() < 2 || is_caseless(words)) return literal_name(std::string(words));
  while (parts.size() > 2 && is_courtesy_title(parts.front())) parts.erase(parts.begin());
  Name name;
  if (has(suffixes, fold(parts.back())) && parts.size() > 2) {
    name.suffix = parts.back();
    parts.pop_back();
    if (parts.back().ends_with(',')) parts.back().remove_suffix(1);
  }
  if (is_korean_order(parts)) {
    name.family = parts[0];
    name.given = parts[1];
    return name;
  }
  const std::string suffix = std::move(name.suffix);
  name = divide_name(parts, language);
  name.suffix = suffix;
  return name;
}

}  // namespace pressmark::plain_text
