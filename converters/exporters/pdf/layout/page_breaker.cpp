#include "converters/exporters/pdf/layout/page_breaker.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace pressmark::pdf {
namespace {

// A note longer than this share of the page may go on on the next one.
constexpr int note_share = 3;
// Lines that a divided note keeps on the page of its mark.
constexpr std::size_t least_note_lines = 2;

Length height_of(const Flow& flow, std::size_t begin, std::size_t end) {
  Length height = 0;
  for (std::size_t i = begin; i < end; ++i) {
    height += flow[i].height;
    if (i > begin) height += flow[i].space_before + flow[i - 1].space_after;
  }
  return height;
}

// Height of the header that is repeated where a page begins with the item.
Length header_height(const ArticleFlow& flow, std::size_t item) {
  if (item >= flow.body.size() || flow.body[item].table < 0) return 0;
  return flow.headers[static_cast<std::size_t>(flow.body[item].table)].height;
}

Length bottom_of(const ArticleFlow& flow, const std::vector<PlacedItem>& items) {
  return items.empty() ? 0 : items.back().y + flow.body[items.back().item].height;
}

class Divider {
 public:
  Divider(const ArticleFlow& flow, const PageMetrics& metrics) : flow_(flow), metrics_(metrics) {}

  std::vector<PageContent> run() {
    std::size_t at = 0;
    const std::size_t count = flow_.body.size();
    while (at < count || !carried_.empty() || !deferred_.empty()) {
      PageContent page;
      page.begin = page.end = at;
      take_floats(page);
      if (at < count) find_end(page);
      place_notes(page);
      // Whatever happens, the work goes on: a page takes an item or a part of a note.
      const bool empty = page.floats.empty() && page.notes.empty();
      if (page.end == at && empty && at < count) page.end = at + 1;
      at = page.end;
      pages_.push_back(std::move(page));
    }
    if (pages_.empty()) pages_.push_back({});
    return std::move(pages_);
  }

 private:
  struct Carried {
    int note = 0;
    std::size_t begin = 0;
  };

  // Figures that the last page had no room for, as many as fit; one always does.
  void take_floats(PageContent& page) {
    const std::vector<ItemRange> waiting = std::move(deferred_);
    deferred_.clear();
    for (const ItemRange& figure : waiting) {
      page.floats.push_back(figure);
      const Length bottom = bottom_of(flow_, placed_items(flow_, page));
      const bool fits = bottom + reserve_carried() <= metrics_.height;
      if (fits || page.floats.size() == 1) continue;
      page.floats.pop_back();
      deferred_.push_back(figure);
    }
  }

  // Room for the rest of earlier notes: at most half of the page, so that the text goes on.
  Length reserve_carried() const {
    if (carried_.empty()) return 0;
    Length height = metrics_.note_space;
    for (const Carried& rest : carried_) {
      const Flow& note = flow_.notes[rest.note];
      height += height_of(note, rest.begin, note.size()) + metrics_.note_gap;
    }
    return std::min(height, metrics_.height / 2);
  }

  // Height that an item's notes need at least on its page, and wholly.
  struct NoteNeed {
    Length least = 0;
    Length whole = 0;
  };
  NoteNeed need_of(const FlowItem& item) const {
    NoteNeed need;
    for (const int index : item.notes) {
      const Flow& note = flow_.notes[index];
      const Length whole = height_of(note, 0, note.size()) + metrics_.note_gap;
      const bool divides = whole > metrics_.height / note_share && note.size() > least_note_lines;
      need.whole += whole;
      need.least += divides ? height_of(note, 0, least_note_lines) + metrics_.note_gap : whole;
    }
    return need;
  }

  // Whether the figure that begins with the item may wait for the next page.
  bool may_wait(const FlowItem& item) const {
    return item.float_size > 0 && item.cost_before < never_divide;
  }

