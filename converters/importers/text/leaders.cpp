// Tables whose cells rows of dots lead to: "Goat ........ 1.50".
#include <algorithm>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t least_dots = 4;
constexpr std::size_t least_rows = 2;

// The cells on both sides of the one row of dots in a line; empty where there is none.
std::vector<std::string_view> cells_of(std::string_view text) {
  constexpr std::size_t longest = 200;  // octets
  if (text.size() > longest) return {};
  for (std::size_t start = text.find('.'); start != text.npos; start = text.find('.', start + 1)) {
    std::size_t end = start;
    std::size_t dots = 0;
    while (end < text.size() && (text[end] == '.' || text[end] == ' ')) dots += text[end++] == '.';
    if (dots < least_dots) {
      start = end - 1;
      continue;
    }
    const std::string_view before = trim(text.substr(0, start));
    const std::string_view behind = trim(text.substr(end));
    if (before.empty() || behind.empty()) return {};
    return {before, behind};
  }
  return {};
}

}  // namespace

std::size_t read_leader_table(LinesLeft lines, Builder& builder, Blocks& blocks) {
  std::size_t rows = 0;
  while (rows < lines.size() && (rows == 0 || !lines[rows].begins_group()) &&
         cells_of(lines[rows].text).size() == 2) {
    ++rows;
  }
  if (rows < least_rows) return 0;
  Table table;
  for (std::size_t i = 0; i < rows; ++i) {
    Row row;
    for (const std::string_view words : cells_of(lines[i].text)) {
      Cell cell;
      cell.children.push_back(paragraph(builder.inlines(words)));
      row.cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  blocks.push_back(Builder::block(std::move(table), lines.front()));
  builder.found(Rule::tables, lines.first(rows), lines.front().text);
  return rows;
}

}  // namespace pressmark::plain_text
