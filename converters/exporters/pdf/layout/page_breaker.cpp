#include "converters/exporters/pdf/layout/page_breaker.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "converters/exporters/pdf/layout/page_filler.h"

namespace pressmark::pdf {
namespace {

// Ways to begin a page with the same item that are followed, for each column: they differ in notes,
// figures and what stands above only.
constexpr std::size_t most_states = 4;
// Lines that must be left below what stands across the columns for columns below it.
constexpr int least_band_lines = 3;
// Lines that columns of equal height may be higher than they must, to spare a table or a paragraph
// a worse division.
constexpr int most_extra_lines = 6;

// A place where a frame can begin, with the cheapest way there.
struct State {
  std::size_t begin = 0;
  Rest rest;
  std::int64_t cost = 0;
  int previous = -1;  // where the frame before began
  PageEnd end;        // of that frame
  int column = 0;
  Length top = 0;
  bool is_expanded = false;
  // Frames that were filled together instead of the one that ends at `end`; none where the page
  // before was left as it was.
  std::optional<std::vector<FrameContent>> band;

  bool begins_page() const { return column == 0 && top == 0; }
  bool begins_as(const State& other) const {
    return rest == other.rest && column == other.column && top == other.top;
  }
};

class Divider {
 public:
  Divider(const ArticleFlow& flow, const PageMetrics& metrics)
      : flow_(flow),
        metrics_(metrics),
        filler_(flow, metrics),
        count_(flow.body.size()),
        at_(count_ + 1) {
    segment_ends_.resize(count_ + 1, count_);
    for (std::size_t i = count_; i > 1; --i) {
      const bool same = flow.body[i - 1].across == flow.body[i - 2].across;
      segment_ends_[i - 2] = same ? segment_ends_[i - 1] : i - 1;
    }
  }

  std::vector<FrameContent> run() {
    states_.push_back({});
    at_[0].push_back(0);
    // A page may take no item of the body, only figures and notes: the list grows while it is read.
    for (std::size_t begin = 0; begin <= count_; ++begin) {
      for (std::size_t i = 0; i < at_[begin].size(); ++i) expand(at_[begin][i]);
    }
    return trace();
  }

 private:
  bool is_across(std::size_t item) const { return item < count_ && flow_.body[item].across; }

  void expand(int from) {
    State& state = states_[static_cast<std::size_t>(from)];
    state.is_expanded = true;
    if (state.begin == count_ && state.rest.empty()) {
      if (last_ < 0 || state.cost < states_[static_cast<std::size_t>(last_)].cost) last_ = from;
      return;
    }
    const State start = state;
    if (start.column == 0 && is_across(start.begin)) {
      add_across(from, start);
      return;
    }
    const bool is_balanced = metrics_.columns > 1 && start.column == 0 && add_balanced(from, start);
    add_columns(from, start, is_balanced);
  }

  FrameRoom room_of(const State& start) const {
    // What stands across ends the columns beside it.
    const bool ended = start.column > 0 && is_across(start.begin);
    return {metrics_.height - start.top, ended ? start.begin : segment_ends_[start.begin],
            start.top == 0};
  }

  // One column, and then the next one. Where all of it fits into this column, columns of equal
  // height, if there are such, hold it better.
  void add_columns(int from, const State& start, bool is_balanced) {
    const FrameRoom room = room_of(start);
    const bool is_last = start.column + 1 == metrics_.columns;
    const std::vector<PageEnd> ends = filler_.find_ends(start.begin, start.rest, room);
    for (const PageEnd& end : ends) {
      State next = state_behind(from, start, end, room);
      if (is_balanced && end.end == room.limit && next.rest.empty()) continue;
      next.column = is_last ? 0 : start.column + 1;
      next.top = is_last ? 0 : start.top;
      add(std::move(next));
    }
    if (ends.empty()) add_new_page(from, start);
  }

  // What stands across the columns, and then what follows below it or on the next page.
  void add_across(int from, const State& start) {
    const FrameRoom room = room_of(start);
    for (const PageEnd& end : filler_.find_ends(start.begin, start.rest, room)) {
      State next = state_behind(from, start, end, room);
      if (end.end == room.limit && next.rest.empty()) {
        Rest left;
        FrameContent frame = filler_.fill(start.begin, start.rest, end, room.height, left);
        frame.height = filler_.used_height(frame);
        const Length height = frame.height;
        next.cost = start.cost;
        next.band = {std::move(frame)};
        add_below(std::move(next), start, height);
      } else {
        add(std::move(next));
      }
    }
    if (start.top > 0) add_new_page(from, start);
  }

  // All columns up to what follows across them, or to the end, as high as each other; false where
  // the page does not hold them.
  bool add_balanced(int from, const State& start) {
    const FrameRoom whole = room_of(start);
    const Length rough = filler_.rough_height(start.begin, whole.limit);
    // The spaces at the columns' tops are not used.
    if (rough > metrics_.columns * (whole.height + 2 * metrics_.leading)) return false;
    const Length lines = std::max<Length>(rough / metrics_.columns / metrics_.leading - 2, 1);
    State best;
    Length best_height = 0;
    std::int64_t best_cost = 0;
    std::int64_t extra = 0;  // lines, since the first height that is enough
    for (Length wanted = lines * metrics_.leading; extra <= most_extra_lines;
         wanted += metrics_.leading) {
      const Length height = std::min(wanted, whole.height);
      std::vector<FrameContent> band;
      std::int64_t cost = 0;
      const FrameRoom room = {height, whole.limit, false};
      if (fill_band(start.begin, start.rest, room, start.column, band, cost)) {
        cost += short_line_cost * extra * extra;
        if (!best.band || cost < best_cost) {
          best.band = std::move(band);
          best_height = height;
          best_cost = cost;
        }
      }
      if (best.band) ++extra;
      if (height == whole.height) break;
    }
    if (!best.band) return false;
    best.begin = whole.limit;
    best.cost = start.cost + best_cost;
    best.previous = from;
    add_below(std::move(best), start, best_height);
    return true;
  }

