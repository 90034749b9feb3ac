#include "converters/exporters/markdown/escape.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/base/utf8.h"

namespace pressmark::markdown {
namespace {

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

std::size_t longest_run_of_backticks(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

bool begins_entity(std::string_view text) {
  const std::size_t end = text.find(';');
  if (end == std::string_view::npos || end < 2) return false;
  return std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char c) { return is_alphanumeric(c) || c == '#'; });
}

}  // namespace

std::string escape_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (is_space(c)) {
      if (i == 0 || !is_space(text[i - 1])) out += ' ';
      continue;
    }
    bool special = std::string_view("\\`*[]<|~").find(c) != std::string_view::npos;
    // Inside of a word an underscore marks nothing.
    special =
        special || (c == '_' && !(i > 0 && is_alphanumeric(text[i - 1]) && is_alphanumeric(next)));
    special = special || (c == '&' && (is_alphanumeric(next) || next == '#' || next == '\0'));
    special = special || (c == '!' && (next == '\0' || next == '['));
    if (special) out += '\\';
    out += c;
  }
  return out;
}

std::string escape_line(std::string_view line) {
  while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  if (line.empty()) return {};
  std::string out(line);
  const char first = line.front();
  // A colon, too: two of them with hyphens are the second line of a table.
  if (std::string_view("#+->=:").find(first) != std::string_view::npos) return "\\" + out;
  const std::size_t digits =
      static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_digit) - line.begin());
  if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')')) {
    out.insert(digits, 1, '\\');
  }
  return out;
}

std::string code_span(std::string_view text) {
  std::string content;
  for (const char c : text) content += c == '\n' || c == '\t' ? ' ' : c;
  if (content.empty()) return {};
  const std::string marks(longest_run_of_backticks(content) + 1, '`');
  const bool blank = content.find_first_not_of(' ') == std::string::npos;
  const bool padded = content.front() == '`' || content.back() == '`' ||
                      (!blank && content.front() == ' ' && content.back() == ' ');
  return marks + (padded ? " " : "") + content + (padded ? " " : "") + marks;
}

std::string fence_for(std::string_view text) {
  return std::string(std::max<std::size_t>(3, longest_run_of_backticks(text) + 1), '`');
}

std::string destination(std::string_view target) {
  std::string out;
  bool bare = !target.empty();
  for (std::size_t i = 0; i < target.size(); ++i) {
    const char c = target[i];
    switch (c) {
      case '\\':
      case '<':
      case '>':
        out += '\\';
        out += c;
        bare = false;
        break;
      case '&':  // what looks like an entity would be one
        out += begins_entity(target.substr(i)) ? "&amp;" : "&";
        break;
      case '|':  // ends a cell
        out += "%7C";
        break;
      case '`':  // code spans come before links
        out += "%60";
        break;
      default:
        out += c;
        bare = bare && c != '(' && c != ')' && c != ' ';
    }
  }
  return bare ? out : "<" + out + ">";
}

bool is_word_edge(std::string_view text, Edge edge) {
  if (text.empty()) return false;
  std::size_t at = edge == Edge::first ? 0 : text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  const auto c = static_cast<UChar32>(utf8::decode(text, at).code_point);
  return u_isalnum(c) != 0;
}

}  // namespace pressmark::markdown
