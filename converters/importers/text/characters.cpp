#include "converters/importers/text/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

constexpr std::u32string_view sentence_ends = U".!?…。！？؟۔।፧";
constexpr std::u32string_view closers = U"\"'”’»›)]}」』）】》“";
constexpr std::u32string_view openers = U"\"'“‘„«‹([{¿¡「『（【《”»";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

// The code point that ends at `end`, which is above 0.
utf8::Decoded decode_before(std::string_view text, std::size_t end) {
  std::size_t start = end - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return utf8::decode(text, start);
}

}  // namespace

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(icu(c)) != 0;
}
bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(icu(c)) != 0 || u_istitle(icu(c)) != 0;
}
bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_islower(icu(c)) != 0;
}
bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || c == '\t' || c == '\n';
  return u_isUWhiteSpace(icu(c)) != 0;
}
bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_ideograph(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}
bool is_ignorable(char32_t c) {
  if (c < 0x80) return false;
  return c == 0xAD || c == 0xFEFF || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069);
}

char32_t first_of(std::string_view text) {
  return text.empty() ? 0 : utf8::decode(text, 0).code_point;
}
char32_t last_of(std::string_view text) {
  return text.empty() ? 0 : decode_before(text, text.size()).code_point;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const utf8::Decoded c = utf8::decode(text, 0);
    if (!is_space(c.code_point) && !is_ignorable(c.code_point)) break;
    text.remove_prefix(static_cast<std::size_t>(c.size));
  }
  while (!text.empty()) {
    const utf8::Decoded c = decode_before(text, text.size());
    if (!is_space(c.code_point) && !is_ignorable(c.code_point)) break;
    text.remove_suffix(static_cast<std::size_t>(c.size));
  }
  return text;
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      folded += ascii::to_lower(text[i++]);
      continue;
    }
    const utf8::Decoded c = utf8::decode(text, i);
    i += static_cast<std::size_t>(c.size);
    if (is_ignorable(c.code_point)) continue;
    utf8::append(folded, static_cast<char32_t>(u_tolower(icu(c.code_point))));
  }
  return folded;
}

std::size_t columns(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++width;
      ++i;
      continue;
    }
    const utf8::Decoded c = utf8::decode(text, i);
    i += static_cast<std::size_t>(c.size);
    if (c.code_point < 0x300) {
      width += c.code_point != 0xAD;
      continue;
    }
    const int kind = u_charType(icu(c.code_point));
    if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || is_ignorable(c.code_point)) {
      continue;
    }
    const int east_asian = u_getIntPropertyValue(icu(c.code_point), UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded c = utf8::decode(text, i);
    if (is_space(c.code_point)) {
      if (i > start) words.push_back(text.substr(start, i - start));
      start = i + static_cast<std::size_t>(c.size);
    }
    i += static_cast<std::size_t>(c.size);
  }
  if (start < text.size()) words.push_back(text.substr(start));
  return words;
}

bool ends_sentence(std::string_view text) {
  text = trim(text);
  while (!text.empty()) {
    const utf8::Decoded c = decode_before(text, text.size());
    if (contains(sentence_ends, c.code_point)) return true;
    if (!contains(closers, c.code_point)) return false;
    text.remove_suffix(static_cast<std::size_t>(c.size));
  }
  return false;
}

std::size_t count_sentences(std::string_view text) {
  std::size_t count = 0;
  bool ended = false;  // an end mark, then closers, then spaces
  bool spaced = false;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded c = utf8::decode(text, i);
    i += static_cast<std::size_t>(c.size);
    if (contains(sentence_ends, c.code_point)) {
      ended = true;
      spaced = c.code_point > 0x2FFF;
    } else if (ended && is_space(c.code_point)) {
      spaced = true;
    } else if (ended && !contains(closers, c.code_point)) {
      count += spaced && !is_lower(c.code_point);
      ended = spaced = false;
    }
  }
  return count + 1;
}

