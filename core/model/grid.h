// core/model/grid.h: which cell covers which place of a table, spans counted.
//
// Sources have overlapping spans, spans out of the table and ragged rows; the standards of the
// outputs allow none of them (HTML 4.9.12, PDF/UA-1 7.5). All exporters lay tables out by this one
// algorithm, that of HTML 4.9.12.1 ("forming a table"), with overlaps cut.
#pragma once

#include <cstddef>
#include <vector>

#include "core/model/node.h"

namespace pressmark {

// A cell at its place. Spans are cut to the table and to the places that were still free.
struct PlacedCell {
  const Cell* cell;
  int row;  // 0-based, of its upper left corner
  int column;
  int rows;     // >= 1
  int columns;  // >= 1
};

struct Grid {
  // A few wide rows among very many narrow ones would make gaps without number: in a table of more
  // places than these none is listed.
  static constexpr std::size_t most_listed_places = 4'000'000;

  int rows = 0;
  int columns = 0;
  std::vector<std::vector<PlacedCell>> cells;  // by row of their upper left corner, left to right
  // For each row the columns that no cell covers: exporters pad them with empty cells.
  std::vector<std::vector<int>> gaps;
  bool repaired = false;  // whether a span was cut or a gap found
};

// At most `max_columns` columns are laid out; wider spans are cut. Linear in rows x columns.
Grid layout_grid(const Table& table, int max_columns = 1000);

}  // namespace pressmark
