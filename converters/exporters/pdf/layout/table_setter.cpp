#include "converters/exporters/pdf/layout/table_setter.h"

#include <algorithm>
#include <numeric>

#include "converters/exporters/pdf/layout/cell_contents.h"
#include "converters/exporters/pdf/layout/page_maker.h"
#include "core/base/match.h"

namespace pressmark::pdf {
namespace {

constexpr Length row_space = 3 * point;  // above and below it
constexpr Length rule_width = point / 2;
constexpr int row_cost = 5;            // of a page's end between rows
constexpr int few_rows_cost = 60;      // that leaves one row alone, or divides a small table
constexpr int divided_cost = 80;       // inside a row
constexpr Length whole_row_lines = 6;  // rows up to this height stay whole

Length rounded_up(Length length, Length step) {
  return step > 0 ? (length + step - 1) / step * step : length;
}

void make_artifact(Item& item) {
  std::visit(match{[](GlyphRun& run) {
                     run.content = artifact;
                     run.actual_text.reset();
                   },
                   [](FilledRectangle& rectangle) { rectangle.content = artifact; },
                   [](PlacedImage& image) { image.content = artifact; }},
             item);
}

// Joins what stands beside or below into one item.
void absorb(FlowItem& into, FlowItem& from, Length y) {
  for (FilledRectangle ground : from.ground_before) {
    ground.y += y;
    into.items.insert(into.items.begin(), ground);
  }
  for (Item& item : from.items) {
    move(item, 0, y);
    into.items.push_back(std::move(item));
  }
  for (LinkArea& link : from.links) {
    link.y += y;
    into.links.push_back(std::move(link));
  }
  into.notes.insert(into.notes.end(), from.notes.begin(), from.notes.end());
  into.anchors.insert(into.anchors.end(), from.anchors.begin(), from.anchors.end());
}

ParagraphShape::Setting setting_for(Alignment alignment) {
  switch (alignment) {
    case Alignment::none:
    case Alignment::start:
      return ParagraphShape::Setting::start;
    case Alignment::centre:
      return ParagraphShape::Setting::centre;
    case Alignment::end:
      return ParagraphShape::Setting::end;
  }
  return ParagraphShape::Setting::start;
}

// Moves the items of a cell to multiples of `step`; their space_before becomes their distance from
// the cell's top. Calling it again with a larger step is fine. Returns the height of all.
Length put_on_grid(Flow& flow, const std::vector<Length>& spaces, Length step) {
  Length y = 0;
  for (std::size_t i = 0; i < flow.size(); ++i) {
    if (i > 0) y += rounded_up(spaces[i], step);
    flow[i].space_before = y;
    flow[i].height = rounded_up(flow[i].height, step);
    y += flow[i].height;
  }
  return y;
}

Place cell_place(const Place& outer) {
  Place place = outer;
  place.style.face.genre = Genre::sans;
  place.style.figures = Figures::lining;
  place.style.size = std::max(outer.style.size * 84 / 100, 5 * point);
  place.leading = outer.leading * 84 / 100;
  place.separation = Place::Separation::space;
  place.setting = ParagraphShape::Setting::start;
  place.list_depth = 0;
  return place;
}

}  // namespace

void TableSetter::set(const Table& table, const Place& outer, Sink& sink, Location from) {
  const Grid grid = layout_grid(table);
  Place place = cell_place(outer);
  // Many columns: smaller type, as a table of figures has it.
  if (grid.columns > 12) {
    place.style.size = std::max(place.style.size * 12 / grid.columns, 5 * point);
    place.leading = place.style.size * 13 / 10;
  }
  place.leading = rounded_up(place.leading, 2);  // so that half a line is a whole number
  grid_ = place.leading;
  const std::vector<CellDemand> demands = find_demands(grid, place);
  const bool across = blocks_.is_top_level() && stands_across(grid, demands, place);
  if (across) {
    const PageStyle& style = blocks_.shop().style;
    place.left = style.margin_left;
    place.width = style.measure();
  }
  Structure& structure = blocks_.shop().structure;
  const ElementId element = structure.add(Tag::table, outer.parent, outer.language, from);
  sink.space(outer.leading);
  sink.set_across(across);
  const std::size_t first = sink.size();
  if (!table.caption.empty()) {
    Place line = place;
    line.parent = element;
    line.style.face.weight = Weight::bold;
    blocks_.set_line(table.caption, Tag::caption, line, sink, Sink::Keep::together);
    sink.keep_with_next();
    sink.space(place.leading / 2);
  }
  const std::vector<Length> widths = column_widths(grid.columns, demands, place.width);
  const Length total = std::accumulate(widths.begin(), widths.end(), Length{0});
  lefts_.assign(1, place.right_to_left ? place.left + place.width - total : place.left);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    // In text from right to left the first column is the right one.
    const std::size_t column = place.right_to_left ? widths.size() - 1 - i : i;
    lefts_.push_back(lefts_.back() + widths[column]);
  }
  const int header_rows = std::min(table.header_rows, grid.rows);
  number_columns_ = find_number_columns(grid, header_rows);
  set_cells(table, grid, place, element);
  find_rows(grid);
  // A header that would leave no room below it is neither repeated nor kept whole.
  const bool repeats = header_rows > 0 && tops_[static_cast<std::size_t>(header_rows)] <=
                                              blocks_.shop().style.text_height() / 4;
  std::vector<Slice> slices = slice(place, repeats ? header_rows : 0);
  place_rules(slices, header_rows);
  const int header = repeats ? keep_header(slices, header_rows) : -1;
  const Length header_bottom = repeats ? tops_[static_cast<std::size_t>(header_rows)] : 0;
  for (Slice& part : slices) {
    const bool in_header = part.bottom <= header_bottom;
    if (!in_header) part.item.table = header;
    // A header stays whole, and with its first row.
    if (part.top > 0 && part.top <= header_bottom) sink.keep_with_next();
    const bool stays = part.item.cost_before >= never_divide;
    if (stays) sink.keep_with_next();
    sink.add(std::move(part.item));
  }
  if (outer.leading == blocks_.shop().style.leading) sink.snap(first, outer.leading);
  sink.set_across(false);
  sink.space(outer.leading);
}

