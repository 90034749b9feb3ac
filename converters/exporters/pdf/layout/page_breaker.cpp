#include "converters/exporters/pdf/layout/page_breaker.h"

#include <algorithm>
#include <cstdint>

#include "converters/exporters/pdf/layout/page_filler.h"

namespace pressmark::pdf {
namespace {

// Ways to begin a page with the same item that are followed: they differ in notes and figures only.
constexpr std::size_t most_states = 4;

// A place where a page can begin, with the cheapest way there.
struct State {
  std::size_t begin = 0;
  Rest rest;
  std::int64_t cost = 0;
  int previous = -1;  // where the page before began
  PageEnd end;        // of that page
  bool is_expanded = false;
};

class Divider {
 public:
  Divider(const ArticleFlow& flow, const PageMetrics& metrics)
      : filler_(flow, metrics), count_(flow.body.size()), at_(count_ + 1) {}

  std::vector<PageContent> run() {
    states_.push_back({});
    at_[0].push_back(0);
    // A page may take no item of the body, only figures and notes: the list grows while it is read.
    for (std::size_t begin = 0; begin <= count_; ++begin) {
      for (std::size_t i = 0; i < at_[begin].size(); ++i) expand(at_[begin][i]);
    }
    return trace();
  }

 private:
  void expand(int from) {
    State& state = states_[static_cast<std::size_t>(from)];
    state.is_expanded = true;
    if (state.begin == count_ && state.rest.empty()) {
      if (last_ < 0 || state.cost < states_[static_cast<std::size_t>(last_)].cost) last_ = from;
      return;
    }
    const Rest rest = state.rest;
    const std::size_t begin = state.begin;
    const std::int64_t cost = state.cost;
    for (const PageEnd& end : filler_.find_ends(begin, rest)) {
      Rest left;
      if (!end.all_notes || end.skipped > 0) filler_.fill(begin, rest, end, left);
      add({end.end, std::move(left), cost + end.cost, from, end, false});
    }
  }

  // States that are expanded already are no rivals: what they led to may have been given up.
  void add(State state) {
    std::vector<int>& others = at_[state.begin];
    std::size_t rivals = 0;
    State* worst = nullptr;
    for (const int index : others) {
      State& other = states_[static_cast<std::size_t>(index)];
      if (other.is_expanded) continue;
      if (other.rest == state.rest) {
        if (state.cost < other.cost) other = std::move(state);
        return;
      }
      ++rivals;
      if (worst == nullptr || other.cost > worst->cost) worst = &other;
    }
    if (rivals >= most_states) {
      if (state.cost < worst->cost) *worst = std::move(state);
      return;
    }
    others.push_back(static_cast<int>(states_.size()));
    states_.push_back(std::move(state));
  }

  std::vector<PageContent> trace() const {
    std::vector<PageContent> pages;
    for (int index = last_; index > 0;) {
      const State& state = states_[static_cast<std::size_t>(index)];
      const State& from = states_[static_cast<std::size_t>(state.previous)];
      Rest left;
      pages.push_back(filler_.fill(from.begin, from.rest, state.end, left));
      index = state.previous;
    }
    if (pages.empty()) pages.push_back({});
    std::reverse(pages.begin(), pages.end());
    return pages;
  }

  const PageFiller filler_;
  const std::size_t count_;
  std::vector<State> states_;
  std::vector<std::vector<int>> at_;  // states by the item that they begin with
  int last_ = -1;                     // the cheapest one behind all items
};

}  // namespace

std::vector<PageContent> divide_into_pages(const ArticleFlow& flow, const PageMetrics& metrics) {
  return Divider(flow, metrics).run();
}

}  // namespace pressmark::pdf
