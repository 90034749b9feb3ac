#include "converters/importers/html/text_blocks.h"

#include <algorithm>
#include <array>

namespace pressmark::html {
namespace {

// Elements of phrasing content; every other one starts a block of its own.
constexpr std::array<std::string_view, 46> inline_elements = {
    "a",    "abbr", "acronym", "b",     "bdi",     "bdo",  "big",    "br",     "cite", "code",
    "data", "del",  "dfn",     "em",    "font",    "i",    "img",    "input",  "ins",  "kbd",
    "mark", "math", "nobr",    "path",  "picture", "q",    "rb",     "rp",     "rt",   "rtc",
    "ruby", "s",    "samp",    "small", "source",  "span", "strike", "strong", "sub",  "sup",
    "svg",  "time", "tt",      "u",     "var",     "wbr"};

// Elements whose text is no text of the page.
constexpr std::array<std::string_view, 17> skipped_elements = {
    "audio",   "canvas",   "embed",    "head",     "iframe",   "meter",
    "noembed", "noframes", "object",   "option",   "progress", "script",
    "select",  "style",    "template", "textarea", "video"};

template <std::size_t size>
bool lists(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::ranges::binary_search(names, name);
}

bool is_skipped(const Node& node) {
  if (node.type != NodeType::element) return node.type != NodeType::text;
  return node.space == Namespace::svg || lists(skipped_elements, node.name);
}

bool is_inline_element(const Node& node) {
  return node.space != Namespace::html || lists(inline_elements, node.name);
}

constexpr int prose_mass_at_least = 60;
constexpr double prose_link_density_at_most = 0.4;

}  // namespace

double TextBlock::link_density() const {
  return measure.mass == 0 ? 0 : static_cast<double>(link_mass) / measure.mass;
}

bool TextBlock::is_prose() const {
  return measure.mass >= prose_mass_at_least && measure.sentences > 0 &&
         link_density() <= prose_link_density_at_most;
}

TextBlocks::TextBlocks(const Dom& dom) : dom_(dom) {
  int size = 1;
  for (const Node* node = dom.root(); node != nullptr; node = next_in_order(node, dom.root())) {
    size = std::max(size, node->index + 1);
  }
  facts_.resize(static_cast<std::size_t>(size));
  holds_block_.resize(static_cast<std::size_t>(size));
  mark_block_holders();
  visit(*dom.root(), false);
  mass_.assign(1, 0);
  link_mass_.assign(1, 0);
  prose_mass_.assign(1, 0);
  for (const TextBlock& block : blocks_) {
    mass_.push_back(mass_.back() + block.measure.mass);
    link_mass_.push_back(link_mass_.back() + block.link_mass);
    prose_mass_.push_back(prose_mass_.back() + (block.is_prose() ? block.measure.mass : 0));
  }
}

void TextBlocks::mark_block_holders() {
  for (const Node* node = dom_.root(); node != nullptr;) {
    if (node->type == NodeType::element && is_skipped(*node)) {
      // What nobody sees divides no text: a template with a box in it, inside of a sentence.
      node = next_after_subtree(node, dom_.root());
      continue;
    }
    if (node->type == NodeType::element && !is_inline_element(*node)) {
      // An ancestor that is marked has marked its own ancestors: each node is marked once.
      for (const Node* above = node; above != nullptr && !holds_block_[index_of(*above)];
           above = above->parent) {
        holds_block_[index_of(*above)] = true;
      }
    }
    node = next_in_order(node, dom_.root());
  }
}

bool TextBlocks::breaks_line(const Node& node) const {
  return node.type == NodeType::element && holds_block_[index_of(node)];
}

void TextBlocks::visit(const Node& element, bool in_link) {
  NodeFacts& facts = facts_[index_of(element)];
  if (element.parent != nullptr) {
    const NodeFacts& above = facts_[index_of(*element.parent)];
    facts.nearest = above.nearest;
    facts.depth = static_cast<std::uint8_t>(std::min(above.depth + 1, 255));
    // The classes of html and body speak of the kind of page, not of a part of it.
    if (element.type == NodeType::element && !element.is("body") && !element.is("html")) {
      Traits traits = traits_.of(element);
      for (int i = 0; traits != 0; ++i, traits >>= 1) {
        if ((traits & 1) != 0) facts.nearest[static_cast<std::size_t>(i)] = facts.depth;
      }
    }
  }
  facts.begin = static_cast<int>(blocks_.size());
  in_link = in_link || (element.is("a") && element.has_attribute("href"));
  const Node* first = nullptr;
  const Node* last = nullptr;
  int line_breaks = 0;
  const auto end = [&] {
    if (first != nullptr) end_run(element, first, last, in_link);
    first = last = nullptr;
    line_breaks = 0;
  };
  for (const Node* child = element.first_child; child != nullptr; child = child->next) {
    if (is_skipped(*child)) continue;
    if (breaks_line(*child)) {
      end();
      visit(*child, in_link);
      continue;
    }
    if (child->is("br")) {
      if (++line_breaks >= 2) end();
    } else if (child->type != NodeType::text ||
               child->text.find_first_not_of(" \n\t\r") != std::string_view::npos) {
      line_breaks = 0;
    }
    if (first == nullptr) first = child;
    last = child;
  }
  end();
  facts.end = static_cast<int>(blocks_.size());
}

void TextBlocks::end_run(const Node& owner, const Node* first, const Node* last, bool in_link) {
  TextBlock block;
  block.owner = &owner;
  block.first = first;
  block.last = last;
  for (const Node* node = first; node != nullptr; node = node->next) {
    if (!is_skipped(*node)) measure_inline(*node, in_link, block);
    if (node == last) break;
  }
  while (!block.text.empty() && block.text.back() == ' ') block.text.pop_back();
  if (block.text.empty()) return;
  const Node* only = first;
  while (only != nullptr && first == last && only->type == NodeType::element) {
    block.own_traits |= traits_.of(*only);
    if (only->first_child != only->last_child) break;
    only = only->first_child;
  }
  blocks_.push_back(std::move(block));
}

void TextBlocks::measure_inline(const Node& node, bool in_link, TextBlock& block) const {
  if (node.type == NodeType::text) {
    const int before = block.measure.mass;
    block.measure.add(node.text);
    if (in_link) block.link_mass += block.measure.mass - before;
    for (const char c : node.text) {
      const bool space = c == ' ' || c == '\n' || c == '\t';
      if (!space) {
        block.text += c;
      } else if (!block.text.empty() && block.text.back() != ' ') {
        block.text += ' ';
      }
    }
    return;
  }
  if (node.is("br")) {
    block.measure.add_border();
    if (!block.text.empty() && block.text.back() != ' ') block.text += ' ';
  }
  in_link = in_link || (node.is("a") && node.has_attribute("href"));
  for (const Node* child = node.first_child; child != nullptr; child = child->next) {
    if (!is_skipped(*child)) measure_inline(*child, in_link, block);
  }
}

const Node* TextBlocks::core(double share) const {
  const Node* found = dom_.body() != nullptr ? dom_.body() : dom_.root();
  const double wanted = share * total_prose_mass();
  if (wanted <= 0) return found;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (const Node* child = found->first_child; child != nullptr && !deeper; child = child->next) {
      if (breaks_line(*child) && prose_mass(*child) >= wanted) {
        found = child;
        deeper = true;
      }
    }
  }
  return found;
}

}  // namespace pressmark::html
