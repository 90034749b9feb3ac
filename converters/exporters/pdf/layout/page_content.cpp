#include "converters/exporters/pdf/layout/page_content.h"

namespace pressmark::pdf {

std::vector<PlacedItem> placed_items(const ArticleFlow& flow, const FrameContent& frame) {
  std::vector<PlacedItem> items;
  Length y = 0;
  Length after = 0;
  const auto place = [&](std::size_t index) {
    const FlowItem& item = flow.body[index];
    if (items.empty() && y == 0) {
      y = item.space_at_top;
    } else if (index == frame.begin && repeated_header_height(flow, index) > 0) {
      y += after;
    } else {
      y += item.space_before + after;
    }
    y = on_grid(item, y);
    items.push_back({index, y, items.empty()});
    y += item.height;
    after = item.space_after;
  };
  for (const ItemRange& figure : frame.floats) {
    for (std::size_t i = figure.begin; i < figure.end; ++i) place(i);
  }
  std::size_t next_skipped = 0;
  if (frame.begin < frame.end) y += repeated_header_height(flow, frame.begin);
  for (std::size_t i = frame.begin; i < frame.end; ++i) {
    if (next_skipped < frame.skipped.size() && frame.skipped[next_skipped].begin == i) {
      i = frame.skipped[next_skipped++].end - 1;
      continue;
    }
    place(i);
  }
  return items;
}

Length on_grid(const FlowItem& item, Length y) {
  return on_grid(item.grid, y - item.grid_offset) + item.grid_offset;
}

Length on_grid(Length grid, Length y) {
  if (grid <= 0) return y;
  // Heights in parts of a line are rounded: what is off by less than can be seen is not.
  constexpr Length invisible = point / 16;
  const Length over = y >= 0 ? y % grid : (y % grid + grid) % grid;
  return over <= invisible ? y - over : y + grid - over;
}

Length repeated_header_height(const ArticleFlow& flow, std::size_t item) {
  if (item >= flow.body.size() || flow.body[item].table < 0) return 0;
  return flow.headers[static_cast<std::size_t>(flow.body[item].table)].height;
}

Length height_of(const Flow& flow, std::size_t begin, std::size_t end) {
  Length height = 0;
  for (std::size_t i = begin; i < end; ++i) {
    height += flow[i].height;
    if (i > begin) height += flow[i].space_before + flow[i - 1].space_after;
  }
  return height;
}

Length bottom_of(const ArticleFlow& flow, const std::vector<PlacedItem>& items) {
  return items.empty() ? 0 : items.back().y + flow.body[items.back().item].height;
}

}  // namespace pressmark::pdf
