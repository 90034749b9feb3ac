#include "converters/importers/text/mail_encodings.h"

#include <algorithm>
#include <optional>

#include "converters/common/digest.h"
#include "converters/common/encoding.h"
#include "converters/importers/text/characters.h"
#include "core/base/ascii.h"

namespace pressmark::plain_text {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// "=XX" at a position as an octet; -1 where there is none.
int escaped_octet(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at] != '=') return -1;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

struct EncodedWord {
  std::string charset;
  std::string octets;
  std::size_t length;  // in the header
};

// "=?charset*language?Q?text?=" at the start.
std::optional<EncodedWord> encoded_word(std::string_view text) {
  constexpr std::size_t longest = 2000;  // RFC 2047 allows 75; not all keep to it
  if (!text.starts_with("=?")) return {};
  text = text.substr(0, longest);
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == text.npos || charset_end + 3 >= text.size() || text[charset_end + 2] != '?') {
    return {};
  }
  const std::size_t start = charset_end + 3;
  const std::size_t end = text.find("?=", start);
  if (end == text.npos) return {};
  const char form = ascii::to_lower(text[charset_end + 1]);
  std::string words(text.substr(start, end - start));
  EncodedWord word{std::string(text.substr(2, charset_end - 2)), {}, end + 2};
  word.charset = word.charset.substr(0, word.charset.find('*'));  // a language, RFC 2231
  if (form == 'b') {
    word.octets = decode_base64_lines(words);
  } else if (form == 'q') {
    for (char& c : words) {
      if (c == '_') c = ' ';
    }
    word.octets = decode_quoted_printable(words + "\n");
    word.octets.pop_back();
  } else {
    return {};
  }
  return word;
}

std::string in_utf8(const std::string& octets, const std::string& charset) {
  if (const auto decoded = decode_as(octets, charset)) return decoded->text;
  return decode_text(octets, "", "").text;
}

}  // namespace

std::string decode_quoted_printable(std::string_view text) {
  std::string octets;
  octets.reserve(text.size());
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t feed = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, feed - start);
    // White space at the end of a line was added on the way.
    const bool keeps_space = line.ends_with("= ") || line.ends_with("=\t");
    while (!line.empty() && (line.back() == '\r' || line.back() == '\t' ||
                             (line.back() == ' ' && (keeps_space || feed < text.size())))) {
      line.remove_suffix(1);
    }
    const bool soft = line.ends_with('=');
    if (soft) line.remove_suffix(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
      const int octet = escaped_octet(line, i);
      octets += octet < 0 ? line[i] : static_cast<char>(octet);
      if (octet >= 0) i += 2;
    }
    if (!soft && feed < text.size()) octets += '\n';
    start = feed + 1;
  }
  return octets;
}

std::string decode_base64_lines(std::string_view text) {
  std::string digits;
  digits.reserve(text.size());
  for (const char c : text) {
    const bool digit = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                       c == '+' || c == '/';
    if (digit) digits += c;
    if (c == '=') break;  // what stands behind the padding is not of it
  }
  if (digits.size() % 4 == 1) digits.pop_back();
  const auto octets = base64_decode(digits);
  return octets ? std::string(octets->begin(), octets->end()) : std::string();
}

bool has_encoded_word(std::string_view value) {
  for (std::size_t at = value.find("=?"); at != value.npos; at = value.find("=?", at + 2)) {
    if (encoded_word(value.substr(at))) return true;
  }
  return false;
}

std::string decode_words(std::string_view value) {
  std::string decoded;
  std::string octets;  // of words of one character set, which may divide a character between them
  std::string charset;
  const auto flush = [&] {
    if (octets.empty()) return;
    decoded += in_utf8(octets, charset);
    octets.clear();
  };
  bool behind_word = false;
  for (std::size_t i = 0; i < value.size();) {
    // White space between two encoded words is none.
    const std::size_t next = behind_word ? value.find_first_not_of(" \t", i) : i;
    const std::size_t at = next == value.npos ? value.size() : next;
    const auto word = encoded_word(value.substr(at));
    if (!word) {
      flush();
      behind_word = false;
      decoded += value[i++];
      continue;
    }
    if (word->charset != charset) flush();
    charset = word->charset;
    octets += word->octets;
    i = at + word->length;
    behind_word = true;
  }
  flush();
  return decoded;
}

}  // namespace pressmark::plain_text
