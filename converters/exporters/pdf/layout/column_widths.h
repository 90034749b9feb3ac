// converters/exporters/pdf/layout/column_widths.h: how wide the columns of a table are.
#pragma once

#include <vector>

#include "converters/exporters/pdf/layout/paragraph.h"

namespace pressmark::pdf {

// What a cell needs, with its padding.
struct CellDemand {
  int column = 0;
  int columns = 1;
  ContentWidths widths;
};

// What all columns together need, and would fill without any line break.
ContentWidths table_widths(int columns, const std::vector<CellDemand>& demands);

// Automatic table layout (CSS 2.2, 17.5.2.2): every column as wide as its longest line where the
// table then fits the measure; else the room beyond the least widths is shared by demand; where
// even these do not fit, they shrink in proportion. The sum is at most `measure`.
std::vector<Length> column_widths(int columns, const std::vector<CellDemand>& demands,
                                  Length measure);

}  // namespace pressmark::pdf
