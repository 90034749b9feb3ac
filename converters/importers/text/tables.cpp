#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "converters/importers/text/characters.h"
#include "converters/importers/text/readers.h"
#include "core/base/utf8.h"

namespace pressmark::plain_text {
namespace {

constexpr std::size_t most_rows = 2000;
constexpr std::size_t most_columns = 40;
constexpr std::size_t widest_row = 400;  // octets
constexpr std::size_t least_rows = 3;    // of a table told by its columns alone

using Cells = std::vector<std::string>;

// A row of a rule under the header: |---|---|, +---+---+, ---- -----.
bool is_rule(std::string_view text) {
  return text.find('-') != std::string_view::npos || text.find('=') != std::string_view::npos
             ? text.find_first_not_of("-=+|: ") == std::string_view::npos
             : false;
}

std::vector<std::string_view> split_at(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

bool is_piped(std::string_view text) {
  if (text.size() > widest_row) return false;
  return text.starts_with('|') ? text.size() > 2 && text.find('|', 1) != std::string_view::npos
                               : text.starts_with("+-") || text.starts_with("+=");
}

bool is_tabbed(std::string_view text) {
  return text.size() <= widest_row && text.find('\t') != std::string_view::npos;
}

Cells piped_cells(std::string_view text) {
  if (text.starts_with('|')) text.remove_prefix(1);
  if (text.ends_with('|')) text.remove_suffix(1);
  Cells cells;
  for (const std::string_view part : split_at(text, "|")) cells.emplace_back(trim(part));
  return cells;
}

// Whether a column holds numbers, so that a first row of words is a header.
bool is_number_like(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (is_ascii_digit(static_cast<unsigned char>(c))) ++digits;
  }
  return digits * 2 >= text.size() && digits > 0;
}

bool has_header(const std::vector<Cells>& rows) {
  if (rows.size() < 2) return false;
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < rows[0].size(); ++i) {
    if (is_number_like(rows[0][i])) return false;
    for (std::size_t row = 1; row < rows.size(); ++row) {
      numbers += i < rows[row].size() && is_number_like(rows[row][i]);
    }
  }
  return numbers >= rows.size() - 1;
}

// Character positions at which all lines have a space, two or more in a row, as column borders.
class ColumnGrid {
 public:
  explicit ColumnGrid(LinesLeft lines) {
    std::vector<std::vector<char32_t>> rows;
    std::size_t width = 0;
    for (const Line& line : lines) {
      auto& row = rows.emplace_back(line.indent, U' ');
      for (std::size_t i = 0; i < line.text.size();) {
        const utf8::Decoded c = utf8::decode(line.text, i);
        row.push_back(c.code_point);
        i += static_cast<std::size_t>(c.size);
      }
      width = std::max(width, row.size());
    }
    find_borders(rows, width);
    for (const auto& row : rows) cells_.push_back(cut(row));
  }

  std::size_t columns() const { return starts_.size(); }
  const std::vector<Cells>& cells() const { return cells_; }

 private:
  void find_borders(const std::vector<std::vector<char32_t>>& rows, std::size_t width) {
    std::size_t gap = 2;
    for (std::size_t at = 0; at < width; ++at) {
      const bool empty = std::ranges::all_of(
          rows, [&](const auto& row) { return at >= row.size() || row[at] == U' '; });
      if (empty) {
        ++gap;
      } else {
        if (gap >= 2) starts_.push_back(at);
        gap = 0;
      }
    }
  }
  Cells cut(const std::vector<char32_t>& row) const {
    Cells cells;
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      const std::size_t end = i + 1 < starts_.size() ? starts_[i + 1] : row.size();
      std::string cell;
      for (std::size_t at = starts_[i]; at < std::min(end, row.size()); ++at) {
        utf8::append(cell, row[at]);
      }
      cells.emplace_back(trim(cell));
    }
    return cells;
  }

  std::vector<std::size_t> starts_;
  std::vector<Cells> cells_;
};

