#include "converters/exporters/pdf/layout/line_breaker.h"

#include <algorithm>
#include <array>
#include <limits>

namespace pressmark::pdf {
namespace {

constexpr int infinitely_bad = 10000;
constexpr int fitness_classes = 4;  // very loose, loose, decent, tight

struct Sums {
  Length width = 0;
  Length stretch = 0;
  Length shrink = 0;
};

// A break that some way of setting the paragraph so far can have.
struct Node {
  std::size_t item = 0;
  int fitness = 2;
  bool flagged = false;
  bool starts_first_line = false;
  Sums after;  // of all items before the line that starts here
  std::int64_t demerits = 0;
  int previous = -1;  // index into the nodes; -1 for the paragraph's start
};

struct Candidate {
  std::int64_t demerits = std::numeric_limits<std::int64_t>::max();
  int previous = -1;
};

class Breaker {
 public:
  Breaker(const std::vector<BreakItem>& items, const BreakParameters& parameters)
      : items_(items), parameters_(parameters) {}

  std::optional<std::vector<std::size_t>> run() {
    nodes_.push_back({.starts_first_line = true});
    active_ = {0};
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const BreakItem& item = items_[i];
      const bool after_box = i > 0 && items_[i - 1].kind == BreakItem::Kind::box;
      if (item.kind == BreakItem::Kind::penalty) {
        if (item.penalty < never_break) try_break(i, item.penalty, item.width, item.flagged);
      } else {
        if (item.kind == BreakItem::Kind::glue && after_box) try_break(i, 0, 0, false);
        sums_.width += item.width;
        sums_.stretch += item.stretch;
        sums_.shrink += item.shrink;
      }
      if (active_.empty()) return std::nullopt;
    }
    return trace();
  }

 private:
  // The sums where a line that starts after item `i` begins.
  Sums sums_after(std::size_t i) const {
    Sums sums = sums_;
    for (std::size_t at = i; at < items_.size(); ++at) {
      const BreakItem& item = items_[at];
      if (item.kind == BreakItem::Kind::box) break;
      if (item.kind == BreakItem::Kind::penalty) {
        if (item.penalty <= must_break && at > i) break;
        continue;
      }
      sums.width += item.width;
      sums.stretch += item.stretch;
      sums.shrink += item.shrink;
    }
    return sums;
  }

  void try_break(std::size_t i, int penalty, Length width, bool flagged) {
    const bool forced = penalty <= must_break;
    std::array<Candidate, fitness_classes> best;
    kept_.clear();
    int last_removed = -1;
    for (const int index : active_) {
      const Node& node = nodes_[index];
      const Length line = node.starts_first_line ? parameters_.first_width : parameters_.width;
      const Length natural = sums_.width - node.after.width + width;
      const Length shortfall = line - natural;
      int bad = 0;
      int fitness = 2;
      bool overfull = false;
      if (shortfall >= 0) {
        if (!forced) {
          bad = badness(shortfall, sums_.stretch - node.after.stretch + parameters_.extra_stretch);
        }
        fitness = bad > 99 ? 0 : bad > 12 ? 1 : 2;
      } else {
        const Length shrink = sums_.shrink - node.after.shrink;
        overfull = -shortfall > shrink;
        if (!overfull) bad = badness(-shortfall, shrink);
        fitness = bad > 12 ? 3 : 2;
      }
      if (!overfull && bad <= parameters_.tolerance) {
        consider(best[fitness], index,
                 demerits(node, i, penalty, flagged, bad, fitness) + short_line(forced, natural));
      }
      if (overfull || forced) {
        if (overfull) last_removed = index;
      } else {
        kept_.push_back(index);
      }
    }
    const bool found = std::any_of(best.begin(), best.end(), [](const Candidate& candidate) {
      return candidate.previous >= 0;
    });
    if (!found && kept_.empty() && parameters_.overfull == BreakParameters::Overfull::accept) {
      const int from = last_removed >= 0 ? last_removed : active_.back();
      best[2] = {nodes_[from].demerits, from};
    }
    active_.swap(kept_);
    add_nodes(best, i, flagged);
  }

