#include "converters/importers/html/article_finder.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "converters/importers/html/block_model.h"
#include "converters/importers/html/boxes.h"
#include "converters/importers/html/filing_lines.h"
#include "converters/importers/html/json_ld.h"
#include "converters/importers/html/notices.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/page_title.h"
#include "converters/importers/html/site_names.h"
#include "converters/importers/html/table_of_contents.h"

namespace pressmark::html {
namespace {

// A block is matter of the article where the model is this sure.
constexpr Strategy model_strategy = {"model", 0.5F};
// Bare pages, and pages that are unlike all the model knows.
constexpr Strategy whole_strategy = {"whole", 0.25F};
// The same of a few lines, by which the model cannot tell anything.
constexpr Strategy few_lines_strategy = {"whole", 0.1F};
constexpr int few_lines = 200;
constexpr Strategy lenient_strategy = {"model-lenient", 0.2F};
// Pages of which the model is not sure: so much more is a little less likely, in the innermost
// element with this share of what is likely.
constexpr Strategy unsure_strategy = {"model-unsure", 0.3F};
constexpr double much_more = 1.3;
constexpr double nearly_all = 0.9;
constexpr std::array<Strategy, 3> by_verdict = {model_strategy, unsure_strategy, lenient_strategy};
// Less than this is no article where the page has running text beside it.
constexpr int least_mass = 120;
constexpr double least_share_of_prose = 0.04;
// The third strategy takes the element that holds this share of the running text.
constexpr double core_share = 0.6;
// A page is bare with no more of its text than this in menus and the like, and in links ...
constexpr double most_around = 0.02;
constexpr double most_links = 0.3;
// ... and when it is as short as this, or the model keeps as much as this of it.
constexpr int short_page = 3000;
constexpr double mostly_kept = 0.85;
// An image or rule without text stays where this share of the text around it is kept.
constexpr double kept_around = 0.5;
// More text than this below an image is no caption.
constexpr int longest_caption = 500;

class Finder {
 public:
  Finder(const Dom& dom, const PageSignals& signals, std::string_view url)
      : dom_(dom), signals_(signals), url_(url), blocks_(std::make_shared<TextBlocks>(dom)) {}

  std::optional<Article> find();

 private:
  void keep_by(const Strategy& strategy);
  void keep_core();
  bool is_bare() const;
  void complete_units();
  int kept_mass() const;
  void keep_unsure();
  bool is_implausible() const;
  const Node* common_element() const;
  void choose_part();
  void leave_out();
  bool is_picture_of_article(const Node& node, const Node& part,
                             const std::vector<int>& kept_before) const;
  void leave_out_headline();

