#include "converters/importers/html/table_of_contents.h"

namespace pressmark::html {
namespace {

constexpr int fewest_contents = 3;
constexpr double mostly_of_links = 0.9;

}  // namespace

bool is_table_of_contents(const Node& list, const TextBlocks& blocks) {
  const NodeFacts& facts = blocks.facts(list);
  if (facts.end - facts.begin < fewest_contents) return false;
  for (int i = facts.begin; i < facts.end; ++i) {
    const TextBlock& block = blocks.all()[static_cast<std::size_t>(i)];
    if (block.measure.mass > 0 && block.link_density() < mostly_of_links) return false;
  }
  for (const Node* at = &list; at != nullptr; at = next_in_order(at, &list)) {
    if (at->is("a") && at->has_attribute("href") && !at->attribute("href").starts_with('#')) {
      return false;
    }
  }
  return true;
}

}  // namespace pressmark::html