// A table has the width of the page where its own column would divide words, or would have rows of
// more than two lines for the most part.
bool TableSetter::stands_across(const Grid& grid, const std::vector<CellDemand>& demands,
                                const Place& place) const {
  if (blocks_.shop().style.columns == 1) return false;
  const ContentWidths widths = table_widths(grid.columns, demands);
  return widths.least > place.width || widths.natural > 2 * place.width;
}

std::vector<CellDemand> TableSetter::find_demands(const Grid& grid, const Place& place) {
  std::vector<CellDemand> demands;
  for (const auto& row : grid.cells) {
    for (const PlacedCell& cell : row) {
      Place inner = place;
      if (cell.cell->header != Scope::none) inner.style.face.weight = Weight::bold;
      ContentWidths widths = measure_contents(blocks_.shop(), cell.cell->children, inner);
      // A little more than the text, so that rounding breaks no line.
      widths.least += 2 * cell_padding + point / 8;
      widths.natural += 2 * cell_padding + point / 8;
      demands.push_back({cell.column, cell.columns, widths});
    }
  }
  return demands;
}

void TableSetter::set_cells(const Table& table, const Grid& grid, const Place& place,
                            ElementId element) {
  Structure& structure = blocks_.shop().structure;
  const int header_rows = std::min(table.header_rows, grid.rows);
  ElementId group = element;
  for (int row = 0; row < grid.rows; ++row) {
    const bool in_head = row < header_rows;
    if (header_rows > 0 && header_rows < grid.rows && (row == 0 || row == header_rows)) {
      group = structure.add(in_head ? Tag::table_head : Tag::table_body, element);
    }
    const ElementId row_element = structure.add(Tag::table_row, group);
    const auto& cells = grid.cells[static_cast<std::size_t>(row)];
    const auto& gaps = grid.gaps[static_cast<std::size_t>(row)];
    // Cells and the gaps that nothing covers, from left to right.
    std::size_t gap = 0;
    for (const PlacedCell& cell : cells) {
      for (; gap < gaps.size() && gaps[gap] < cell.column; ++gap) {
        structure.add(Tag::table_data_cell, row_element);
      }
      set_cell(cell, in_head, place, row_element);
    }
    for (; gap < gaps.size(); ++gap) structure.add(Tag::table_data_cell, row_element);
  }
}

