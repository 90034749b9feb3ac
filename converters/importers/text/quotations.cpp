#include <algorithm>
#include <utility>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/person.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t least_indent = 3;
constexpr std::size_t longest_attribution = 100;  // octets

// The words behind the dash of "— Ada Example, mayor"; empty for other lines.
std::string_view attribution_of(std::string_view text) {
  if (text.size() > longest_attribution) return {};
  const std::size_t dash = dash_length(text);
  if (dash == 0 || text.starts_with("_")) return {};
  const std::string_view words = trim(text.substr(dash));
  if (words.empty() || ends_sentence(words) || starts_lower(words)) return {};
  const std::string_view name = words.substr(0, words.find(','));
  return looks_like_person(name) || split_words(name).size() <= 3 ? words : std::string_view();
}

// The line without one "> ".
Line without_mark(Line line) {
  std::string_view rest = line.text.substr(1);
  const std::string_view content = trim(rest);
  line.indent = content.empty()
                    ? std::uint16_t{0}
                    : static_cast<std::uint16_t>(std::min<std::ptrdiff_t>(
                          std::max<std::ptrdiff_t>(content.data() - rest.data() - 1, 0), 1000));
  line.text = content;
  return line;
}

bool is_opening_mark(char32_t c) {
  return c == '"' || c == U'“' || c == U'«' || c == U'„' || c == U'「' || c == U'”';
}

bool is_closing_mark(char32_t c) {
  return c == '"' || c == U'”' || c == U'»' || c == U'“' || c == U'」';
}

// Takes an attribution off the end of the lines of a quotation.
Inlines take_attribution(LinesLeft& lines, Builder& builder) {
  if (lines.size() < 2) return {};
  const std::string_view words = attribution_of(lines.back().text);
  if (words.empty()) return {};
  lines = lines.first(lines.size() - 1);
  return builder.inlines(words);
}

}  // namespace

bool begins_marked_quotation(LinesLeft lines) {
  const std::string_view text = lines.front().text;
  if (!text.starts_with('>')) return false;
  return text.size() == 1 || text[1] == ' ' || text[1] == '>' || lines.size() > 1;
}

std::size_t read_marked_quotation(LinesLeft lines, Builder& builder, Blocks& blocks) {
  if (!begins_marked_quotation(lines)) return 0;
  Lines inside;
  std::size_t taken = 0;
  std::uint16_t blanks = 1;
  for (; taken < lines.size() && lines[taken].text.starts_with('>'); ++taken) {
    // Quotations with an unmarked blank line between them are two.
    if (taken > 0 && lines[taken].begins_group()) break;
    Line line = without_mark(lines[taken]);
    if (line.text.empty()) {
      blanks = 1;
      continue;
    }
    line.blanks = blanks;
    blanks = 0;
    inside.push_back(line);
  }
  if (inside.empty()) return 0;
  LinesLeft content(inside);
  Quotation quotation;
  quotation.attribution = take_attribution(content, builder);
  quotation.children = builder.build(content);
  blocks.push_back(Builder::block(std::move(quotation), lines.front()));
  return taken;
}

std::size_t read_attributed_quotation(LinesLeft lines, Builder& builder, Blocks& blocks) {
  constexpr std::size_t most_lines = 40;
  if (!lines.front().begins_group() || !is_opening_mark(first_of(lines.front().text))) return 0;
  const std::size_t size = group_size(lines, most_lines);
  if (size < 2 || (size < lines.size() && !lines[size].begins_group())) return 0;
  LinesLeft content = lines.first(size);
  if (attribution_of(content.back().text).empty()) return 0;
  if (!is_closing_mark(last_of(content[size - 2].text))) return 0;
  Quotation quotation;
  quotation.attribution = take_attribution(content, builder);
  quotation.children = builder.build(content);
  blocks.push_back(Builder::block(std::move(quotation), lines.front()));
  return size;
}

std::size_t read_indented_quotation(LinesLeft lines, Builder& builder, Blocks& blocks) {
  const std::size_t least = builder.shape().indent + least_indent;
  if (builder.is_nested() || !lines.front().begins_group() || lines.front().indent < least)
    return 0;
  if (builder.shape().indented_paragraphs) return 0;
  constexpr std::size_t most_lines = 2000;
  const std::size_t most = std::min(lines.size(), most_lines);
  std::size_t taken = 0;
  while (taken < most && lines[taken].indent >= least) ++taken;
  // A first line with an indent belongs to the paragraph that goes on at the usual one.
  if (taken < lines.size() && !lines[taken].begins_group()) {
    do {
      --taken;
    } while (taken > 0 && !lines[taken].begins_group());
  }
  if (taken == 0) return 0;
  // One short line is centred or right-aligned, not quoted.
  if (taken == 1 && columns(lines.front().text) < 40) return 0;
  LinesLeft content = lines.first(taken);
  Quotation quotation;
  quotation.attribution = take_attribution(content, builder);
  quotation.children = builder.build(content);
  blocks.push_back(Builder::block(std::move(quotation), lines.front()));
  return taken;
}

}  // namespace pressmark::plain_text
