// converters/importers/html/text_blocks.h: a page as the sequence of its blocks of text.
//
// A text block is a run of inline content without a break: a paragraph, a list item's text, the
// text between two line breaks. All that is asked of a page while the article is looked for is
// asked of this sequence, which one pass over the tree makes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "converters/importers/html/dom.h"
#include "converters/importers/html/text_measure.h"
#include "converters/importers/html/traits.h"

namespace pressmark::html {

struct TextBlock {
  const Node* owner = nullptr;  // the innermost block element around it
  const Node* first = nullptr;  // the run goes from this child of `owner` ...
  const Node* last = nullptr;   // ... to this one
  TextMeasure measure;
  int link_mass = 0;      // the part of the mass inside links
  Traits own_traits = 0;  // of inline elements that hold the whole run
  std::string text;       // white space collapsed

  double link_density() const;
  // Running text: long enough, with a sentence's end, and not mostly links.
  bool is_prose() const;
};

// What is known of an element by its place.
struct NodeFacts {
  int begin = 0;  // the blocks inside it are those from `begin` to below `end`
  int end = 0;
  std::uint8_t depth = 0;  // 1 for the root element; at most 255
  // For each trait the depth of the nearest element at or above this one that has it; 0: none.
  std::array<std::uint8_t, trait_count> nearest{};
};

class TextBlocks {
 public:
  explicit TextBlocks(const Dom& dom);

  const std::vector<TextBlock>& all() const { return blocks_; }
  std::size_t node_count() const { return facts_.size(); }
  const NodeFacts& facts(const Node& node) const { return facts_[index_of(node)]; }
  // Sums over the blocks from `begin` to below `end`.
  int mass(int begin, int end) const { return sum(mass_, begin, end); }
  int link_mass(int begin, int end) const { return sum(link_mass_, begin, end); }
  int prose_mass(int begin, int end) const { return sum(prose_mass_, begin, end); }
  int mass(const Node& node) const { return mass(facts(node).begin, facts(node).end); }
  int prose_mass(const Node& node) const { return prose_mass(facts(node).begin, facts(node).end); }
  int total_mass() const { return mass_.back(); }
  int total_prose_mass() const { return prose_mass_.back(); }

  // The deepest element that holds at least this share of the page's running text; the body (or
  // the root) where no element below does.
  const Node* core(double share) const;

 private:
  std::size_t index_of(const Node& node) const { return static_cast<std::size_t>(node.index); }
  static int sum(const std::vector<int>& sums, int begin, int end) {
    return sums[static_cast<std::size_t>(end)] - sums[static_cast<std::size_t>(begin)];
  }
  void mark_block_holders();
  bool breaks_line(const Node& node) const;
  void visit(const Node& element, bool in_link);
  void end_run(const Node& owner, const Node* first, const Node* last, bool in_link);
  void measure_inline(const Node& node, bool in_link, TextBlock& block) const;

  const Dom& dom_;
  std::vector<TextBlock> blocks_;
  std::vector<NodeFacts> facts_;
  std::vector<bool> holds_block_;  // by Node::index: a block element is at or below the node
  std::vector<int> mass_, link_mass_, prose_mass_;  // sums of all blocks before the index
  TraitReader traits_;
};

}  // namespace pressmark::html