void TableSetter::set_cell(const PlacedCell& cell, bool in_head, const Place& outer,
                           ElementId row) {
  Structure& structure = blocks_.shop().structure;
  const bool is_header = cell.cell->header != Scope::none || in_head;
  const ElementId element =
      structure.add(is_header ? Tag::table_header_cell : Tag::table_data_cell, row);
  structure.at(element).row_span = cell.rows;
  structure.at(element).column_span = cell.columns;
  if (is_header) {
    structure.at(element).scope =
        cell.cell->header != Scope::none ? cell.cell->header : Scope::column;
  }
  Place place = outer;
  place.parent = element;
  const auto count = static_cast<int>(lefts_.size()) - 1;
  const int first = outer.right_to_left ? count - cell.column - cell.columns : cell.column;
  const Length left = lefts_[static_cast<std::size_t>(first)];
  const Length right = lefts_[static_cast<std::size_t>(first + cell.columns)];
  const Length inset = std::min(cell_padding, (right - left) / 4);
  place.left = left + inset;
  place.width = std::max<Length>(right - left - 2 * inset, place.style.size / 2);
  const bool number = cell.columns == 1 && cell.cell->alignment == Alignment::none &&
                      number_columns_[static_cast<std::size_t>(cell.column)] != 0;
  place.setting = setting_for(number ? Alignment::end : cell.cell->alignment);
  if (is_header) place.style.face.weight = Weight::bold;
  Sink sink;
  blocks_.start_flush();
  blocks_.set(cell.cell->children, place, sink);
  Cell set;
  set.row = cell.row;
  set.rows = cell.rows;
  set.flow = sink.take();
  std::vector<Length> spaces;
  for (const FlowItem& item : set.flow) spaces.push_back(item.space_before);
  set.height = put_on_grid(set.flow, spaces, grid_ / 2);
  // Tall rows go on on the next page where all their cells end a line: on whole lines of the grid.
  if (set.height > whole_row_lines * grid_) set.height = put_on_grid(set.flow, spaces, grid_);
  cells_.push_back(std::move(set));
}

void TableSetter::find_rows(const Grid& grid) {
  std::vector<Length> heights(static_cast<std::size_t>(grid.rows), grid_ + 2 * row_space);
  for (const Cell& cell : cells_) {
    if (cell.rows != 1) continue;
    Length& height = heights[static_cast<std::size_t>(cell.row)];
    height = std::max(height, cell.height + 2 * row_space);
  }
  for (const Cell& cell : cells_) {
    if (cell.rows == 1) continue;
    const auto first = heights.begin() + cell.row;
    const Length have = std::accumulate(first, first + cell.rows, Length{0});
    const Length wanted = cell.height + 2 * row_space;
    if (wanted > have) *(first + cell.rows - 1) += wanted - have;
  }
  tops_.assign(1, 0);
  for (const Length height : heights) tops_.push_back(tops_.back() + height);
}

