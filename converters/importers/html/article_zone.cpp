#include "converters/importers/html/article_zone.h"

#include <algorithm>
#include <cstddef>

#include "converters/importers/html/elements.h"

namespace pressmark::html {

namespace {
// Comments with no more than this share of the kept blocks hold nothing of the article: single ones
// are kept in error.
constexpr double stray_share = 0.1;
}  // namespace

ArticleZone::ArticleZone(const Article& article) : article_(article), kept_before_(1, 0) {
  for (std::size_t i = 0; i < article.kept.size(); ++i) {
    kept_before_.push_back(kept_before_.back() + (article.kept[i] ? 1 : 0));
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

void leave_out_block(Article& article, int index) {
  article.kept[static_cast<std::size_t>(index)] = false;
  const TextBlock& block = article.blocks->all()[static_cast<std::size_t>(index)];
  const auto leave_out = [&](const Node* node) {
    article.left_out[static_cast<std::size_t>(node->index)] = true;
  };
  for (const Node* node = block.first; node != nullptr; node = node->next) {
    leave_out(node);
    if (node == block.last) break;
  }
  for (const Node* node = block.owner; node->parent != nullptr; node = node->parent) {
    const NodeFacts& facts = article.blocks->facts(*node);
    bool empty = std::ranges::find(article.parts, node) == article.parts.end();
    for (int i = facts.begin; i < facts.end && empty; ++i) {
      empty = !article.kept[static_cast<std::size_t>(i)];
    }
    const bool pictures =
        find_descendant(node, "figure") != nullptr || find_descendant(node, "img") != nullptr;
    if (!empty || pictures) break;
    leave_out(node);
  }
}

}  // namespace pressmark::html
