#include "converters/common/mime.h"

#include <algorithm>
#include <optional>

#include "converters/common/digest.h"
#include "converters/common/encoding.h"
#include "core/base/ascii.h"

namespace pressmark::mime {
namespace {

constexpr std::size_t longest_header = 262144;  // octets
constexpr std::size_t most_parts = 20'000;

std::string_view trim(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

bool is_field_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return c > ' ' && c <= '~'; });
}

// The line at a position without its end; moves behind it.
std::string_view next_line(std::string_view text, std::size_t& at) {
  const std::size_t feed = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, feed - at);
  at = std::min(feed + 1, text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

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
    word.octets = decode_base64(words);
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

std::string_view Header::value(std::string_view name) const {
  for (const Field& field : fields) {
    if (ascii::to_lower(field.name) == name) return field.value;
  }
  return {};
}

std::string Header::media_type() const {
  const std::string_view type = value("content-type");
  const std::string name = ascii::to_lower(trim(type.substr(0, type.find(';'))));
  return name.find('/') == name.npos ? "text/plain" : name;
}

bool Header::is_attachment() const {
  return ascii::to_lower(value("content-disposition")).starts_with("attachment");
}

Header read_header(std::string_view text) {
  text = text.substr(0, longest_header);
  Header header;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view line = next_line(text, at);
    ++header.lines;
    if (line.empty()) break;
    const bool folded = line.front() == ' ' || line.front() == '\t';
    if (folded && !header.fields.empty()) {
      header.fields.back().value += ' ';
      header.fields.back().value += trim(line);
      continue;
    }
    if (header.fields.empty() && line.starts_with("From ")) continue;  // of a mailbox
    const std::size_t colon = line.find(':');
    if (folded || colon == line.npos || !is_field_name(line.substr(0, colon))) {
      header.well_formed = false;
      continue;
    }
    header.fields.push_back(
        {std::string(line.substr(0, colon)), std::string(trim(line.substr(colon + 1)))});
  }
  header.length = at;
  return header;
}

std::string parameter(std::string_view value, std::string_view name) {
  std::size_t at = value.find(';');
  while (at < value.size()) {
    std::string_view rest = trim(value.substr(at + 1));
    const std::size_t equals = rest.find('=');
    if (equals == rest.npos) return {};
    const std::string key = ascii::to_lower(trim(rest.substr(0, equals)));
    std::string_view held = trim(rest.substr(equals + 1));
    std::size_t end = 0;
    if (held.starts_with('"')) {
      held.remove_prefix(1);
      end = std::min(held.find('"'), held.size());
    } else {
      end = std::min(held.find_first_of("; \t"), held.size());
    }
    if (key == name) return std::string(held.substr(0, end));
    const std::size_t behind = static_cast<std::size_t>(held.data() - value.data()) + end;
    at = value.find(';', behind);
  }
  return {};
}

std::vector<std::string_view> split_parts(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  std::size_t start = body.npos;
  for (std::size_t at = 0; at < body.size() && parts.size() < most_parts;) {
    const std::size_t begin = at;
    const std::string_view line = next_line(body, at);
    if (!line.starts_with(mark)) continue;
    const std::string_view behind = trim(line.substr(mark.size()));
    if (!behind.empty() && behind != "--") continue;
    if (start != body.npos) parts.push_back(body.substr(start, begin - start));
    start = behind.empty() ? at : body.npos;
    if (!behind.empty()) break;
  }
  if (start != body.npos) parts.push_back(body.substr(start));
  return parts;
}

std::string decode_body(std::string_view body, const Header& header) {
  const std::string coding = ascii::to_lower(trim(header.value("content-transfer-encoding")));
  if (coding == "quoted-printable") return decode_quoted_printable(body);
  if (coding == "base64") return decode_base64(body);
  return std::string(body);
}

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

std::string decode_base64(std::string_view text) {
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

}  // namespace pressmark::mime
