// converters/exporters/pdf/layout/table_setter.h: sets tables: columns, spans, repeated header
// rows, and rows that go on on the next page.
#pragma once

#include <vector>

#include "converters/exporters/pdf/layout/block_setter.h"
#include "converters/exporters/pdf/layout/column_widths.h"
#include "core/model/grid.h"

namespace pressmark::pdf {

class TableSetter {
 public:
  explicit TableSetter(BlockSetter& blocks) : blocks_(blocks) {}

  void set(const Table& table, const Place& place, Sink& sink, Location from);

 private:
  // A cell's lines, with y from the top of its row.
  struct Cell {
    int row = 0;
    int rows = 1;
    Length height = 0;
    Flow flow;
  };
  // A part of the table that no page break divides.
  struct Slice {
    Length top = 0;
    Length bottom = 0;
    bool begins_row = false;
    FlowItem item;
  };

  std::vector<CellDemand> find_demands(const Grid& grid, const Place& place);
  bool stands_across(const Grid& grid, const std::vector<CellDemand>& demands,
                     const Place& place) const;
  void set_cells(const Table& table, const Grid& grid, const Place& place, ElementId element);
  void set_cell(const PlacedCell& cell, bool in_head, const Place& place, ElementId row);
  void find_rows(const Grid& grid);
  std::vector<Slice> slice(const Place& place, int header_rows);
  int cost_of_end(Length top, int header_rows) const;
  void place_rules(std::vector<Slice>& slices, int header_rows);
  int keep_header(const std::vector<Slice>& slices, int header_rows);

  BlockSetter& blocks_;
  std::vector<Length> lefts_;  // of the columns, and the right edge of the last
  std::vector<char> number_columns_;
  std::vector<Cell> cells_;
  std::vector<Length> tops_;  // of the rows, and the bottom of the last
  Length grid_ = 0;           // all lines of cells stand on it
};

}  // namespace pressmark::pdf