  const Dom& dom_;
  const PageSignals& signals_;
  std::string_view url_;
  std::shared_ptr<TextBlocks> blocks_;
  Article article_;
};

void Finder::keep_by(const Strategy& strategy) {
  article_.strategy = strategy.name;
  for (std::size_t i = 0; i < article_.kept.size(); ++i) {
    article_.kept[i] = article_.verdicts[i] >= strategy.least_verdict;
  }
}

void Finder::keep_core() {
  const NodeFacts& core = blocks_->facts(*blocks_->core(core_share));
  for (int i = core.begin; i < core.end; ++i) {
    const auto slot = static_cast<std::size_t>(i);
    const TextBlock& block = blocks_->all()[slot];
    article_.kept[slot] = article_.kept[slot] || block.is_prose() ||
                          article_.verdicts[slot] >= lenient_strategy.least_verdict;
  }
  // A page without any running text: all that is no link.
  if (kept_mass() > 0) return;
  for (std::size_t i = 0; i < article_.kept.size(); ++i) {
    article_.kept[i] = blocks_->all()[i].link_density() < 0.5;
  }
}

// Whether the page has nothing around its article: a page made for reading or by hand. The model
// knows few of these, and little may be lost of a short text.
bool Finder::is_bare() const {
  int around = 0;
  int links = 0;
  for (const TextBlock& block : blocks_->all()) {
    const NodeFacts& facts = blocks_->facts(*block.owner);
    links += block.link_mass;
    const auto depth = [&](Trait trait) { return facts.nearest[static_cast<std::size_t>(trait)]; };
    // A quotation has a footer, and code a toolbar, and an article its notices: no surroundings
    // of the page.
    const bool quoted =
        depth(Trait::tag_quote) != 0 && depth(Trait::tag_footer) > depth(Trait::tag_quote);
    const bool footer = depth(Trait::tag_footer) != 0 && !quoted;
    const bool menu = (depth(Trait::navigation) != 0 || depth(Trait::consent) != 0) &&
                      depth(Trait::tag_article) == 0;
    if (footer || menu || depth(Trait::tag_nav) != 0 || depth(Trait::tag_form) != 0 ||
        depth(Trait::footer) != 0 || depth(Trait::comment) != 0 || depth(Trait::share) != 0 ||
        depth(Trait::related) != 0) {
      around += block.measure.mass;
    }
  }
  const int all = blocks_->total_mass();
  if (around > most_around * all || links > most_links * all) return false;
  return all < short_page || kept_mass() > mostly_kept * all;
}

// Keeps a quotation, a box with a summary or a list of definitions whole where most of it is kept:
// its attribution, title or terms are no running text, but belong to it.
void Finder::complete_units() {
  for (const Node* node = dom_.root(); node != nullptr; node = next_in_order(node, dom_.root())) {
    const bool unit = node->is("blockquote") || node->is("details") || node->is("dl") ||
                      aside_kind(node) == AsideKind::callout;
    if (!unit) continue;
    const NodeFacts& facts = blocks_->facts(*node);
    int kept = 0;
    for (int i = facts.begin; i < facts.end; ++i) {
      const auto slot = static_cast<std::size_t>(i);
      if (article_.kept[slot]) kept += blocks_->all()[slot].measure.mass;
    }
    if (kept == 0 || kept < kept_around * blocks_->mass(*node)) continue;
    for (int i = facts.begin; i < facts.end; ++i) article_.kept[static_cast<std::size_t>(i)] = true;
  }
}

int Finder::kept_mass() const {
  int mass = 0;
  for (std::size_t i = 0; i < article_.kept.size(); ++i) {
    if (article_.kept[i]) mass += blocks_->all()[i].measure.mass;
  }
  return mass;
}

// Where the blocks that are kept stand, keeps the less likely ones as well if they are many: cards
// and entries of one kind, of which the model takes some for matter of the article and others not.
void Finder::keep_unsure() {
  std::vector<int> kept(1, 0);
  std::vector<int> likely(1, 0);
  for (std::size_t i = 0; i < article_.kept.size(); ++i) {
    const int mass = blocks_->all()[i].measure.mass;
    kept.push_back(kept.back() + (article_.kept[i] ? mass : 0));
    const bool fits = article_.verdicts[i] >= unsure_strategy.least_verdict;
    likely.push_back(likely.back() + (fits ? mass : 0));
  }
  const auto within = [&](const std::vector<int>& sums, const Node& node) {
    const NodeFacts& facts = blocks_->facts(node);
    return sums[static_cast<std::size_t>(facts.end)] - sums[static_cast<std::size_t>(facts.begin)];
  };
  const Node* box = dom_.root();
  for (const Node* child = box->first_child; child != nullptr;) {
    if (within(kept, *child) >= nearly_all * kept.back() && within(kept, *child) > 0) {
      box = child;
      child = box->first_child;
    } else {
      child = child->next;
    }
  }
  if (within(likely, *box) <= much_more * within(kept, *box)) return;
  article_.strategy = unsure_strategy.name;
  const NodeFacts& facts = blocks_->facts(*box);
  for (int i = facts.begin; i < facts.end; ++i) {
    const auto slot = static_cast<std::size_t>(i);
    const NodeFacts& own = blocks_->facts(*blocks_->all()[slot].owner);
    if (own.nearest[static_cast<std::size_t>(Trait::comment)] != 0) continue;
    if (article_.verdicts[slot] >= unsure_strategy.least_verdict) article_.kept[slot] = true;
  }
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
  // A list or table is one only as a whole, and images stand beside a paragraph.
  constexpr std::array<std::string_view, 19> inner = {
      "blockquote", "dl",    "h1",    "h2", "h3", "h4",    "h5", "h6", "ol", "p",
      "pre",        "table", "tbody", "td", "th", "thead", "tr", "ul", "li"};
  while (part->parent != nullptr && std::ranges::find(inner, part->name) != inner.end()) {
    part = part->parent;
  }
  if (article_.strategy == whole_strategy.name) {
    const Node* above = part;
    while (above->parent != nullptr && !above->is("article") && !above->is("main") &&
           !above->is("body")) {
      above = above->parent;
    }
    part = above;
  }
  article_.parts = {part};
}

// Whether an element holds nothing but a figure, with an image and a short caption, and stands
// among text that is kept.
bool Finder::is_picture_of_article(const Node& node, const Node& part,
                                   const std::vector<int>& kept_before) const {
  if (blocks_->mass(node) > longest_caption) return false;
  const NodeFacts& own = blocks_->facts(node);
  const Node* behind = next_after_subtree(&node, &part);
  bool figure = false;
  bool image = false;
  for (const Node* inner = &node; inner != behind && !image; inner = next_in_order(inner, &part)) {
    const NodeFacts& facts = blocks_->facts(*inner);
    figure = figure || (inner->is("figure") && facts.begin == own.begin && facts.end == own.end);
    image = inner->is("img") || inner->is("picture") || inner->is("amp-img");
  }
  if (!image || !figure) return false;
  // Boxes that hold nothing but the figure are part of it.
  const Node* around = node.parent;
  while (around != &part && blocks_->facts(*around).begin == own.begin &&
         blocks_->facts(*around).end == own.end) {
    around = around->parent;
  }
  const NodeFacts& above = blocks_->facts(*around);
  const int kept = kept_before[static_cast<std::size_t>(above.end)] -
                   kept_before[static_cast<std::size_t>(above.begin)];
  return kept >= kept_around * blocks_->mass(*around);
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
    if (leave && is_picture_of_article(*node, *part, kept_before)) {
      // Its caption, which the model takes for no running text, comes with it.
      const Node* behind = next_after_subtree(node, part);
      for (const Node* inner = node; inner != behind; inner = next_in_order(inner, part)) {
        article_.left_out[static_cast<std::size_t>(inner->index)] = false;
      }
      node = behind;
      continue;
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
  keep_by(model_strategy);
  if (is_bare()) {
    keep_by(blocks_->total_mass() < few_lines ? few_lines_strategy : whole_strategy);
  } else {
    keep_unsure();
  }
  if (is_implausible()) keep_by(lenient_strategy);
  if (is_implausible()) {
    article_.strategy = "core";
    keep_core();
  }
  if (kept_mass() == 0) return {};
  complete_units();
  leave_out_headline();
  leave_out_notices(dom_, *blocks_, article_.kept);
  article_.refused =
      leave_out_contents(dom_, *blocks_, OwnAddresses(signals_, url_), article_.kept);
  if (article_.headline != nullptr) {
    leave_out_filing_lines(*article_.headline, *blocks_, article_.kept);
  }
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

std::span<const Strategy> strategies_by_verdict() { return by_verdict; }

std::optional<Article> find_article(const Dom& dom, std::string_view url) {
  const auto signals = std::make_shared<const PageSignals>(dom);
  std::optional<Article> article = Finder(dom, *signals, url).find();
  if (article) article->signals = signals;
  return article;
}

Error no_article(const Source& source) {
  return Error(ErrorKind::no_article, "there is no article in '" + source.name + "'",
               "see whether the page shows its text without scripts");
}

}  // namespace pressmark::html
