#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "converters/exporters/citation/bibtex.h"
#include "core/base/utf8.h"

namespace pressmark::citation {
namespace {

// In mathematics "<" and ">" are themselves in every encoding of fonts, and every reader knows
// them.
const char* command_of(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\{";
    case '}':
      return "\\}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '<':
      return "$<$";
    case '>':
      return "$>$";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '%':
      return "\\%";
    case '_':
      return "\\_";
    default:
      return nullptr;
  }
}

// The places of braces without a partner. BibTeX counts "\\{", too, so these need a command that
// has no brace.
std::set<std::size_t> single_braces(std::string_view text) {
  std::set<std::size_t> open;
  std::set<std::size_t> single;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') open.insert(i);
    if (text[i] != '}') continue;
    if (open.empty()) {
      single.insert(i);
    } else {
      open.erase(std::prev(open.end()));
    }
  }
  single.merge(open);
  return single;
}

// Upper case of the scripts that BibTeX styles change: Latin, Greek, Cyrillic. The blocks of Latin
// letters beyond Latin-1 and of Cyrillic alternate capital and small letters.
bool is_capital(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if (c >= 0x100 && c <= 0x137) return c % 2 == 0;
  if (c >= 0x139 && c <= 0x148) return c % 2 == 1;
  if (c >= 0x14A && c <= 0x177) return c % 2 == 0;
  if (c >= 0x391 && c <= 0x3AB) return true;
  if (c >= 0x400 && c <= 0x42F) return true;
  return c >= 0x460 && c <= 0x52F && c % 2 == 0;
}

bool has_capital(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const utf8::Decoded decoded = utf8::decode(word, i);
    if (is_capital(decoded.code_point)) return true;
    i += static_cast<std::size_t>(decoded.size);
  }
  return false;
}

// Whether the first letter of a word is a small one.
bool starts_small(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const utf8::Decoded decoded = utf8::decode(word, i);
    const auto c = static_cast<UChar32>(decoded.code_point);
    if (u_isalpha(c) != 0) return u_islower(c) != 0;
    i += static_cast<std::size_t>(decoded.size);
  }
  return false;
}

class Escaper {
 public:
  explicit Escaper(std::string_view text) : text_(text), single_(single_braces(text)) {}

  // The octets from `start` to `end` as TeX.
  void write(std::size_t start, std::size_t end, std::string& out) const {
    for (std::size_t i = start; i < end; ++i) {
      const char c = text_[i];
      // Two of these would be set as a dash or a quotation mark.
      const bool doubled = c == '-' || c == '\'' || c == '`';
      if (doubled && out.ends_with(c)) out += "{}";
      if (single_.contains(i)) {
        out += c == '{' ? "\\textbraceleft{}" : "\\textbraceright{}";
      } else if (const char* command = command_of(c)) {
        out += command;
      } else {
        out += c == '\n' || c == '\t' ? ' ' : c;
      }
    }
  }

 private:
  std::string_view text_;
  std::set<std::size_t> single_;
};

}  // namespace

std::string latex_escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  Escaper(text).write(0, text.size(), out);
  return out;
}

std::string latex_title(std::string_view title) {
  const Escaper escaper(title);
  std::string out;
  bool first = true;     // of the title
  bool at_start = true;  // of the title or of a sentence in it
  for (std::size_t at = 0; at < title.size();) {
    if (title[at] == ' ') {
      out += title[at++];
      continue;
    }
    const std::size_t end = std::min(title.find(' ', at), title.size());
    const std::string_view word = title.substr(at, end - at);
    // Styles keep a capital at the title's start themselves; some make one of a small letter.
    const std::size_t letter = first ? static_cast<std::size_t>(utf8::decode(word, 0).size) : 0;
    const bool keep = has_capital(word.substr(letter)) || (at_start && starts_small(word));
    if (keep) out += '{';
    escaper.write(at, end, out);
    if (keep) out += '}';
    first = false;
    at_start = std::string_view(":.?!").find(word.back()) != std::string_view::npos;
    at = end;
  }
  return out;
}

}  // namespace pressmark::citation
