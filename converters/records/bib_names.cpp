#include "converters/records/bib_names.h"

#include <unicode/uchar.h>

#include <string>
#include <utility>

#include "converters/records/latex_text.h"
#include "converters/records/record_builder.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::records {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '~'; }

// Calls `divider(position)` for each octet outside of braces; it returns the length of a divider
// there, or 0. The parts between the dividers.
template <class Divider>
std::vector<std::string_view> divided(std::string_view tex, Divider divider) {
  std::vector<std::string_view> parts;
  std::size_t open = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i < tex.size();) {
    if (tex[i] == '{') ++open;
    if (tex[i] == '}' && open > 0) --open;
    const std::size_t length = open == 0 ? divider(i) : 0;
    if (length > 0) {
      parts.push_back(tex.substr(start, i - start));
      start = i + length;
      i = start;
    } else {
      ++i;
    }
  }
  parts.push_back(tex.substr(start));
  return parts;
}

std::vector<std::string_view> names_in(std::string_view tex) {
  return divided(tex, [&](std::size_t i) -> std::size_t {
    const bool word = is_space(tex[i]) && i + 4 < tex.size() && is_space(tex[i + 4]) &&
                      ascii::to_lower(tex.substr(i + 1, 3)) == "and";
    return word ? 5 : 0;
  });
}

std::vector<std::string_view> at_commas(std::string_view tex) {
  return divided(tex, [&](std::size_t i) { return std::size_t{tex[i] == ',' ? 1U : 0U}; });
}

std::vector<std::string_view> words_in(std::string_view tex) {
  std::vector<std::string_view> words;
  for (const std::string_view word :
       divided(tex, [&](std::size_t i) { return std::size_t{is_space(tex[i]) ? 1U : 0U}; })) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

// Whether a word is of the particle: its first letter is a small one. A word in braces has no case
// unless the braces hold an accent.
bool is_small(std::string_view word) {
  if (word.starts_with('{') && !word.starts_with("{\\")) return false;
  const std::string text = latex_to_text(word);
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    const auto c = static_cast<UChar32>(decoded.code_point);
    if (u_isalpha(c) != 0) return u_islower(c) != 0;
    i += static_cast<std::size_t>(decoded.size);
  }
  return false;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
  std::string all;
  for (std::size_t i = from; i < to; ++i) {
    if (!all.empty()) all += ' ';
    all += words[i];
  }
  return latex_to_text(all);
}

// "d'{Alembert}", "al-{Biruni}": braces that begin inside of the only word of the family name.
void split_joined_particle(Name& name, std::string_view word) {
  const std::size_t brace = word.find('{');
  if (brace == std::string_view::npos || brace == 0 || !is_small(word)) return;
  const std::string particle = latex_to_text(word.substr(0, brace));
  const bool joins =
      particle.ends_with('\'') || particle.ends_with("\u2019") || particle.ends_with('-');
  if (!joins) return;
  if (!name.non_dropping_particle.empty()) name.non_dropping_particle += ' ';
  name.non_dropping_particle += particle;
  name.family = latex_to_text(word.substr(brace));
}

// "von Last": the particle ends at the last small word before the last word.
void set_family(Name& name, const std::vector<std::string_view>& words, std::size_t from) {
  std::size_t last = from;
  for (std::size_t i = from; i + 1 < words.size(); ++i) {
    if (is_small(words[i])) last = i + 1;
  }
  name.non_dropping_particle = joined(words, from, last);
  name.family = joined(words, last, words.size());
  if (last + 1 == words.size()) split_joined_particle(name, words[last]);
}

Name name_of_words(std::string_view tex) {
  const std::vector<std::string_view> words = words_in(tex);
  if (words.size() < 2) return literal_name(latex_to_text(tex));
  std::size_t first = 0;
  while (first + 1 < words.size() && !is_small(words[first])) ++first;
  Name name;
  name.given = joined(words, 0, first);
  set_family(name, words, first);
  return name;
}

// biblatex 3.5's extended format; empty where the text is not in it.
Name name_of_keys(const std::vector<std::string_view>& parts) {
  Name name;
  for (const std::string_view part : parts) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return {};
    const std::string key = trimmed(ascii::to_lower(part.substr(0, equals)));
    const std::string value = latex_to_text(part.substr(equals + 1));
    if (key == "family") {
      name.family = value;
    } else if (key == "given") {
      name.given = value;
    } else if (key == "prefix") {
      name.non_dropping_particle = value;
    } else if (key == "suffix") {
      name.suffix = value;
    }
  }
  return name;
}

// Whether one pair of braces holds all of it.
bool is_braced(std::string_view tex) {
  if (!tex.starts_with('{') || !tex.ends_with('}')) return false;
  std::size_t open = 0;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (tex[i] == '{') ++open;
    if (tex[i] == '}' && --open == 0) return i + 1 == tex.size();
  }
  return false;
}

Name read_name(std::string_view tex) {
  const std::string kept = trimmed(tex);
  if (is_braced(kept)) return literal_name(latex_to_text(kept));
  const std::vector<std::string_view> parts = at_commas(kept);
  if (kept.find('=') != std::string::npos) {
    if (Name name = name_of_keys(parts); !name.empty()) return name;
  }
  if (parts.size() == 1) return name_of_words(kept);
  Name name;
  set_family(name, words_in(parts[0]), 0);
  name.given = latex_to_text(parts.back());
  if (parts.size() > 2) name.suffix = latex_to_text(parts[1]);
  return name;
}

}  // namespace

BibNames read_bib_names(std::string_view tex, std::string Name::*particle) {
  BibNames result;
  for (const std::string_view part : names_in(tex)) {
    if (trimmed(part) == "others") {
      result.and_others = true;
      continue;
    }
    Name name = read_name(part);
    if (name.empty()) continue;
    if (!name.non_dropping_particle.empty()) {
      std::string found = std::exchange(name.non_dropping_particle, {});
      name.*particle = std::move(found);
    }
    result.names.push_back(std::move(name));
  }
  return result;
}

}  // namespace pressmark::records
