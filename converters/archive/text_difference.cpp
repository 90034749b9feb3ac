#include "converters/archive/text_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace pressmark::archive {
namespace {

using Lines = std::vector<std::string_view>;

Lines divide(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// One line of the script: ' ' kept, '-' of the first text only, '+' of the second only.
struct Edit {
  char kind;
  std::string_view line;
};

constexpr int most_changes = 4000;

// Myers' greedy algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986, figure 2): for
// each number of changes d, the furthest place on each diagonal. Every d's row is kept to go back.
class Script {
 public:
  Script(const Lines& before, const Lines& after) : before_(before), after_(after) {}

  std::vector<Edit> make() {
    const int first = static_cast<int>(before_.size());
    const int second = static_cast<int>(after_.size());
    const int most = std::min(first + second, most_changes);
    std::vector<int> furthest(2 * most + 3, 0);
    const int middle = most + 1;
    for (int d = 0; d <= most; ++d) {
      rows_.emplace_back(furthest.begin() + middle - d - 1, furthest.begin() + middle + d + 2);
      for (int k = -d; k <= d; k += 2) {
        const bool is_down =
            k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
        int x = is_down ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
        while (x < first && x - k < second && x - k >= 0 && before_[x] == after_[x - k]) ++x;
        furthest[middle + k] = x;
        if (x >= first && x - k >= second) return go_back(d, k);
      }
    }
    return replace_all();
  }

 private:
  std::vector<Edit> go_back(int d, int k) {
    std::vector<Edit> edits;
    int x = static_cast<int>(before_.size());
    int y = static_cast<int>(after_.size());
    for (; d > 0; --d) {
      const std::vector<int>& row = rows_[d];  // diagonals -d-1 to d+1, before step d
      const int middle = d + 1;
      const bool is_down = k == -d || (k != d && row[middle + k - 1] < row[middle + k + 1]);
      k = is_down ? k + 1 : k - 1;
      const int from_x = row[middle + k];
      const int from_y = from_x - k;
      while (x > from_x && y > from_y && !(is_down ? x == from_x : y == from_y)) {
        edits.push_back({' ', before_[--x]});
        --y;
      }
      if (is_down) {
        edits.push_back({'+', after_[--y]});
      } else {
        edits.push_back({'-', before_[--x]});
      }
    }
    while (x > 0) edits.push_back({' ', before_[--x]});
    std::ranges::reverse(edits);
    return edits;
  }

  std::vector<Edit> replace_all() const {
    std::vector<Edit> edits;
    for (const std::string_view line : before_) edits.push_back({'-', line});
    for (const std::string_view line : after_) edits.push_back({'+', line});
    return edits;
  }

  const Lines& before_;
  const Lines& after_;
  std::vector<std::vector<int>> rows_;
};

constexpr std::size_t context_lines = 3;

// "12,3"; a range of no lines is written with the line before it (POSIX, diff, -u).
std::string range(std::size_t start, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? start : start + 1, count);
}

}  // namespace

std::string unified_difference(std::string_view before, std::string_view after,
                               std::string_view before_name, std::string_view after_name) {
  if (before == after) return {};
  const Lines first = divide(before);
  const Lines second = divide(after);
  const std::vector<Edit> edits = Script(first, second).make();
  std::string text = fmt::format("--- {}\n+++ {}\n", before_name, after_name);
  const auto is_change = [](const Edit& edit) { return edit.kind != ' '; };
  std::size_t x = 0;
  std::size_t y = 0;
  std::size_t at = 0;
  while (true) {
    const auto change = std::find_if(edits.begin() + at, edits.end(), is_change);
    if (change == edits.end()) return text;
    const std::size_t index = change - edits.begin();
    const std::size_t start = index - std::min(context_lines, index - at);
    x += start - at;
    y += start - at;
    // To the last change that has no more than twice the context before the next one.
    std::size_t end = index + 1;
    for (std::size_t i = end; i < edits.size() && i < end + 2 * context_lines + 1; ++i) {
      if (is_change(edits[i])) end = i + 1;
    }
    end = std::min(end + context_lines, edits.size());
    std::string lines;
    std::size_t removed = 0;
    std::size_t added = 0;
    for (std::size_t i = start; i < end; ++i) {
      lines += fmt::format("{}{}\n", edits[i].kind, edits[i].line);
      removed += edits[i].kind != '+' ? 1 : 0;
      added += edits[i].kind != '-' ? 1 : 0;
    }
    text += fmt::format("@@ -{} +{} @@\n{}", range(x, removed), range(y, added), lines);
    x += removed;
    y += added;
    at = end;
  }
}

}  // namespace pressmark::archive
