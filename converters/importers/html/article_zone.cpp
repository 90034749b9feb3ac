#include "converters/importers/html/article_zone.h"

#include <algorithm>
#include <cstddef>
#include <unordered_set>

#include "converters/importers/html/elements.h"

namespace pressmark::html {
namespace {

// Comments with no more than this share of the kept blocks hold nothing of the article: single ones
// are kept in error.
constexpr double stray_share = 0.1;

// For each place between blocks, how many are kept before it.
std::vector<int> count_before(const std::vector<bool>& kept) {
  std::vector<int> counts = {0};
  counts.reserve(kept.size() + 1);
  for (const bool one : kept) counts.push_back(counts.back() + (one ? 1 : 0));
  return counts;
}

}  // namespace

ArticleZone::ArticleZone(const Article& article)
    : article_(article), kept_before_(count_before(article.kept)) {
  for (std::size_t i = 0; i < article.kept.size(); ++i) {
    if (!article.kept[i]) continue;
    if (first_ < 0) first_ = static_cast<int>(i);
    last_ = static_cast<int>(i);
  }
  heading_ = first_;
  if (article.headline != nullptr) {
    const int begin = article.blocks->facts(*article.headline).begin;
    if (first_ < 0 || begin < first_) heading_ = begin;
  }
}

const NodeFacts& ArticleZone::facts(const Node& node) const {
  const Node* around = &node;
  while (around->parent != nullptr && article_.blocks->facts(*around).depth == 0) {
    around = around->parent;
  }
  return article_.blocks->facts(*around);
}

bool ArticleZone::is_apart(const Node& node, std::initializer_list<Trait> traits) const {
  const NodeFacts& own = facts(node);
  int deepest = 0;
  for (const Trait trait : traits) {
    deepest = std::max<int>(deepest, own.nearest[static_cast<std::size_t>(trait)]);
  }
  if (deepest == 0) return false;
  const Node* around = &node;
  while (around->parent != nullptr) {
    const int depth = article_.blocks->facts(*around).depth;
    if (depth != 0 && depth <= deepest) break;
    around = around->parent;
  }
  const NodeFacts& box = article_.blocks->facts(*around);
  const int kept = kept_before_[static_cast<std::size_t>(box.end)] -
                   kept_before_[static_cast<std::size_t>(box.begin)];
  const bool comment = own.nearest[static_cast<std::size_t>(Trait::comment)] == deepest;
  return kept <= (comment ? stray_share * kept_before_.back() : 0);
}

void leave_out_blocks(Article& article, std::span<const int> blocks) {
  const auto leave_out = [&](const Node* node) {
    article.left_out[static_cast<std::size_t>(node->index)] = true;
  };
  for (const int index : blocks) {
    article.kept[static_cast<std::size_t>(index)] = false;
    const TextBlock& block = article.blocks->all()[static_cast<std::size_t>(index)];
    for (const Node* node = block.first; node != nullptr; node = node->next) {
      leave_out(node);
      if (node == block.last) break;
    }
  }
  const std::vector<int> kept_before = count_before(article.kept);
  const auto is_empty = [&](const Node* node) {
    const NodeFacts& facts = article.blocks->facts(*node);
    return kept_before[static_cast<std::size_t>(facts.begin)] ==
               kept_before[static_cast<std::size_t>(facts.end)] &&
           std::ranges::find(article.parts, node) == article.parts.end() &&
           find_descendant(node, "figure") == nullptr && find_descendant(node, "img") == nullptr;
  };
  std::unordered_set<const Node*> judged;
  for (const int index : blocks) {
    const Node* node = article.blocks->all()[static_cast<std::size_t>(index)].owner;
    for (; node->parent != nullptr && judged.insert(node).second; node = node->parent) {
      if (!is_empty(node)) break;
      leave_out(node);
    }
  }
}

void leave_out_block(Article& article, int block) { leave_out_blocks(article, {&block, 1}); }

}  // namespace pressmark::html
