#include "converters/importers/text/shape.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "converters/importers/text/characters.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t most_lines = 20000;  // that are looked at
constexpr std::size_t narrowest = 24;      // columns
constexpr std::size_t widest = 132;
constexpr std::size_t narrow = 45;  // columns that no page has but that of a newspaper
constexpr std::size_t least_of_narrow = 3;

std::size_t width_of(const Line& line) { return line.indent + columns(line.text); }

std::size_t usual_indent(std::span<const Line> lines) {
  std::array<std::size_t, 16> counts = {};
  for (const Line& line : lines) ++counts[std::min<std::size_t>(line.indent, counts.size() - 1)];
  // The smallest one that is not rare: quotations and code may have more lines than the text.
  for (std::size_t indent = 0; indent < counts.size(); ++indent) {
    if (counts[indent] * 5 >= lines.size()) return indent;
  }
  return 0;
}

// Whether nearly all lines begin with a capital letter or a number, as those of verse and lists do:
// where a width breaks lines, words in lower case begin most of them. Lines in capitals tell
// nothing.
bool begin_on_purpose(std::span<const Line> lines) {
  constexpr std::size_t least = 3;
  std::size_t lower = 0;
  std::size_t upper = 0;
  for (const Line& line : lines) {
    if (line.begins_group()) continue;
    lower += starts_lower(line.text);
    const char32_t first = first_of(line.text);
    upper += is_ascii_digit(first) || (is_upper(first) && !is_capitals(line.text));
  }
  return upper >= least && lower * 10 <= upper;
}

// Whether narrow lines were ended on purpose, as those of verse are: behind a quarter of them the
// next word would have had room, or most end with a mark. Where a width breaks lines, hardly any
// has room, and few end so.
bool end_on_purpose(std::span<const Line> lines, const Shape& shape) {
  constexpr std::size_t widest_verse = 60;
  constexpr std::size_t least = 6;
  if (shape.width > widest_verse) return false;
  std::size_t breaks = 0;
  std::size_t forced = 0;
  std::size_t marked = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].begins_group()) continue;
    ++breaks;
    forced += is_forced_break(lines[i], lines[i + 1], shape);
    marked += ends_with_mark(lines[i].text);
  }
  return breaks >= least && (forced * 4 < breaks * 3 || marked * 10 >= breaks * 6);
}

}  // namespace

Shape find_shape(std::span<const Line> lines) {
  lines = lines.first(std::min(lines.size(), most_lines));
  Shape shape;
  shape.indent = usual_indent(lines);
  std::vector<std::size_t> widths;  // of lines with another one behind them
  std::size_t open = 0;             // of them, those that do not end a sentence
  std::size_t indented = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i + 1 == lines.size() || lines[i + 1].begins_group()) continue;
    indented +=
        lines[i].indent >= lines[i + 1].indent + 2 && lines[i].indent <= lines[i + 1].indent + 10;
    widths.push_back(width_of(lines[i]));
    open += !ends_sentence(lines[i].text);
  }
  if (widths.empty()) return shape;
  std::ranges::sort(widths);
  const std::size_t high = widths[widths.size() * 9 / 10];
  if (high < narrowest || high > widest) return shape;
  // One or two short lines with another below them are a headline and its deck.
  if (high < narrow && widths.size() < least_of_narrow) return shape;
  const auto near = static_cast<std::size_t>(std::ranges::count_if(
      widths, [&](std::size_t width) { return width * 20 >= high * 13 && width <= high * 6 / 5; }));
  if (near * 100 < widths.size() * 55 || open * 100 < widths.size() * 30) return shape;
  if (begin_on_purpose(lines)) return shape;
  shape.wrapped = true;
  for (const std::size_t width : widths) {
    if (width <= high * 6 / 5) shape.width = std::max(shape.width, width);
  }
  if (end_on_purpose(lines, shape)) return Shape{.indent = shape.indent};
  shape.indented_paragraphs =
      indented >= 2 && indented * 100 >= lines.size() * 8 && indented * 100 <= lines.size() * 75;
  return shape;
}

std::uint16_t indent_of_text(std::span<const Line> lines) {
  constexpr std::size_t shortest = 30;  // columns
  std::optional<std::uint16_t> least;
  for (const Line& line : lines.first(std::min(lines.size(), most_lines))) {
    if (columns(line.text) < shortest) continue;
    if (!least || line.indent < *least) least = line.indent;
    if (*least == 0) break;
  }
  return least.value_or(0);
}

bool is_forced_break(const Line& line, const Line& next, const Shape& shape) {
  const std::size_t width = width_of(line);
  if (is_ideograph(last_of(line.text)) || is_ideograph(first_of(next.text))) {
    return width + 4 > shape.width;
  }
  const std::size_t space = next.text.find(' ');
  return width + 1 + columns(next.text.substr(0, space)) > shape.width;
}

}  // namespace pressmark::plain_text
