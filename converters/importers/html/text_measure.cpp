#include "converters/importers/html/text_measure.h"

#include <cstddef>

#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

bool between(char32_t value, char32_t first, char32_t last) {
  return value >= first && value <= last;
}

bool is_digit(char32_t c) { return between(c, '0', '9'); }

bool is_comma(char32_t c) {
  switch (c) {
    case ',':
    case ';':
    case ':':
    case 0x060C:  // Arabic comma
    case 0x061B:  // Arabic semicolon
    case 0x3001:  // ideographic comma
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
      return true;
    default:
      return false;
  }
}

// Marks that may stand between a sentence's end and the end of its text.
bool is_closing(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0xBB:
    case 0xAB:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x300D:
    case 0x300F:
    case 0xFF09:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool is_space(char32_t c) {
  return c == ' ' || between(c, 0x09, 0x0D) || c == 0xA0 || c == 0x1680 ||
         between(c, 0x2000, 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

bool is_ideograph(char32_t c) {
  return between(c, 0x3041, 0x30FF) || between(c, 0x3400, 0x4DBF) || between(c, 0x4E00, 0x9FFF) ||
         between(c, 0xF900, 0xFAFF) || between(c, 0x20000, 0x3FFFF);
}

bool is_letter(char32_t c) {
  if (c < 0x80) return between(c, 'a', 'z') || between(c, 'A', 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c < 0x2000)
    return c != 0xD7 && c != 0xF7 && c != 0x060C && c != 0x061B && c != 0x061F && c != 0x06D4 &&
           c != 0x0964 && c != 0x0965 && c != 0x055D && c != 0x0589;
  return is_ideograph(c) || between(c, 0xAC00, 0xD7A3) || between(c, 0x2C00, 0x2DFF) ||
         between(c, 0xA000, 0xABFF) || between(c, 0xFB00, 0xFDFF) || between(c, 0xFE70, 0xFEFC) ||
         between(c, 0xFF21, 0xFF3A) || between(c, 0xFF41, 0xFF5A) || between(c, 0x10000, 0x1EFFF);
}

char32_t lower_case(char32_t c) {
  if (c < 0x80) return between(c, 'A', 'Z') ? c + 32 : c;
  if (between(c, 0xC0, 0xDE) && c != 0xD7) return c + 32;
  // Latin Extended-A and -B pair upper (even) with lower (odd), with two ranges the other way.
  if (between(c, 0x139, 0x148) || between(c, 0x179, 0x17E)) return c % 2 == 1 ? c + 1 : c;
  if (c == 0x178) return 0xFF;
  if (c == 0x130) return 'i';
  if (between(c, 0x100, 0x177) && c != 0x138 && c != 0x149) return c % 2 == 0 ? c + 1 : c;
  if (between(c, 0x218, 0x21B) || between(c, 0x1E00, 0x1EFF)) return c % 2 == 0 ? c + 1 : c;
  switch (c) {
    case 0x386:
      return 0x3AC;
    case 0x388:
    case 0x389:
    case 0x38A:
      return c + 37;
    case 0x38C:
      return 0x3CC;
    case 0x38E:
    case 0x38F:
      return c + 63;
    default:
      break;
  }
  if (between(c, 0x391, 0x3AB)) return c + 32;
  if (between(c, 0x400, 0x40F)) return c + 80;
  if (between(c, 0x410, 0x42F)) return c + 32;
  if (between(c, 0x460, 0x481) || between(c, 0x48A, 0x4BF)) return c % 2 == 0 ? c + 1 : c;
  if (between(c, 0x531, 0x556)) return c + 48;
  return c;
}

bool is_capital(char32_t c) { return lower_case(c) != c; }

bool is_sentence_end(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:  // ellipsis
    case 0x0589:  // Armenian full stop
    case 0x061F:  // Arabic question mark
    case 0x06D4:  // Urdu full stop
    case 0x0964:  // danda
    case 0x0965:
    case 0x3002:  // ideographic full stop
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
      return true;
    default:
      return false;
  }
}

void TextMeasure::add_character(char32_t c) {
  if (is_space(c)) {
    in_word_ = false;
    return;
  }
  if (first == 0) first = c;
  if (is_sentence_end(c) && !is_sentence_end(last)) ++sentences;
  if (!is_closing(c) || last == 0) last = c;
  if (is_ideograph(c)) {
    mass += 3;
    ++words;
    in_word_ = false;
    return;
  }
  const bool digit = is_digit(c);
  if (!digit && !is_letter(c)) {
    if (is_comma(c)) ++commas;
    if (c != '\'' && c != 0x2019) in_word_ = false;
    return;
  }
  mass += between(c, 0xAC00, 0xD7A3) ? 2 : 1;
  if (digit) ++digits;
  if (is_capital(c)) ++capitals;
  if (!in_word_) ++words;
  in_word_ = true;
}

void TextMeasure::add(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = character_at(text, i);
    add_character(decoded.code_point);
    i += static_cast<std::size_t>(decoded.size);
  }
}

bool TextMeasure::ends_sentence() const { return is_sentence_end(last); }

std::string fold_text(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = character_at(text, i);
    i += static_cast<std::size_t>(decoded.size);
    if (is_space(decoded.code_point)) {
      space = !folded.empty();
      continue;
    }
    if (space) folded += ' ';
    space = false;
    if (decoded.code_point < 0x80) {
      folded += static_cast<char>(lower_case(decoded.code_point));
    } else {
      utf8::append(folded, lower_case(decoded.code_point));
    }
  }
  return folded;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t start = std::string_view::npos;
  const auto end_word = [&](std::size_t end) {
    if (start != std::string_view::npos) words.push_back(text.substr(start, end - start));
    start = std::string_view::npos;
  };
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = character_at(text, i);
    const std::size_t next = i + static_cast<std::size_t>(decoded.size);
    if (is_ideograph(decoded.code_point)) {
      end_word(i);
      words.push_back(text.substr(i, next - i));
    } else if (is_letter(decoded.code_point) || is_digit(decoded.code_point)) {
      if (start == std::string_view::npos) start = i;
    } else {
      end_word(i);
    }
    i = next;
  }
  end_word(text.size());
  return words;
}

}  // namespace pressmark::html
