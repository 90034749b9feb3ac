#include "converters/importers/text/joining.h"

#include "converters/importers/text/characters.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t most_words = 2'000'000;

std::uint64_t digest(std::string_view word) {
  std::uint64_t value = 14695981039346656037u;  // FNV-1a
  for (const char octet : word)
    value = (value ^ static_cast<unsigned char>(octet)) * 1099511628211u;
  return value;
}

bool is_word_character(char32_t c) {
  return is_letter(c) || c == '-' || c == U'‐' || c == U'’' || c == '\'';
}

// The run of word characters at the end and at the start.
std::string_view last_word(std::string_view text) {
  constexpr std::size_t longest = 200;  // octets; words that are put together may grow for ever
  std::size_t start = text.size();
  while (start > 0 && text.size() - start < longest) {
    std::size_t before = start - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
    if (!is_word_character(utf8::decode(text, before).code_point)) break;
    start = before;
  }
  return text.substr(start);
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const utf8::Decoded c = utf8::decode(text, end);
    if (!is_word_character(c.code_point)) break;
    end += static_cast<std::size_t>(c.size);
  }
  return text.substr(0, end);
}

// Octets of the hyphen that ends the text behind a letter; 0 where there is none.
std::size_t final_hyphen(std::string_view text) {
  for (const std::string_view hyphen : {"-", "\u2010", "\u00AD", "¬"}) {
    if (!text.ends_with(hyphen)) continue;
    return is_letter(last_of(text.substr(0, text.size() - hyphen.size()))) ? hyphen.size() : 0;
  }
  return 0;
}

// Scripts without spaces between words, and their punctuation.
bool joins_without_space(char32_t c) {
  return is_ideograph(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x0E00 && c <= 0x0EFF);
}

bool ends_with_dash(std::string_view text) {
  for (const std::string_view dash : {"—", "--"}) {
    if (!text.ends_with(dash)) continue;
    return !is_space(last_of(text.substr(0, text.size() - dash.size())));
  }
  return false;
}

}  // namespace

void Vocabulary::fill() {
  filled_ = true;
  bool divided = false;  // whether the line before ended in a hyphen
  for (const Line& line : *lines_) {
    const bool second_half = divided;
    divided = final_hyphen(line.text) > 0;
    Scanner scanner(line.text);
    while (!scanner.at_end()) {
      const std::size_t start = scanner.position();
      while (!scanner.at_end() && is_word_character(scanner.peek())) scanner.next();
      const std::string_view word = scanner.since(start);
      // The halves of divided words are what is asked for, not what knows.
      const bool half = (start == 0 && second_half) || (scanner.at_end() && divided);
      if (!word.empty() && !half) words_.insert(digest(fold(word)));
      if (words_.size() >= most_words) return;
      scanner.next();
    }
  }
}

bool Vocabulary::has(std::string_view word) {
  if (!filled_) fill();
  return words_.contains(digest(fold(word)));
}

std::string Joiner::append(std::string& text, std::string_view line) {
  const std::size_t hyphen = rules_.has(Rule::hyphens) ? final_hyphen(text) : 0;
  if (hyphen > 0 && is_letter(first_of(line))) {
    const bool hidden = text.ends_with("\u00AD") || text.ends_with("¬");
    const std::string left(last_word(std::string_view(text).substr(0, text.size() - hyphen)));
    const std::string right(first_word(line));
    const std::string whole = left + right;
    const bool drop =
        hidden || (is_lower(first_of(line)) && !vocabulary_.has(left + "-" + right) &&
                   (vocabulary_.has(whole) || !vocabulary_.has(left) || !vocabulary_.has(right)));
    if (drop) text.resize(text.size() - hyphen);
    text += line;
    return drop ? whole : std::string();
  }
  const bool tight = text.empty() || ends_with_dash(text) ||
                     (joins_without_space(last_of(text)) && joins_without_space(first_of(line)));
  if (!tight) text += ' ';
  text += line;
  return {};
}

}  // namespace pressmark::plain_text