  // Fills the columns from `column` on so that nothing is left, if that can be done.
  bool fill_band(std::size_t begin, const Rest& rest, const FrameRoom& room, int column,
                 std::vector<FrameContent>& band, std::int64_t& cost) const {
    const bool is_last = column + 1 == metrics_.columns;
    if (begin == room.limit && rest.empty()) return true;
    std::vector<PageEnd> ends = filler_.find_ends(begin, rest, room);
    std::stable_sort(ends.begin(), ends.end(),
                     [](const PageEnd& a, const PageEnd& b) { return a.cost < b.cost; });
    for (const PageEnd& end : ends) {
      if (is_last && (end.end != room.limit || end.skipped > 0)) continue;
      Rest left;
      FrameContent frame = filler_.fill(begin, rest, end, room.height, left);
      frame.column = column;
      frame.begins_page = false;
      if (is_last && !left.empty()) continue;
      if (filler_.used_height(frame) > room.height) continue;
      band.push_back(std::move(frame));
      if (is_last || fill_band(end.end, left, room, column + 1, band, cost)) {
        cost += is_last ? 0 : end.cost;
        return true;
      }
      band.pop_back();
    }
    return false;
  }

  State state_behind(int from, const State& start, const PageEnd& end,
                     const FrameRoom& room) const {
    State next;
    next.begin = end.end;
    if (!end.all_notes || end.skipped > 0) {
      filler_.fill(start.begin, start.rest, end, room.height, next.rest);
    }
    next.cost = start.cost + end.cost;
    next.previous = from;
    next.end = end;
    return next;
  }

  // What follows frames that end together `height` below the start's top: stands below them where
  // that leaves room for a few lines, else on the next page.
  void add_below(State next, const State& start, Length height) {
    if (next.begin < count_) {
      const FlowItem& item = flow_.body[next.begin];
      const Length space =
          item.space_before + flow_.body[next.begin - 1].space_after - item.space_at_top;
      const Length bottom = start.top + height + std::max<Length>(space, 0);
      next.top = on_grid(metrics_.leading, bottom);
      if (next.top > metrics_.height - least_band_lines * metrics_.leading) {
        next.top = 0;
        next.cost += cost_of_empty(start.top + height);
      }
    } else if (start.top == 0 && start.begin > 0 && height <= 2 * metrics_.leading) {
      next.cost += last_line_cost / (height <= metrics_.leading ? 1 : 2);
    }
    add(std::move(next));
  }

  // Of a page that is filled down to `bottom`.
  std::int64_t cost_of_empty(Length bottom) const {
    const std::int64_t lines = std::max<Length>(metrics_.height - bottom, 0) / metrics_.leading;
    return short_line_cost * lines * lines;
  }

  // Leaves the rest of the page empty.
  void add_new_page(int from, const State& start) {
    State next;
    next.begin = start.begin;
    next.rest = start.rest;
    next.cost = start.cost + cost_of_empty(start.top);
    next.previous = from;
    next.band.emplace();
    add(std::move(next));
  }

  // States that are expanded already are no rivals: what they led to may have been given up.
  void add(State state) {
    std::vector<int>& others = at_[state.begin];
    std::size_t rivals = 0;
    State* worst = nullptr;
    for (const int index : others) {
      State& other = states_[static_cast<std::size_t>(index)];
      if (other.is_expanded) continue;
      if (other.begins_as(state)) {
        if (state.cost < other.cost) other = std::move(state);
        return;
      }
      ++rivals;
      if (worst == nullptr || other.cost > worst->cost) worst = &other;
    }
    if (rivals >= most_states * static_cast<std::size_t>(metrics_.columns)) {
      if (state.cost < worst->cost) *worst = std::move(state);
      return;
    }
    others.push_back(static_cast<int>(states_.size()));
    states_.push_back(std::move(state));
  }

  std::vector<FrameContent> trace() const {
    std::vector<int> path;
    for (int index = last_; index > 0; index = states_[static_cast<std::size_t>(index)].previous) {
      path.push_back(index);
    }
    std::reverse(path.begin(), path.end());
    std::vector<FrameContent> frames;
    for (const int index : path) {
      const State& state = states_[static_cast<std::size_t>(index)];
      const State& from = states_[static_cast<std::size_t>(state.previous)];
      const std::size_t first = frames.size();
      if (state.band) {
        frames.insert(frames.end(), state.band->begin(), state.band->end());
      } else {
        Rest left;
        frames.push_back(
            filler_.fill(from.begin, from.rest, state.end, metrics_.height - from.top, left));
        frames.back().column = from.column;
      }
      for (std::size_t i = first; i < frames.size(); ++i) {
        frames[i].top = from.top;
        frames[i].begins_page = i == first && from.begins_page();
      }
    }
    if (frames.empty()) frames.push_back({});
    return frames;
  }

  const ArticleFlow& flow_;
  const PageMetrics metrics_;
  const PageFiller filler_;
  const std::size_t count_;
  std::vector<std::size_t> segment_ends_;  // by item: where those that stand across as it does end
  std::vector<State> states_;
  std::vector<std::vector<int>> at_;  // states by the item that they begin with
  int last_ = -1;                     // the cheapest one behind all items
};

}  // namespace

std::vector<FrameContent> divide_into_pages(const ArticleFlow& flow, const PageMetrics& metrics) {
  return Divider(flow, metrics).run();
}

}  // namespace pressmark::pdf
