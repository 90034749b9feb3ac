// Tables as XHTML: every cell at its place, every place covered.
#include <algorithm>

#include "converters/common/xhtml_body.h"
#include "core/model/grid.h"
#include "core/model/node_names.h"
#include "core/model/walk.h"

namespace pressmark::xhtml {
namespace {

std::size_t cells_of(const Table& table) {
  std::size_t count = 0;
  for (const Row& row : table.rows) count += row.cells.size();
  return count;
}

std::size_t cells_of(const Grid& grid) {
  std::size_t count = 0;
  for (const auto& row : grid.cells) count += row.size();
  return count;
}

// The header rows that can be a row group of their own: no cell may leave its group (HTML 4.9.12).
int separable_header_rows(const Table& table, const Grid& grid) {
  const int rows = std::min(table.header_rows, grid.rows);
  if (rows == grid.rows) return 0;  // a table of headers only has no body to repeat them for
  for (int row = 0; row < rows; ++row) {
    for (const PlacedCell& cell : grid.cells[row]) {
      if (cell.row + cell.rows > rows) return 0;
    }
  }
  return rows;
}

}  // namespace

void BodyWriter::table(const Block& block, const Table& node) {
  const Grid grid = layout_grid(node);
  const std::size_t lost = cells_of(node) - cells_of(grid);
  if (lost > 0) host_.report(Finding::cells_left_out, block.from, std::to_string(lost) + " cells");
  ++counts_.tables;
  start("table", block);
  new_line();
  if (!node.caption.empty()) {
    out_->start("caption");
    inlines(node.caption);
    end();
    new_line();
  }
  const int header_rows = separable_header_rows(node, grid);
  if (header_rows > 0) {
    out_->start("thead");
    new_line();
    table_rows(grid, 0, header_rows);
    end();
    new_line();
  }
  out_->start("tbody");
  new_line();
  table_rows(grid, header_rows, grid.rows);
  end();
  new_line();
  end();
}

void BodyWriter::table_rows(const Grid& grid, int first, int last) {
  for (int row = first; row < last; ++row) {
    out_->start("tr");
    // Cells and gaps in the order of their columns.
    const std::vector<int>& gaps = grid.gaps[row];
    std::size_t gap = 0;
    for (const PlacedCell& placed : grid.cells[row]) {
      for (; gap < gaps.size() && gaps[gap] < placed.column; ++gap) out_->start("td").end_full();
      table_cell(placed);
    }
    for (; gap < gaps.size(); ++gap) out_->start("td").end_full();
    end();
    new_line();
  }
}

void BodyWriter::table_cell(const PlacedCell& placed) {
  const Cell& cell = *placed.cell;
  // An empty header says nothing of any cell, and readers would announce it all the same.
  const bool header = cell.header != Scope::none && !text_of(cell.children).empty();
  out_->start(header ? "th" : "td");
  if (placed.rows > 1) out_->attribute("rowspan", std::to_string(placed.rows));
  if (placed.columns > 1) out_->attribute("colspan", std::to_string(placed.columns));
  if (header) out_->attribute("scope", cell.header == Scope::row ? "row" : "col");
  if (cell.alignment != Alignment::none) class_name(to_string(cell.alignment));
  inside(cell.children);
  end();
}

}  // namespace pressmark::xhtml
