#include "core/base/utf8.h"

namespace pressmark::utf8 {
namespace {

bool is_continuation(unsigned char octet) { return (octet & 0xC0) == 0x80; }

// The octet after the first one is restricted where the first is E0, ED, F0 or F4 (table 3-7).
bool second_fits(unsigned char first, unsigned char second) {
  switch (first) {
    case 0xE0:
      return second >= 0xA0 && second <= 0xBF;
    case 0xED:
      return second >= 0x80 && second <= 0x9F;
    case 0xF0:
      return second >= 0x90 && second <= 0xBF;
    case 0xF4:
      return second >= 0x80 && second <= 0x8F;
    default:
      return is_continuation(second);
  }
}

int sequence_size(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

// Length of the run of plain text characters from `position`: printable ASCII, tab, line feed.
std::size_t ascii_run(std::string_view text, std::size_t position) {
  std::size_t end = position;
  while (end < text.size()) {
    const auto octet = static_cast<unsigned char>(text[end]);
    if ((octet < 0x20 && octet != '\t' && octet != '\n') || octet >= 0x7F) break;
    ++end;
  }
  return end - position;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t position) {
  const auto first = static_cast<unsigned char>(text[position]);
  const int size = sequence_size(first);
  if (size == 1) return {first, 1, true};
  if (size == 0) return {replacement_character, 1, false};
  char32_t code_point = first & (0xFFu >> (size + 1));
  for (int i = 1; i < size; ++i) {
    if (position + i >= text.size()) return {replacement_character, i, false};
    const auto octet = static_cast<unsigned char>(text[position + i]);
    const bool fits = i == 1 ? second_fits(first, octet) : is_continuation(octet);
    if (!fits) return {replacement_character, i, false};
    code_point = (code_point << 6) | (octet & 0x3F);
  }
  return {code_point, size, true};
}

void append(std::string& text, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = replacement_character;
  }
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0 | (code_point >> 6));
    text += static_cast<char>(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0 | (code_point >> 12));
    text += static_cast<char>(0x80 | ((code_point >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code_point & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (code_point >> 18));
    text += static_cast<char>(0x80 | ((code_point >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((code_point >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code_point & 0x3F));
  }
}

bool is_valid(std::string_view octets) {
  for (std::size_t i = 0; i < octets.size();) {
    const Decoded decoded = decode(octets, i);
    if (!decoded.valid) return false;
    i += decoded.size;
  }
  return true;
}

bool is_text(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n';
  if (c >= 0x7F && c <= 0x9F) return false;
  if (c >= 0xD800 && c <= 0xDFFF) return false;
  if (c >= 0xFDD0 && c <= 0xFDEF) return false;
  return c <= 0x10FFFF && (c & 0xFFFE) != 0xFFFE;
}

bool is_text(std::string_view octets) {
  for (std::size_t i = ascii_run(octets, 0); i < octets.size(); i += ascii_run(octets, i)) {
    const Decoded decoded = decode(octets, i);
    if (!decoded.valid || !is_text(decoded.code_point)) return false;
    i += decoded.size;
  }
  return true;
}

std::string to_text(std::string_view octets, Repairs& repairs) {
  std::string text;
  text.reserve(octets.size());
  for (std::size_t i = 0; i < octets.size();) {
    const std::size_t run = ascii_run(octets, i);
    text.append(octets, i, run);
    i += run;
    if (i == octets.size()) break;
    if (octets[i] == '\r') {
      text += '\n';
      i += i + 1 < octets.size() && octets[i + 1] == '\n' ? 2 : 1;
      continue;
    }
    const Decoded decoded = decode(octets, i);
    if (!decoded.valid) {
      append(text, replacement_character);
      ++repairs.replaced;
    } else if (is_text(decoded.code_point)) {
      text.append(octets, i, decoded.size);
    } else {
      ++repairs.removed;
    }
    i += decoded.size;
  }
  return text;
}

std::string to_text(std::string_view octets) {
  Repairs repairs;
  return to_text(octets, repairs);
}

std::string_view prefix(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(static_cast<unsigned char>(text[bytes]))) --bytes;
  return text.substr(0, bytes);
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (const char octet : text) count += !is_continuation(static_cast<unsigned char>(octet));
  return count;
}

}  // namespace pressmark::utf8
