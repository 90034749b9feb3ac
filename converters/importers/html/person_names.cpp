#include "converters/importers/html/person_names.h"

#include <algorithm>

#include "converters/common/agency_names.h"
#include "converters/common/byline_words.h"
#include "converters/common/name_division.h"
#include "converters/importers/html/organisation_names.h"
#include "converters/importers/html/text_measure.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_undivided_name = 30;
constexpr std::size_t most_name_words = 6;

bool has_ideograph(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    if (is_ideograph(decoded.code_point)) return true;
    i += static_cast<std::size_t>(decoded.size);
  }
  return false;
}

// Scripts whose letters have no case.
bool is_caseless(char32_t c) { return is_letter(c) && c >= 0x590; }

bool looks_like_name_word(std::string_view word) {
  const char32_t first = first_character(word);
  if (is_capital(first) || is_caseless(first)) return true;
  const std::string folded = fold_text(word);
  return name_particles().contains(folded) || folded.starts_with("d'") ||
         folded.starts_with("d\u2019") || folded.starts_with("al-");
}

}  // namespace

std::vector<std::string_view> split_at_spaces(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = text.find_first_not_of(' ', i);
    if (start == std::string_view::npos) break;
    const std::size_t end = std::min(text.find(' ', start), text.size());
    words.push_back(text.substr(start, end - start));
    i = end;
  }
  return words;
}

char32_t first_character(std::string_view word) {
  return word.empty() ? 0 : utf8::decode(word, 0).code_point;
}

bool is_undivided(std::string_view text) {
  if (has_ideograph(text)) return true;
  const char32_t first = first_character(text);
  return first >= 0xAC00 && first <= 0xD7A3;
}

Name make_person(std::string_view whole) {
  auto words = split_at_spaces(whole);
  if (words.size() < 2 || has_ideograph(whole)) return literal_name(std::string(whole));
  Name name;
  while (words.size() > 2 && name_suffixes().contains(fold_text(words.back()))) {
    name.suffix = std::string(words.back()) + (name.suffix.empty() ? "" : " " + name.suffix);
    words.pop_back();
  }
  const std::string suffix = std::move(name.suffix);
  name = divide_name(words);
  name.suffix = suffix;
  return name;
}

bool looks_like_person(std::string_view name) {
  if (name.size() > longest_name) return false;
  bool letters = false;
  for (std::size_t i = 0; i < name.size();) {
    const utf8::Decoded decoded = utf8::decode(name, i);
    const char32_t c = decoded.code_point;
    letters = letters || is_letter(c);
    if (c < 0x80 && std::string_view("{}=#$%?!:[<_0123456789").find(static_cast<char>(c)) !=
                        std::string_view::npos) {
      return false;
    }
    i += static_cast<std::size_t>(decoded.size);
  }
  if (!letters) return false;
  if (is_undivided(name)) return name.size() <= longest_undivided_name;
  const auto words = split_at_spaces(name);
  return words.size() >= 2 && words.size() <= most_name_words &&
         std::ranges::all_of(words, [](std::string_view word) {
           const std::string folded = fold_text(word);
           return looks_like_name_word(word) && !organisation_words().contains(folded) &&
                  !page_words().contains(folded);
         });
}

bool looks_like_organisation(std::string_view name) {
  const auto words = split_at_spaces(name);
  bool any = false;
  for (const std::string_view word : words) {
    const std::string folded = fold_text(word);
    const bool small = folded == "of" || folded == "the" || folded == "and" || folded == "for" ||
                       folded == "&" || name_particles().contains(folded);
    const char32_t first = first_character(word);
    if (!small && !is_capital(first) && !is_caseless(first)) return false;
    if (page_words().contains(folded) && !organisation_words().contains(folded)) return false;
    any = any || organisation_words().contains(folded);
  }
  return any && words.size() <= most_name_words;
}

bool looks_like_handle(std::string_view name) {
  if (name.find(' ') != std::string_view::npos || is_undivided(name)) return false;
  const bool joined = name.find_first_of("_-.0123456789") != std::string_view::npos;
  const char32_t first = first_character(name);
  if (joined && name.find('-') == std::string_view::npos) return true;
  return is_letter(first) && !is_caseless(first) && !is_capital(first);
}

bool is_agency(std::string_view name) {
  // "AFP", "dpa" and "Reuters" are agencies, "Mia" and "Petra" are rather persons.
  const bool one_word = name.find_first_of(" /-.") == std::string_view::npos;
  const bool capitalised =
      name.size() > 1 && is_capital(first_character(name)) && name[1] >= 'a' && name[1] <= 'z';
  if (one_word && capitalised && name.size() <= 5) return false;
  // "dpa/lno", "AFP/dpa": with its desk or with another.
  const std::string folded = fold_text(name);
  const std::string_view first = std::string_view(folded).substr(0, folded.find('/'));
  return is_agency_name(first) && folded.size() <= first.size() + 5;
}

bool is_desk(std::string_view name) { return desk_names().contains(fold_text(name)); }

std::string why_no_author(std::string_view name) {
  const std::string folded = fold_text(name);
  if (folded.find("http") != std::string::npos || folded.find("www.") != std::string::npos ||
      folded.find('@') != std::string::npos) {
    return "an address";
  }
  const bool administers =
      folded == name && folded.ends_with("admin") && folded.find(' ') == std::string::npos;
  if (administers || account_names().contains(folded)) return "an account, no name";
  TextMeasure measure;
  measure.add(name);
  if (measure.mass - measure.digits < 2) return "no name";
  const auto words = words_of(folded);
  const bool accounts = std::ranges::all_of(words, [](std::string_view word) {
    return account_names().contains(word) || page_words().contains(word);
  });
  return accounts && !words.empty() && !is_undivided(name) ? "an account, no name" : "";
}

}  // namespace pressmark::html
