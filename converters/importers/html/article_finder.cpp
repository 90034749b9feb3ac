#include "converters/importers/html/article_finder.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "converters/importers/html/block_model.h"
#include "converters/importers/html/json_ld.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/page_title.h"
#include "converters/importers/html/site_names.h"

namespace pressmark::html {
namespace {

// A block is matter of the article where the model is this sure.
constexpr float sure_enough = 0.5F;
// The second strategy: pages that are unlike all the model knows.
constexpr float lenient = 0.2F;
// Less than this is no article where the page has running text beside it.
constexpr int least_mass = 120;
constexpr double least_share_of_prose = 0.04;
// The third strategy takes the element that holds this share of the running text.
constexpr double core_share = 0.6;
// An image or rule without text stays where this share of the text around it is kept.
constexpr double kept_around = 0.5;

class Finder {
 public:
  Finder(const Dom& dom, const PageSignals& signals)
      : dom_(dom), signals_(signals), blocks_(std::make_shared<TextBlocks>(dom)) {}

  std::optional<Article> find();

 private:
  void keep_at_least(float verdict);
  void keep_core();
  int kept_mass() const;
  bool is_implausible() const;
  const Node* common_element() const;
  void choose_part();
  void leave_out();
  void leave_out_headline();

  const Dom& dom_;
  const PageSignals& signals_;
  std::shared_ptr<TextBlocks> blocks_;
  Article article_;
};

void Finder::keep_at_least(float verdict) {
  for (std::size_t i = 0; i < article_.kept.size(); ++i) {
    article_.kept[i] = article_.verdicts[i] >= verdict;
  }
}

void Finder::keep_core() {
  const NodeFacts& core = blocks_->facts(*blocks_->core(core_share));
  for (int i = core.begin; i < core.end; ++i) {
    const auto slot = static_cast<std::size_t>(i);
    const TextBlock& block = blocks_->all()[slot];
    article_.kept[slot] =
        article_.kept[slot] || block.is_prose() || article_.verdicts[slot] >= lenient;
  }
  // A page without any running text: all that is no link.
  if (kept_mass() > 0) return;
  for (std::size_t i = 0; i < article_.kept.size(); ++i) {
    article_.kept[i] = blocks_->all()[i].link_density() < 0.5;
  }
}

int Finder::kept_mass() const {
  int mass = 0;
  for (std::size_t i = 0; i < article_.kept.size(); ++i) {
    if (article_.kept[i]) mass += blocks_->all()[i].measure.mass;
  }
  return mass;
}

bool Finder::is_implausible() const {
  const int kept = kept_mass();
  return kept == 0 || (kept < least_mass && blocks_->total_prose_mass() > 2 * kept) ||
         kept < least_share_of_prose * blocks_->total_prose_mass();
}

// The innermost element that holds all kept blocks.
const Node* Finder::common_element() const {
  int first = -1;
  int last = -1;
  for (std::size_t i = 0; i < article_.kept.size(); ++i) {
    if (!article_.kept[i]) continue;
    if (first < 0) first = static_cast<int>(i);
    last = static_cast<int>(i);
  }
  if (first < 0) return nullptr;
  const Node* node = blocks_->all()[static_cast<std::size_t>(first)].owner;
  while (node->parent != nullptr) {
    const NodeFacts& facts = blocks_->facts(*node);
    if (facts.begin <= first && facts.end > last) break;
    node = node->parent;
  }
  return node;
}

void Finder::choose_part() {
  const Node* part = common_element();
  // A list or table is one only as a whole.
  while (part->parent != nullptr && part->parent->type == NodeType::element &&
         (part->is("ul") || part->is("ol") || part->is("dl") || part->is("table") ||
          part->is("tbody") || part->is("tr") || part->is("thead"))) {
    part = part->parent;
  }
  article_.parts = {part};
}

void Finder::leave_out() {
  const Node* part = article_.parts.front();
  std::vector<int> kept_before(1, 0);  // mass of the kept blocks before each index
  for (std::size_t i = 0; i < article_.kept.size(); ++i) {
    const int mass = article_.kept[i] ? std::max(1, blocks_->all()[i].measure.mass) : 0;
    kept_before.push_back(kept_before.back() + mass);
  }
  const auto kept_in = [&](const NodeFacts& facts) {
    return kept_before[static_cast<std::size_t>(facts.end)] -
           kept_before[static_cast<std::size_t>(facts.begin)];
  };
  const auto out = [&](const Node& node) {
    article_.left_out[static_cast<std::size_t>(node.index)] = true;
  };
  for (std::size_t i = 0; i < article_.kept.size(); ++i) {
    if (article_.kept[i]) continue;
    const TextBlock& block = blocks_->all()[i];
    for (const Node* node = block.first; node != nullptr; node = node->next) {
      out(*node);
      if (node == block.last) break;
    }
  }
  for (const Node* node = part; node != nullptr;) {
    const NodeFacts& facts = blocks_->facts(*node);
    if (node->type != NodeType::element || facts.depth == 0 || node == part) {
      node = next_in_order(node, part);
      continue;
    }
    bool leave = false;
    if (facts.begin < facts.end) {
      leave = kept_in(facts) == 0;
    } else {
      // Without text: it goes with the text around it.
      const Node* around = node->parent;
      while (around != part && blocks_->facts(*around).begin == blocks_->facts(*around).end) {
        around = around->parent;
      }
      const NodeFacts& above = blocks_->facts(*around);
      leave = kept_in(above) < kept_around * blocks_->mass(*around);
    }
    if (leave) out(*node);
    node = leave ? next_after_subtree(node, part) : next_in_order(node, part);
  }
}

void Finder::leave_out_headline() {
  const SiteNames site = read_site_names(signals_, {});
  article_.headline = find_headline(signals_, *blocks_, article_.kept, site);
  if (article_.headline == nullptr) return;
  const NodeFacts& facts = blocks_->facts(*article_.headline);
  for (int i = facts.begin; i < facts.end; ++i) article_.kept[static_cast<std::size_t>(i)] = false;
}

std::optional<Article> Finder::find() {
  if (blocks_->all().empty() || blocks_->total_mass() == 0) return {};
  article_.verdicts = judge_blocks(*blocks_, read_page_hints(dom_, signals_.linked_data()));
  article_.kept.resize(article_.verdicts.size());
  article_.strategy = "model";
  keep_at_least(sure_enough);
  if (is_implausible()) {
    article_.strategy = "model-lenient";
    keep_at_least(lenient);
  }
  if (is_implausible()) {
    article_.strategy = "core";
    keep_core();
  }
  if (kept_mass() == 0) return {};
  leave_out_headline();
  if (kept_mass() == 0) return {};
  double sum = 0;
  for (std::size_t i = 0; i < article_.kept.size(); ++i) {
    if (article_.kept[i]) sum += article_.verdicts[i] * blocks_->all()[i].measure.mass;
  }
  article_.score = sum / kept_mass();
  article_.left_out.assign(blocks_->node_count(), false);
  choose_part();
  leave_out();
  if (article_.headline != nullptr) {
    article_.left_out[static_cast<std::size_t>(article_.headline->index)] = true;
  }
  article_.blocks = blocks_;
  return std::move(article_);
}

}  // namespace

std::optional<Article> find_article(const Dom& dom, Context&) {
  const PageSignals signals(dom);
  return Finder(dom, signals).find();
}

}  // namespace pressmark::html