// Sweeps down over all lines of all cells: where none is crossed, a slice can end.
std::vector<TableSetter::Slice> TableSetter::slice(const Place& place, int header_rows) {
  struct Box {
    Length top;
    Length bottom;
    FlowItem* item;
  };
  std::vector<Box> boxes;
  for (Cell& cell : cells_) {
    const Length top = tops_[static_cast<std::size_t>(cell.row)] + row_space;
    for (FlowItem& item : cell.flow) {
      const Length y = top + item.space_before;
      boxes.push_back({y, y + item.height, &item});
    }
  }
  std::stable_sort(boxes.begin(), boxes.end(),
                   [](const Box& a, const Box& b) { return a.top < b.top; });
  // Cuts at the rows, and inside tall rows at all lines.
  std::vector<Length> cuts(tops_.begin(), tops_.end());
  for (const Box& box : boxes) {
    const auto row = std::upper_bound(tops_.begin(), tops_.end(), box.top) - tops_.begin() - 1;
    const auto index = static_cast<std::size_t>(row);
    if (row < header_rows || index + 1 >= tops_.size()) continue;
    const Length height = tops_[index + 1] - tops_[index];
    if (height > whole_row_lines * place.leading && box.top > tops_[index] + row_space) {
      cuts.push_back(box.top);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<Slice> slices;
  std::size_t next_box = 0;
  const Length longest = blocks_.shop().style.text_height() * 2 / 5;
  Length reached = 0;  // the lowest bottom of the boxes so far
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const bool free = i == 0 || reached <= cuts[i];
    // Lines that never end at one height, beside a cell over many rows: somewhere it must be.
    const bool forced = !free && cuts[i] - slices.back().top >= longest;
    if (free || forced) {
      Slice part;
      part.top = cuts[i];
      part.begins_row = std::binary_search(tops_.begin(), tops_.end(), cuts[i]);
      part.item.cost_before = forced            ? 4 * divided_cost
                              : part.begins_row ? cost_of_end(cuts[i], header_rows)
                                                : divided_cost;
      slices.push_back(std::move(part));
    }
    Slice& current = slices.back();
    while (next_box < boxes.size() && boxes[next_box].top < cuts[i + 1]) {
      Box& box = boxes[next_box++];
      absorb(current.item, *box.item, box.top - current.top);
      reached = std::max(reached, box.bottom);
    }
    current.bottom = cuts[i + 1];
    current.item.height = current.bottom - current.top;
  }
  return slices;
}

// Of a page's end between two rows.
int TableSetter::cost_of_end(Length top, int header_rows) const {
  const std::size_t second = std::min(static_cast<std::size_t>(header_rows) + 1, tops_.size() - 1);
  const bool alone = top == tops_[second] || top == tops_[tops_.size() - 2];
  const bool small = tops_.back() <= blocks_.shop().style.text_height() / 4;
  return alone || small ? few_rows_cost : row_cost;
}

// Rules above and below the table and below its header; a page's end shows none.
void TableSetter::place_rules(std::vector<Slice>& slices, int header_rows) {
  if (slices.empty()) return;
  const Length x = lefts_.front();
  const Length width = lefts_.back() - x;
  const auto rule = [&](Slice& part, Length y, Length thickness, Colour colour) {
    part.item.items.emplace_back(FilledRectangle{x, y, width, thickness, colour, artifact});
  };
  rule(slices.front(), 0, rule_width * 2, Colour::text);
  const Length header_bottom = tops_[static_cast<std::size_t>(header_rows)];
  for (Slice& part : slices) {
    if (&part == &slices.back()) {
      rule(part, part.bottom - part.top - rule_width * 2, rule_width * 2, Colour::text);
    } else if (header_rows > 0 && part.bottom == header_bottom) {
      rule(part, part.bottom - part.top - rule_width, rule_width, Colour::text);
    } else {
      const bool ends_row = std::binary_search(tops_.begin(), tops_.end(), part.bottom);
      if (ends_row) {
        rule(part, part.bottom - part.top - rule_width / 2, rule_width / 2, Colour::rule);
      }
    }
  }
}

// The header as artifacts for the pages after the first; -1 where a cell reaches out of it.
int TableSetter::keep_header(const std::vector<Slice>& slices, int header_rows) {
  Workshop& shop = blocks_.shop();
  const Length bottom = tops_[static_cast<std::size_t>(header_rows)];
  RepeatedHeader header;
  for (const Slice& part : slices) {
    if (part.bottom > bottom) break;
    for (Item item : part.item.items) {
      make_artifact(item);
      move(item, 0, part.top);
      header.items.push_back(std::move(item));
    }
    header.height = part.bottom;
  }
  if (header.height != bottom) return -1;
  shop.flow.headers.push_back(std::move(header));
  return static_cast<int>(shop.flow.headers.size()) - 1;
}

}  // namespace pressmark::pdf
