#include <string>
#include <string_view>

#include "converters/exporters/citation/bibtex.h"
#include "core/base/utf8.h"

namespace pressmark::citation {
namespace {

const char* command_of(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '<':
      return "\\textless{}";
    case '>':
      return "\\textgreater{}";
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

}  // namespace

std::string latex_escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    // Two hyphens would be set as a dash.
    if (c == '-' && out.ends_with('-')) out += "{}";
    if (const char* command = command_of(c)) {
      out += command;
    } else {
      out += c == '\n' || c == '\t' ? ' ' : c;
    }
  }
  return out;
}

std::string latex_title(std::string_view title) {
  std::string out;
  bool first = true;
  while (!title.empty()) {
    const std::size_t end = std::min(title.find(' '), title.size());
    const std::string_view word = title.substr(0, end);
    // Styles keep the first letter of a title themselves.
    const std::size_t letter =
        first && !word.empty() ? static_cast<std::size_t>(utf8::decode(word, 0).size) : 0;
    const bool keep = has_capital(word.substr(letter));
    if (keep) out += '{';
    out += latex_escape(word);
    if (keep) out += '}';
    if (!word.empty()) first = false;
    title.remove_prefix(end);
    while (title.starts_with(' ')) {
      out += ' ';
      title.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace pressmark::citation