bool starts_lower(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded c = utf8::decode(text, i);
    i += static_cast<std::size_t>(c.size);
    if (is_space(c.code_point) || is_ignorable(c.code_point) || contains(openers, c.code_point)) {
      continue;
    }
    return is_lower(c.code_point);
  }
  return false;
}

bool is_capitals(std::string_view text) {
  std::size_t upper = 0;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded c = utf8::decode(text, i);
    i += static_cast<std::size_t>(c.size);
    if (is_lower(c.code_point)) return false;
    upper += is_upper(c.code_point);
  }
  return upper >= 2;
}

bool ends_with_mark(std::string_view text) {
  const char32_t last = last_of(text);
  return ends_sentence(text) || last == ',' || last == ';' || last == ':' || last == '-' ||
         last == U'—' || last == U'–' || last == U'，' || last == U'；' || last == U'،';
}
bool is_caseless(std::string_view words) {
  for (std::size_t i = 0; i < words.size();) {
    const utf8::Decoded c = utf8::decode(words, i);
    i += static_cast<std::size_t>(c.size);
    if (is_upper(c.code_point) || is_lower(c.code_point)) return false;
  }
  return true;
}

bool is_title_case(std::string_view text) {
  constexpr std::size_t long_word = 4;
  std::size_t words = 0;
  std::size_t upper = 0;
  for (const std::string_view word : split_words(text)) {
    if (utf8::length(word) < long_word || !is_letter(first_of(word))) continue;
    ++words;
    upper += is_upper(first_of(word));
  }
  return words >= 2 && upper * 10 >= words * 9;
}

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded c = utf8::decode(text, i);
    if (is_letter(c.code_point)) return true;
    i += static_cast<std::size_t>(c.size);
  }
  return false;
}

bool is_mostly_ideographs(std::string_view text) {
  std::size_t letters = 0;
  std::size_t ideographs = 0;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded c = utf8::decode(text, i);
    i += static_cast<std::size_t>(c.size);
    letters += is_letter(c.code_point);
    ideographs += is_ideograph(c.code_point);
  }
  return ideographs * 2 > letters;
}

std::size_t dash_length(std::string_view text) {
  std::size_t length = 0;
  for (const std::string_view dash : {"—", "–", "―", "--", "−", "-", "_", "－", "ー"}) {
    if (!text.starts_with(dash)) continue;
    length = dash.size();
    break;
  }
  // A doubled dash is one.
  if (length == 3 && text.substr(3).starts_with(text.substr(0, 3))) length = 6;
  return length;
}

char32_t Scanner::next() {
  if (at_end()) return 0;
  const utf8::Decoded c = utf8::decode(text_, position_);
  position_ += static_cast<std::size_t>(c.size);
  return c.code_point;
}

bool Scanner::skip(std::string_view literal) {
  if (!rest().starts_with(literal)) return false;
  position_ += literal.size();
  return true;
}

bool Scanner::skip_dash() {
  const std::size_t length = dash_length(rest());
  position_ += length;
  return length > 0;
}

bool Scanner::skip_spaces() {
  const std::size_t start = position_;
  while (!at_end() && is_space(peek())) next();
  return position_ > start;
}

int Scanner::number(std::size_t most) {
  std::size_t end = position_;
  int value = 0;
  while (end < text_.size() && is_ascii_digit(static_cast<unsigned char>(text_[end]))) {
    if (end - position_ == most) return -1;
    value = value * 10 + (text_[end] - '0');
    ++end;
  }
  if (end == position_) return -1;
  position_ = end;
  return value;
}

std::string_view Scanner::letters() {
  const std::size_t start = position_;
  while (!at_end()) {
    const std::size_t before = position_;
    const char32_t c = next();
    // Marks: the vowel signs of Indian scripts have no combining class.
    if (is_letter(c) || (c >= 0x300 && (U_GET_GC_MASK(icu(c)) & U_GC_M_MASK) != 0)) continue;
    position_ = before;
    break;
  }
  return since(start);
}

}  // namespace pressmark::plain_text
