#include "converters/importers/text/agencies.h"

#include <algorithm>
#include <string>

#include "converters/common/agency_names.h"
#include "converters/importers/text/characters.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t longest_name = 60;

// "reuters" of "reuters life!", "dpa" of "dpa/tmn" and "dpa-afx"; as it is where there is no desk.
std::string_view without_desk(std::string_view folded) {
  return folded.substr(0, std::min(folded.find_first_of("/ -,+"), folded.find("–")));
}

// "ANA EJEMPLO": a word in capitals before others is as well the first name of a byline in
// capitals.
bool may_be_name_in_capitals(std::string_view words) {
  constexpr std::size_t longest_acronym = 4;
  const std::size_t space = words.find(' ');
  return space != words.npos && columns(words.substr(0, space)) <= longest_acronym &&
         is_capitals(words) && is_upper(first_of(words.substr(space + 1)));
}

// Whether a word is written as a first name is, where it could be one: "Ana", "Sid", "Una".
bool could_be_first_name(std::string_view word) {
  constexpr std::size_t longest_acronym = 4;
  return columns(word) <= longest_acronym && is_upper(first_of(word)) && !is_capitals(word);
}

}  // namespace

bool is_agency(std::string_view words) {
  if (words.empty() || words.size() > longest_name) return false;
  const std::string folded = fold(words);
  return is_agency_name(folded) || is_press_release_wire(words) ||
         (!could_be_first_name(without_desk(words)) && !may_be_name_in_capitals(words) &&
          is_agency_name(without_desk(folded)));
}

bool is_press_release_wire(std::string_view words) {
  if (words.empty() || words.size() > longest_name) return false;
  const std::string folded = fold(words);
  return is_press_release_wire_name(folded) ||
         is_press_release_wire_name(
             std::string_view(folded).substr(0, folded.find_first_of("-/ ")));
}

}  // namespace pressmark::plain_text
