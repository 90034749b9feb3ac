#include <algorithm>
#include <string>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t least_indent = 4;

// The lines as they stand, blank ones between them too, without the indent that all have.
std::string verbatim(LinesLeft lines) {
  std::size_t indent = lines.front().indent;
  for (const Line& line : lines) indent = std::min<std::size_t>(indent, line.indent);
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) text.append(std::size_t{1} + lines[i].blanks, '\n');
    text.append(lines[i].indent - indent, ' ');
    text += lines[i].text;
  }
  return text;
}

// Whether a line reads like a program: it ends in a mark of one, or has its operators.
bool is_code_like(std::string_view text) {
  if (text.ends_with(';') || text.ends_with('{') || text.ends_with('}') || text.ends_with("):")) {
    return true;
  }
  if (text.starts_with("$ ") || text.starts_with("#include") || text.starts_with("//") ||
      text.starts_with(">>> ") || text.starts_with("</") || text.starts_with("<!")) {
    return true;
  }
  for (const std::string_view sign :
       {"();", "==", "!=", "->", "::", " = ", "+=", "&&", "||", "</"}) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

bool begins_fence(std::string_view text) {
  return text.starts_with("```") || text.starts_with("~~~");
}

std::size_t read_fenced_code(LinesLeft lines, Builder&, Blocks& blocks) {
  const std::string_view first = lines.front().text;
  if (!begins_fence(first)) return 0;
  const std::string_view fence = first.substr(0, first.find_first_not_of(first[0]));
  std::string_view language = trim(first.substr(fence.size()));
  if (language.size() > 20 || language.find_first_of(" `~") != std::string_view::npos) return 0;
  constexpr std::size_t most_lines = 10000;
  std::size_t end = 1;
  while (end < std::min(lines.size(), most_lines) && !lines[end].text.starts_with(fence)) ++end;
  if (end == lines.size() || end == most_lines || end == 1) return 0;
  blocks.push_back(
      Builder::block(Preformatted{verbatim(lines.subspan(1, end - 1)), true, std::string(language)},
                     lines.front()));
  return end + 1;
}

std::size_t read_indented_code(LinesLeft lines, Builder& builder, Blocks& blocks) {
  const std::size_t least = builder.shape().indent + least_indent;
  if (!lines.front().begins_group() || lines.front().indent < least) return 0;
  // The first lines tell; the others follow them.
  constexpr std::size_t telling_lines = 40;
  std::size_t end = 0;
  std::size_t code = 0;
  while (end < std::min(lines.size(), telling_lines) && lines[end].indent >= least) {
    code += is_code_like(lines[end].text);
    ++end;
  }
  if (end < 2 || code * 2 < end) return 0;
  while (end < lines.size() && lines[end].indent >= least) ++end;
  blocks.push_back(
      Builder::block(Preformatted{verbatim(lines.first(end)), true, ""}, lines.front()));
  return end;
}

}  // namespace pressmark::plain_text