bool has_gap(std::string_view text) {
  return text.size() <= widest_row && text.find("  ") != std::string_view::npos;
}

Table make_table(const std::vector<Cells>& rows, int header_rows, Builder& builder) {
  Table table;
  table.header_rows = header_rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row;
    for (const std::string& words : rows[i]) {
      Cell cell;
      if (static_cast<int>(i) < header_rows) cell.header = Scope::column;
      if (!words.empty()) cell.children.push_back(paragraph(builder.inlines(words)));
      row.cells.push_back(std::move(cell));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

// Rows of a kind from the start, up to the first line that is no such row or the group's end.
template <class Test>
std::size_t count_rows(LinesLeft lines, Test is_row) {
  std::size_t count = 0;
  while (count < std::min(lines.size(), most_rows) &&
         (count == 0 || !lines[count].begins_group()) && is_row(lines[count].text)) {
    ++count;
  }
  return count;
}

// Cuts rows at rules; the rows above the first rule that has a row before it are the header.
template <class Split>
std::size_t read_ruled(LinesLeft lines, Builder& builder, Blocks& blocks, Split split) {
  std::vector<Cells> rows;
  int header_rows = 0;
  std::size_t widest = 0;
  for (const Line& line : lines) {
    if (is_rule(line.text)) {
      if (header_rows == 0 && rows.size() == 1) header_rows = 1;
      continue;
    }
    rows.push_back(split(line.text));
    widest = std::max(widest, rows.back().size());
  }
  if (rows.size() < 2 || widest < 2 || widest > most_columns) return 0;
  if (header_rows == 0 && has_header(rows)) header_rows = 1;
  blocks.push_back(Builder::block(make_table(rows, header_rows, builder), lines.front()));
  return lines.size();
}

std::size_t read_columns(LinesLeft lines, Builder& builder, Blocks& blocks) {
  const std::size_t count =
      count_rows(lines, [](std::string_view text) { return has_gap(text) || is_rule(text); });
  if (count < least_rows || (count < lines.size() && !lines[count].begins_group())) return 0;
  Lines rows;
  bool ruled = false;
  for (const Line& line : lines.first(count)) {
    if (is_rule(line.text)) {
      ruled = ruled || rows.size() == 1;
    } else {
      rows.push_back(line);
    }
  }
  if (rows.size() < 2) return 0;
  const ColumnGrid grid(rows);
  if (grid.columns() < 2 || grid.columns() > most_columns) return 0;
  // Sentences with double spaces are no table: its cells are short.
  std::size_t long_cells = 0;
  for (const Cells& row : grid.cells()) {
    long_cells += static_cast<std::size_t>(
        std::ranges::count_if(row, [](const std::string& cell) { return cell.size() > 60; }));
  }
  if (long_cells * 3 > rows.size()) return 0;
  const int header = ruled || has_header(grid.cells()) ? 1 : 0;
  blocks.push_back(Builder::block(make_table(grid.cells(), header, builder), lines.front()));
  return count;
}

}  // namespace

bool begins_table(LinesLeft lines) {
  if (lines.size() < 2 || lines[1].begins_group()) return false;
  return is_piped(lines[0].text) && is_piped(lines[1].text);
}

std::size_t read_table(LinesLeft lines, Builder& builder, Blocks& blocks) {
  if (begins_table(lines)) {
    const std::size_t count = count_rows(lines, is_piped);
    if (const std::size_t taken = read_ruled(lines.first(count), builder, blocks, piped_cells)) {
      return taken;
    }
  }
  if (!lines.front().begins_group()) return 0;
  const std::size_t tabbed = count_rows(lines, is_tabbed);
  if (tabbed >= 2) {
    const auto split = [](std::string_view text) {
      Cells cells;
      for (const std::string_view part : split_at(text, "\t")) cells.emplace_back(trim(part));
      return cells;
    };
    if (const std::size_t taken = read_ruled(lines.first(tabbed), builder, blocks, split)) {
      return taken;
    }
  }
  return read_columns(lines, builder, blocks);
}

}  // namespace pressmark::plain_text
