#include "converters/exporters/pdf/layout/column_widths.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace pressmark::pdf {
namespace {

// Raises the columns of a spanning cell in equal parts so that they have `wanted` together.
void raise(std::vector<Length>& widths, const CellDemand& demand, Length wanted) {
  const auto first = widths.begin() + demand.column;
  const Length have = std::accumulate(first, first + demand.columns, Length{0});
  if (have >= wanted) return;
  const Length more = (wanted - have) / demand.columns + 1;
  std::for_each(first, first + demand.columns, [&](Length& width) { width += more; });
}

struct Widths {
  std::vector<Length> least;  // by column
  std::vector<Length> natural;

  ContentWidths sum() const {
    return {std::accumulate(least.begin(), least.end(), Length{0}),
            std::accumulate(natural.begin(), natural.end(), Length{0})};
  }
};

Widths widths_of(int columns, const std::vector<CellDemand>& demands) {
  std::vector<Length> least(static_cast<std::size_t>(columns), 0);
  std::vector<Length> natural(static_cast<std::size_t>(columns), 0);
  for (const CellDemand& demand : demands) {
    if (demand.columns != 1) continue;
    const auto column = static_cast<std::size_t>(demand.column);
    least[column] = std::max(least[column], demand.widths.least);
    natural[column] = std::max(natural[column], demand.widths.natural);
  }
  for (const CellDemand& demand : demands) {
    if (demand.columns == 1) continue;
    raise(least, demand, demand.widths.least);
    raise(natural, demand, demand.widths.natural);
  }
  for (std::size_t i = 0; i < least.size(); ++i) natural[i] = std::max(natural[i], least[i]);
  return {std::move(least), std::move(natural)};
}

}  // namespace

ContentWidths table_widths(int columns, const std::vector<CellDemand>& demands) {
  return widths_of(columns, demands).sum();
}

std::vector<Length> column_widths(int columns, const std::vector<CellDemand>& demands,
                                  Length measure) {
  const Widths all = widths_of(columns, demands);
  const std::vector<Length>& least = all.least;
  const std::vector<Length>& natural = all.natural;
  const auto [all_least, all_natural] = all.sum();
  if (all_natural <= measure) return natural;
  std::vector<Length> widths(least.size());
  if (all_least <= measure) {
    const Length room = measure - all_least;
    const Length wish = std::max<Length>(all_natural - all_least, 1);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      // In points, so that the product stays in range.
      widths[i] = least[i] + (natural[i] - least[i]) / 64 * (room / 64) / (wish / 64 + 1) * 64;
    }
    return widths;
  }
  for (std::size_t i = 0; i < widths.size(); ++i) {
    widths[i] = least[i] / 64 * (measure / 64) / (all_least / 64 + 1) * 64;
  }
  return widths;
}

}  // namespace pressmark::pdf