  void find_end(PageContent& page) {
    const Flow& body = flow_.body;
    const std::size_t begin = page.begin;
    Length used = bottom_of(flow_, placed_items(flow_, page));
    Length notes = reserve_carried();
    Length after = page.floats.empty() ? 0 : body[page.floats.back().end - 1].space_after;
    bool first = page.floats.empty();
    for (const ItemRange& figure : page.floats) {
      for (std::size_t i = figure.begin; i < figure.end; ++i) notes += need_of(body[i]).whole;
    }
    used += header_height(flow_, begin);
    std::size_t best = begin;
    std::int64_t best_cost = std::numeric_limits<std::int64_t>::max();
    std::size_t last = begin;
    std::vector<ItemRange> skipped;
    for (std::size_t i = begin; i < body.size();) {
      const FlowItem& item = body[i];
      if (may_wait(item) && !(first && i == begin)) {
        const Length whole = height_of(body, i, i + item.float_size) + item.space_before + after;
        const bool fits = used + whole + notes <= metrics_.height;
        if (!fits || !skipped.empty() || !deferred_.empty()) {
          skipped.push_back({i, i + item.float_size});
          i += item.float_size;
          last = i;
          if (last == body.size()) break;
          consider(last, used + notes, best, best_cost);
          continue;
        }
      }
      const NoteNeed need = need_of(item);
      const Length space = first ? item.space_at_top
                           : (i == begin && header_height(flow_, begin) > 0)
                               ? after
                               : item.space_before + after;
      const bool first_notes = notes == 0 && !item.notes.empty();
      const Length rule = first_notes ? metrics_.note_space : 0;
      const bool alone = first && i == begin;
      if (!alone && used + space + item.height + notes + rule + need.least > metrics_.height) break;
      used += space + item.height;
      notes += rule + need.whole;
      after = item.space_after;
      first = false;
      last = ++i;
      if (last == body.size()) break;
      consider(last, used + notes, best, best_cost);
    }
    page.end = last == body.size() ? last : best > begin ? best : last;
    for (const ItemRange& figure : skipped) {
      if (figure.begin >= page.end) continue;
      page.skipped.push_back(figure);
      deferred_.push_back(figure);
    }
  }

  void consider(std::size_t place, Length used, std::size_t& best, std::int64_t& best_cost) const {
    const int cost = flow_.body[place].cost_before;
    if (cost >= never_divide) return;
    const std::int64_t empty_lines = std::max<Length>(metrics_.height - used, 0) / metrics_.leading;
    const std::int64_t total = cost + short_line_cost * empty_lines * empty_lines;
    if (total <= best_cost) {
      best_cost = total;
      best = place;
    }
  }

  // Places what is carried over and the page's own notes, in order, as far as there is room.
  void place_notes(PageContent& page) {
    std::vector<Carried> waiting = std::move(carried_);
    carried_.clear();
    const std::vector<PlacedItem> items = placed_items(flow_, page);
    for (const PlacedItem& placed : items) {
      for (const int note : flow_.body[placed.item].notes) waiting.push_back({note, 0});
    }
    if (waiting.empty()) return;
    Length room = metrics_.height - bottom_of(flow_, items) - metrics_.note_space;
    for (const Carried& rest : waiting) {
      const Flow& note = flow_.notes[rest.note];
      if (note.empty()) continue;
      if (!carried_.empty()) {
        carried_.push_back(rest);
        continue;
      }
      std::size_t end = rest.begin;
      while (end < note.size()) {
        const Length height = note[end].height + (end == rest.begin ? 0 : note[end].space_before);
        // An empty page takes a line whatever its height.
        const bool forced = items.empty() && page.notes.empty() && end == rest.begin;
        if (height > room && !forced) break;
        room -= height;
        ++end;
      }
      if (end > rest.begin) page.notes.push_back({rest.note, rest.begin, end});
      if (end < note.size()) carried_.push_back({rest.note, end});
      room -= metrics_.note_gap;
    }
  }

  const ArticleFlow& flow_;
  const PageMetrics& metrics_;
  std::vector<PageContent> pages_;
  std::vector<Carried> carried_;     // notes that go on
  std::vector<ItemRange> deferred_;  // figures that wait
};

}  // namespace

std::vector<PlacedItem> placed_items(const ArticleFlow& flow, const PageContent& page) {
  std::vector<PlacedItem> items;
  Length y = 0;
  Length after = 0;
  const auto place = [&](std::size_t index) {
    const FlowItem& item = flow.body[index];
    if (items.empty() && y == 0) {
      y = item.space_at_top;
    } else if (index == page.begin && header_height(flow, index) > 0) {
      y += after;
    } else {
      y += item.space_before + after;
    }
    items.push_back({index, y, items.empty()});
    y += item.height;
    after = item.space_after;
  };
  for (const ItemRange& figure : page.floats) {
    for (std::size_t i = figure.begin; i < figure.end; ++i) place(i);
  }
  std::size_t next_skipped = 0;
  if (page.begin < page.end) y += header_height(flow, page.begin);
  for (std::size_t i = page.begin; i < page.end; ++i) {
    if (next_skipped < page.skipped.size() && page.skipped[next_skipped].begin == i) {
      i = page.skipped[next_skipped++].end - 1;
      continue;
    }
    place(i);
  }
  return items;
}

std::vector<PageContent> divide_into_pages(const ArticleFlow& flow, const PageMetrics& metrics) {
  return Divider(flow, metrics).run();
}

}  // namespace pressmark::pdf
