#include "converters/exporters/pdf/layout/sink.h"

#include <algorithm>
#include <iterator>

namespace pressmark::pdf {

namespace {
// A page that ends with a divided word.
constexpr int hyphen_cost = 60;
// One that ends before a display formula, away from the words that lead to it.
constexpr int display_cost = 100;
}  // namespace

void Sink::label_next(std::vector<Item> items) {
  label_.insert(label_.end(), std::make_move_iterator(items.begin()),
                std::make_move_iterator(items.end()));
}

void Sink::add(FlowItem item) {
  if (!close_) item.space_before += space_ + pad_;
  item.space_at_top += at_top_;
  at_top_ = 0;
  close_ = false;
  item.cost_before = keep_ ? never_divide : std::max(item.cost_before, cost_);
  for (Ground& ground : grounds_) {
    const FilledRectangle rectangle = {ground.x,     0,       ground.width, item.height,
                                       Colour::tint, artifact};
    item.items.insert(item.items.begin(), rectangle);
    if (ground.begun && item.space_before > 0) {
      item.ground_before.push_back(
          {ground.x, -item.space_before, ground.width, item.space_before, Colour::tint, artifact});
    }
    ground.begun = true;
  }
  item.items.insert(item.items.end(), std::make_move_iterator(label_.begin()),
                    std::make_move_iterator(label_.end()));
  item.anchors.insert(item.anchors.begin(), anchors_.begin(), anchors_.end());
  label_.clear();
  anchors_.clear();
  space_ = pad_ = 0;
  keep_ = false;
  cost_ = 0;
  item.across = across_;
  flow_.push_back(std::move(item));
  if (!across_) return;
  for (std::size_t i = flow_.size() - 1; i > 0 && flow_[i].cost_before >= never_divide; --i) {
    flow_[i - 1].across = true;
  }
}

void Sink::add_lines(std::vector<Line> lines, Keep keep, Length grid) {
  const std::size_t count = lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    FlowItem item;
    item.height = lines[i].height;
    if (grounds_.empty()) item.grid = grid;
    item.items = std::move(lines[i].items);
    item.links = std::move(lines[i].links);
    item.notes = std::move(lines[i].notes);
    item.anchors = std::move(lines[i].anchors);
    if (i > 0) {
      const bool alone = i == 1 || i + 1 == count;
      const bool divided = lines[i - 1].ending == Line::Ending::hyphen;
      item.cost_before = keep == Keep::together || alone ? never_divide
                         : lines[i].begins_display       ? display_cost
                         : divided                       ? hyphen_cost
                                                         : 0;
    }
    add(std::move(item));
  }
}

void Sink::align(std::size_t first, Length grid, Length offset) {
  if (!grounds_.empty() || first >= flow_.size()) return;
  flow_[first].grid = grid;
  flow_[first].grid_offset = offset;
}

void Sink::add_strut(Length height) {
  FlowItem item;
  item.height = height;
  add(std::move(item));
}

void Sink::end_float(std::size_t first, Length leading, Length space) {
  if (first >= flow_.size()) return;
  bool whole = true;
  Length height = 0;
  for (std::size_t i = first; i < flow_.size(); ++i) {
    height += flow_[i].height + (i == first ? 0 : flow_[i].space_before);
    if (i > first && flow_[i].cost_before < never_divide) whole = false;
  }
  if (!whole) {
    snap(first, leading);
    this->space(space);
    return;
  }
  const Length over = height % leading;
  flow_.back().space_after = space + (over > 0 ? leading - over : 0);
  flow_[first].float_size = flow_.size() - first;
  space_ = pad_ = 0;
}

void Sink::snap(std::size_t first, Length leading) {
  Length height = 0;
  for (std::size_t i = first; i < flow_.size(); ++i) {
    height += flow_[i].height + (i == first ? 0 : flow_[i].space_before);
  }
  const Length over = height % leading;
  if (over > 0) pad(leading - over);
}

}  // namespace pressmark::pdf
