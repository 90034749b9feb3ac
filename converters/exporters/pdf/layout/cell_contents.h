// converters/exporters/pdf/layout/cell_contents.h: what the cells of a table hold: how wide it
// wants to be, and whether it is amounts.
#pragma once

#include <vector>

#include "converters/exporters/pdf/layout/block_setter.h"
#include "converters/exporters/pdf/layout/column_widths.h"
#include "core/model/grid.h"

namespace pressmark::pdf {

inline constexpr Length cell_padding = 4 * point;  // on both sides of a cell's text

// The widths of a cell's blocks in a place, without padding. The article's structure, notes and
// diagnostics stay as they are.
ContentWidths measure_contents(Workshop& shop, const Blocks& blocks, const Place& place);

// By column: whether it is one of amounts, which line up at their ends where the source says
// nothing else. At least two cells below the header must be amounts and none anything else.
std::vector<char> find_number_columns(const Grid& grid, int header_rows);

}  // namespace pressmark::pdf
