#include "converters/importers/html/block_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace pressmark::html {
namespace {

// Sums of the first stage's verdicts, weighted by mass, for any range of blocks.
class Verdicts {
 public:
  Verdicts(const TextBlocks& blocks, std::span<const float> first) : blocks_(blocks) {
    sums_.assign(1, 0);
    for (std::size_t i = 0; i < first.size(); ++i) {
      sums_.push_back(sums_.back() + first[i] * blocks.all()[i].measure.mass);
    }
  }
  double mass(int begin, int end) const {
    return sums_[static_cast<std::size_t>(end)] - sums_[static_cast<std::size_t>(begin)];
  }
  double mean(int begin, int end) const {
    begin = std::max(begin, 0);
    end = std::min(end, static_cast<int>(sums_.size()) - 1);
    const int all = end > begin ? blocks_.mass(begin, end) : 0;
    return all == 0 ? -1 : mass(begin, end) / all;
  }
  double total() const { return sums_.back(); }

 private:
  const TextBlocks& blocks_;
  std::vector<double> sums_;
};

class Surroundings {
 public:
  Surroundings(const TextBlocks& blocks, std::span<const float> first)
      : blocks_(blocks), first_(first), verdicts_(blocks, first) {
    for (std::size_t i = 0; i < first.size(); ++i) {
      const TextBlock& block = blocks.all()[i];
      auto& look = looks_[look_of(block)];
      look.first += first[i] * block.measure.mass;
      look.second += block.measure.mass;
      auto& family = families_[block.owner->parent];
      family.first += first[i] * block.measure.mass;
      family.second += block.measure.mass;
      if (first[i] >= 0.5F) {
        if (first_kept_ < 0) first_kept_ = static_cast<int>(i);
        last_kept_ = static_cast<int>(i);
      }
      surest_ = std::max(surest_, first[i]);
    }
  }

  void describe(int index, std::vector<float>& row, std::vector<std::string>* names) const {
    const auto add = [&](std::string_view name, double value) {
      row.push_back(static_cast<float>(value));
      if (names != nullptr) names->emplace_back(name);
    };
    const TextBlock& block = blocks_.all()[static_cast<std::size_t>(index)];
    add("first", first_[static_cast<std::size_t>(index)]);
    constexpr std::array<int, 6> steps = {-3, -2, -1, 1, 2, 3};
    for (const int step : steps) {
      const int other = index + step;
      const bool inside = other >= 0 && other < static_cast<int>(first_.size());
      add("first-near", inside ? first_[static_cast<std::size_t>(other)] : -1);
    }
    add("first-before-5", verdicts_.mean(index - 5, index));
    add("first-after-5", verdicts_.mean(index + 1, index + 6));
    add("first-before-15", verdicts_.mean(index - 15, index));
    add("first-after-15", verdicts_.mean(index + 1, index + 16));
    boxes(index, block, add);
    const auto mean = [](std::pair<double, double> sums, double own, double mass) {
      return sums.second - mass <= 0 ? -1 : (sums.first - own) / (sums.second - mass);
    };
    const double mass = block.measure.mass;
    const double own = first_[static_cast<std::size_t>(index)] * mass;
    add("first-look", mean(looks_.at(look_of(block)), own, mass));
    add("first-family", mean(families_.at(block.owner->parent), own, mass));
    add("kept-before", verdicts_.total() <= 0 ? 0 : verdicts_.mass(0, index) / verdicts_.total());
    add("kept-mass", std::log2(1 + verdicts_.total()));
    add("kept-share", verdicts_.total() / std::max(1, blocks_.total_mass()));
    add("from-first-kept", first_kept_ < 0 ? -61 : std::clamp(index - first_kept_, -60, 60));
    add("from-last-kept", last_kept_ < 0 ? -61 : std::clamp(index - last_kept_, -60, 60));
    add("surest", surest_);
  }

 private:
  static std::string look_of(const TextBlock& block) {
    return std::string(block.owner->name) + "." +
           std::string(block.owner->attribute("class").substr(0, 80));
  }

  template <class Add>
  void boxes(int index, const TextBlock& block, const Add& add) const {
    int begin = index;
    int end = index + 1;
    const Node* node = block.owner;
    for (int level = 1; level <= 4; ++level) {
      while (node->parent != nullptr) {
        const NodeFacts& facts = blocks_.facts(*node);
        if (facts.begin < begin || facts.end > end) break;
        node = node->parent;
      }
      const NodeFacts& facts = blocks_.facts(*node);
      begin = facts.begin;
      end = facts.end;
      add("first-box", verdicts_.mean(begin, end));
      add("first-box-share",
          verdicts_.total() <= 0 ? 0 : verdicts_.mass(begin, end) / verdicts_.total());
    }
  }

  const TextBlocks& blocks_;
  std::span<const float> first_;
  Verdicts verdicts_;
  std::unordered_map<std::string, std::pair<double, double>> looks_;
  std::unordered_map<const Node*, std::pair<double, double>> families_;
  int first_kept_ = -1;
  int last_kept_ = -1;
  float surest_ = 0;
};

}  // namespace

float evaluate(const Forest& forest, const float* row) {
  double sum = 0;
  for (const std::int32_t root : forest.roots) {
    const TreeNode* const tree = forest.nodes.data() + root;
    const TreeNode* node = tree;
    while (node->feature >= 0) {
      node = tree + (row[node->feature] <= node->value ? node->left : node->right);
    }
    sum += node->value;
  }
  return static_cast<float>(1 / (1 + std::exp(-sum)));
}

FeatureTable describe_surroundings(const TextBlocks& blocks, const FeatureTable& features,
                                   std::span<const float> first, std::vector<std::string>* names) {
  const Surroundings surroundings(blocks, first);
  FeatureTable table;
  for (std::size_t i = 0; i < blocks.all().size(); ++i) {
    const float* row = features.row(i);
    table.values.insert(table.values.end(), row, row + features.width);
    surroundings.describe(static_cast<int>(i), table.values, i == 0 ? names : nullptr);
    if (i == 0) {
      table.width = table.values.size();
      table.values.reserve(table.width * blocks.all().size());
    }
  }
  return table;
}

std::vector<float> judge_blocks(const TextBlocks& blocks, const PageHints& hints) {
  const FeatureTable features = describe_blocks(blocks, hints);
  std::vector<float> first;
  for (std::size_t i = 0; i < blocks.all().size(); ++i) {
    first.push_back(evaluate(first_forest(), features.row(i)));
  }
  const FeatureTable surroundings = describe_surroundings(blocks, features, first);
  std::vector<float> verdicts;
  for (std::size_t i = 0; i < blocks.all().size(); ++i) {
    verdicts.push_back(evaluate(second_forest(), surroundings.row(i)));
  }
  return verdicts;
}

}  // namespace pressmark::html
