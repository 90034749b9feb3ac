#include "converters/importers/html/filing_lines.h"

#include <string>

#include "converters/importers/html/front_lines.h"

namespace pressmark::html {
namespace {

constexpr double all_links = 0.9;
constexpr int most_words_of_links = 6;
constexpr int most_words_with_day = 16;

std::string text_outside_links(const TextBlock& block) {
  std::string rest;
  for (const Node* node = block.first; node != nullptr; node = node->next) {
    const Node* behind = next_after_subtree(node, block.owner);
    for (const Node* at = node; at != behind && at != nullptr;) {
      if (at->is("a")) {
        at = next_after_subtree(at, block.owner);
        continue;
      }
      if (at->type == NodeType::text) rest += std::string(at->text) + " ";
      at = next_in_order(at, block.owner);
    }
    if (node == block.last) break;
  }
  return rest;
}

}  // namespace

Filing filing_of(const TextBlock& block) {
  if (block.link_mass == 0 || block.measure.words > most_words_with_day) return Filing::none;
  if (block.link_density() >= all_links && block.measure.words <= most_words_of_links) {
    return Filing::links;
  }
  return is_date_line(text_outside_links(block)) ? Filing::dated : Filing::none;
}

void leave_out_filing_lines(const Node& headline, const TextBlocks& blocks,
                            std::vector<bool>& kept) {
  const int end = blocks.facts(headline).begin;
  for (int i = 0; i < end; ++i) {
    const auto slot = static_cast<std::size_t>(i);
    const TextBlock& block = blocks.all()[slot];
    if (!kept[slot]) continue;
    if (block.is_prose()) return;
    if (filing_of(block) != Filing::none) kept[slot] = false;
  }
}

}  // namespace pressmark::html
