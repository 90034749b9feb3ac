#include "converters/importers/text/below_text.h"

#include <algorithm>
#include <string>

#include "converters/importers/text/characters.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {

namespace {

bool begins_year(std::string_view words) {
  Scanner scanner(words);
  const int year = scanner.number(4);
  return year >= 1500 && year <= 2999;
}

// Whether what stands behind the word "copyright" is a year, or "by", a colon or the sign: a
// sentence about copyright goes on with neither.
bool names_owner(std::string_view rest) {
  for (const std::string_view mark : {"©", "(c)", ":", "by "}) {
    if (rest.starts_with(mark)) return true;
  }
  return begins_year(rest);
}

// Whether a sentence goes on behind words that stand at its start.
bool goes_on(std::string_view words, std::size_t length) {
  const std::string_view rest = words.substr(std::min(length, words.size()));
  return rest.starts_with(' ') && is_lower(first_of(trim(rest)));
}

}  // namespace

// "© Agence France-Presse", "Copyright 2024 ...": whose it is.
bool is_copyright_notice(std::string_view words) {
  constexpr std::size_t longest = 600;
  constexpr std::string_view reserved = "all rights reserved";
  if (words.size() > longest) return false;
  const std::string folded = fold(words);
  const std::string_view lower = folded;
  if (constexpr std::string_view word = "copyright "; lower.starts_with(word)) {
    return names_owner(trim(lower.substr(word.size()))) || lower.find(reserved) != lower.npos;
  }
  if (constexpr std::string_view sign = "(c) "; lower.starts_with(sign)) {
    return begins_year(lower.substr(sign.size())) || lower.find(reserved) != lower.npos;
  }
  for (const std::string_view sign : {"©", "ⓒ"}) {
    // Behind the sign stands a year or a name, and no sentence ("© is a sign.").
    if (!lower.starts_with(sign)) continue;
    return !starts_lower(trim(words.substr(sign.size()))) || !ends_sentence(words);
  }
  for (const std::string_view start :
       {"copyright:", "copyright©", "all rights reserved", "alle rechte vorbehalten",
        "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados",
        "tutti i diritti riservati", "все права защищены", "版权所有", "版權所有"}) {
    if (lower.starts_with(start)) return !goes_on(words, start.size());
  }
  return false;
}

// The brackets at the end of a paragraph, with the number of a wire behind them; empty for none.
std::string_view credit_at_end(std::string_view words) {
  while (!words.empty() && is_ascii_digit(static_cast<unsigned char>(words.back()))) {
    words.remove_suffix(1);
  }
  if (!words.ends_with(')') && !words.ends_with("）")) return {};
  const std::size_t ascii = words.rfind('(');
  const std::size_t wide = words.rfind("（");
  const std::size_t open = ascii == words.npos  ? wide
                           : wide == words.npos ? ascii
                                                : std::max(ascii, wide);
  return open == words.npos ? std::string_view() : words.substr(open);
}

std::optional<LabelledWords> label_below(std::string_view words) {
  constexpr std::size_t longest = 200;
  const auto label = divide_label(words);
  if (!label || words.size() > longest) return {};
  const auto [kind, name, value] = *label;
  if (kind != FieldKind::source && kind != FieldKind::keywords) return {};
  // A source is a name; keywords are many, or few words.
  constexpr std::size_t most_words = 3;
  if (kind == FieldKind::source && (ends_sentence(value) || is_lower(first_of(value)))) return {};
  if (kind == FieldKind::keywords && value.find_first_of(",;") == value.npos &&
      (split_words(value).size() > most_words || ends_sentence(value))) {
    return {};
  }
  return label;
}

}  // namespace pressmark::plain_text