  // Of equally good ways the one with the latest break is taken (TeX: The Program, 855).
  static void consider(Candidate& best, int index, std::int64_t demerits) {
    if (demerits <= best.demerits) best = {demerits, index};
  }

  std::int64_t short_line(bool forced, Length natural) const {
    return forced && natural < parameters_.shortest_last_line ? parameters_.short_line_demerits : 0;
  }

  // TeX: The Program, 859.
  std::int64_t demerits(const Node& node, std::size_t i, int penalty, bool flagged, int bad,
                        int fitness) const {
    const std::int64_t line = parameters_.line_penalty + bad;
    std::int64_t sum = line * line;
    const std::int64_t square = std::int64_t{penalty} * penalty;
    if (penalty > 0) {
      sum += square;
    } else if (penalty > must_break) {
      sum -= square;
    }
    if (node.flagged) {
      if (flagged) sum += parameters_.double_hyphen_demerits;
      if (i + 1 == items_.size()) sum += parameters_.final_hyphen_demerits;
    }
    if (std::abs(fitness - node.fitness) > 1) sum += parameters_.adjacent_demerits;
    return node.demerits + sum;
  }

  void add_nodes(const std::array<Candidate, fitness_classes>& best, std::size_t i, bool flagged) {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const Candidate& candidate : best) least = std::min(least, candidate.demerits);
    if (least == std::numeric_limits<std::int64_t>::max()) return;
    const Sums after = sums_after(i);
    for (int fitness = 0; fitness < fitness_classes; ++fitness) {
      const Candidate& candidate = best[fitness];
      // A class that is worse by more than the demerits for a change of class can never win.
      if (candidate.previous < 0 || candidate.demerits > least + parameters_.adjacent_demerits) {
        continue;
      }
      active_.push_back(static_cast<int>(nodes_.size()));
      nodes_.push_back({.item = i,
                        .fitness = fitness,
                        .flagged = flagged,
                        .after = after,
                        .demerits = candidate.demerits,
                        .previous = candidate.previous});
    }
  }

  std::optional<std::vector<std::size_t>> trace() const {
    int best = -1;
    for (const int index : active_) {
      if (nodes_[index].item + 1 != items_.size()) continue;
      if (best < 0 || nodes_[index].demerits < nodes_[best].demerits) best = index;
    }
    if (best < 0) return std::nullopt;
    std::vector<std::size_t> breaks;
    for (int index = best; nodes_[index].previous >= 0; index = nodes_[index].previous) {
      breaks.push_back(nodes_[index].item);
    }
    std::reverse(breaks.begin(), breaks.end());
    return breaks;
  }

  const std::vector<BreakItem>& items_;
  const BreakParameters& parameters_;
  std::vector<Node> nodes_;
  std::vector<int> active_;
  std::vector<int> kept_;
  Sums sums_;
};

}  // namespace

BreakItem box_item(Length width) { return {.kind = BreakItem::Kind::box, .width = width}; }

BreakItem glue_item(Length width, Length stretch, Length shrink) {
  return {.kind = BreakItem::Kind::glue, .width = width, .stretch = stretch, .shrink = shrink};
}

BreakItem penalty_item(int penalty, Length width, bool flagged) {
  return {.kind = BreakItem::Kind::penalty, .flagged = flagged, .penalty = penalty, .width = width};
}

// TeX: The Program, 108; there the bounds keep 31 bits from overflowing.
int badness(Length shortfall, Length available) {
  if (shortfall <= 0) return 0;
  if (available <= 0) return infinitely_bad;
  std::int64_t ratio = 0;
  if (shortfall <= 7'230'584) {
    ratio = shortfall * 297 / available;
  } else if (available >= 1'663'497) {
    ratio = shortfall / (available / 297);
  } else {
    ratio = shortfall;
  }
  if (ratio > 1290) return infinitely_bad;
  return static_cast<int>((ratio * ratio * ratio + 131'072) / 262'144);
}

std::optional<std::vector<std::size_t>> break_lines(const std::vector<BreakItem>& items,
                                                    const BreakParameters& parameters) {
  if (items.empty()) return std::nullopt;
  return Breaker(items, parameters).run();
}

}  // namespace pressmark::pdf
