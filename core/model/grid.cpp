#include "core/model/grid.h"

#include <algorithm>

namespace pressmark {
namespace {

// For each column how many further rows from the current one are covered from above.
using Coverage = std::vector<int>;

bool is_free(const Coverage& coverage, int column) {
  return column >= static_cast<int>(coverage.size()) || coverage[column] == 0;
}

int first_free(const Coverage& coverage, int column) {
  while (!is_free(coverage, column)) ++column;
  return column;
}

}  // namespace

Grid layout_grid(const Table& table, int max_columns) {
  Grid grid;
  grid.rows = static_cast<int>(table.rows.size());
  grid.cells.resize(grid.rows);
  grid.gaps.resize(grid.rows);
  Coverage coverage;
  std::vector<std::vector<char>> covered(grid.rows);
  for (int row = 0; row < grid.rows; ++row) {
    int column = 0;
    // What the rows above cover is part of this row.
    for (int c = 0; c < static_cast<int>(coverage.size()); ++c) {
      if (coverage[c] > 0) {
        covered[row].resize(std::max<std::size_t>(covered[row].size(), c + 1));
        covered[row][c] = 1;
      }
    }
    for (const Cell& cell : table.rows[row].cells) {
      column = first_free(coverage, column);
      if (column >= max_columns) {
        grid.repaired = true;
        break;
      }
      const int rows = std::clamp(cell.rows, 1, grid.rows - row);
      const int wanted = std::clamp(cell.columns, 1, max_columns - column);
      int columns = 1;
      while (columns < wanted && is_free(coverage, column + columns)) ++columns;
      if (rows != cell.rows || columns != cell.columns) grid.repaired = true;
      grid.cells[row].push_back({&cell, row, column, rows, columns});
      const auto end = static_cast<std::size_t>(column + columns);
      if (coverage.size() < end) coverage.resize(end);
      if (covered[row].size() < end) covered[row].resize(end);
      for (int c = column; c < column + columns; ++c) {
        coverage[c] = rows;
        covered[row][c] = 1;
      }
      column += columns;
    }
    grid.columns = std::max(grid.columns, static_cast<int>(covered[row].size()));
    for (int& rows_left : coverage) rows_left = std::max(0, rows_left - 1);
  }
  for (int row = 0; row < grid.rows; ++row) {
    covered[row].resize(grid.columns);
    for (int c = 0; c < grid.columns; ++c) {
      if (covered[row][c] == 0) grid.gaps[row].push_back(c);
    }
    grid.repaired = grid.repaired || !grid.gaps[row].empty();
  }
  return grid;
}

}  // namespace pressmark
