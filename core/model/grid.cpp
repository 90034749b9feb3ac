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

void cover(Coverage& coverage, const PlacedCell& cell) {
  const auto end = static_cast<std::size_t>(cell.column + cell.columns);
  if (coverage.size() < end) coverage.resize(end);
  std::fill_n(coverage.begin() + cell.column, cell.columns, cell.rows);
}

void next_row(Coverage& coverage) {
  for (int& rows_left : coverage) rows_left = std::max(0, rows_left - 1);
}

// Lists the places that no cell covers. They always follow the cells of their row, since each cell
// takes the first free place.
void find_gaps(Grid& grid) {
  const std::size_t places = static_cast<std::size_t>(grid.rows) * grid.columns;
  if (places > Grid::most_listed_places) {
    grid.repaired = true;
    return;
  }
  Coverage coverage(grid.columns);
  for (int row = 0; row < grid.rows; ++row) {
    for (const PlacedCell& cell : grid.cells[row]) cover(coverage, cell);
    for (int column = 0; column < grid.columns; ++column) {
      if (coverage[column] == 0) grid.gaps[row].push_back(column);
    }
    grid.repaired = grid.repaired || !grid.gaps[row].empty();
    next_row(coverage);
  }
}

}  // namespace

Grid layout_grid(const Table& table, int max_columns) {
  Grid grid;
  grid.rows = static_cast<int>(table.rows.size());
  grid.cells.resize(grid.rows);
  grid.gaps.resize(grid.rows);
  Coverage coverage;
  for (int row = 0; row < grid.rows; ++row) {
    int column = 0;
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
      cover(coverage, grid.cells[row].back());
      column += columns;
    }
    grid.columns = static_cast<int>(coverage.size());
    next_row(coverage);
  }
  find_gaps(grid);
  return grid;
}

}  // namespace pressmark
