#include "converters/exporters/epub/style_sheet.h"

#include <array>

#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::epub {
namespace {

constexpr std::array<std::string_view, 5> references = {"url(", "src(", "image-set(", "@import",
                                                        "@font-face"};
constexpr std::array<std::string_view, 2> properties = {"direction", "unicode-bidi"};

struct Scanned {
  std::string code;  // without comments, each string as '""'
  bool complete = true;
};

// The place behind the string that begins at `at`; npos where it has no end.
std::size_t end_of_string(std::string_view css, std::size_t at) {
  const char quote = css[at];
  for (++at; at < css.size(); ++at) {
    if (css[at] == '\\') {
      ++at;
    } else if (css[at] == '\n') {
      return std::string_view::npos;
    } else if (css[at] == quote) {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

Scanned scan(std::string_view css) {
  Scanned scanned;
  int open = 0;
  for (std::size_t at = 0; at < css.size();) {
    const char c = css[at];
    const bool comment = css.substr(at, 2) == "/*";
    if (comment || c == '"' || c == '\'') {
      const std::size_t end = comment ? css.find("*/", at + 2) : end_of_string(css, at);
      if (end == std::string_view::npos) {
        scanned.complete = false;
        return scanned;
      }
      scanned.code += comment ? " " : "\"\"";
      at = comment ? end + 2 : end;
      continue;
    }
    if (c == '{') ++open;
    if (c == '}' && --open < 0) break;
    scanned.code += c;
    ++at;
  }
  scanned.complete = open == 0;
  return scanned;
}

// Of a name in lower case (CSS Syntax 3, 4.2).
bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Whether `name` stands in `code` as a whole name with a colon behind it, in a block.
bool sets(std::string_view code, std::string_view name) {
  for (std::size_t at = code.find(name); at != std::string_view::npos;
       at = code.find(name, at + 1)) {
    if (at > 0 && is_name_character(code[at - 1])) continue;
    const std::size_t next = code.find_first_not_of(" \t\r\n\f", at + name.size());
    if (next != std::string_view::npos && code[next] == ':') return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> problem_of_style(std::string_view css) {
  if (!utf8::is_text(css)) return "it is not text in UTF-8";
  const Scanned scanned = scan(css);
  if (!scanned.complete) return "a comment, string or block has no end, or an end too many";
  const std::string code = ascii::to_lower(scanned.code);
  if (code.find('\\') != std::string::npos) return "it has an escape outside of a string";
  for (const std::string_view reference : references) {
    if (code.find(reference) == std::string::npos) continue;
    return "it has " + std::string(reference) + (reference.ends_with('(') ? ")" : "") +
           ", and a book's style sheet refers to no file";
  }
  for (const std::string_view property : properties) {
    if (!sets(code, property)) continue;
    return "it sets " + std::string(property) + ", which EPUB forbids";
  }
  if (code.find("@charset") != std::string::npos &&
      !ascii::to_lower(css).starts_with("@charset \"utf-8\";")) {
    return "its @charset is not \"utf-8\" at the beginning";
  }
  return {};
}

}  // namespace pressmark::epub
