#include "converters/importers/html/headings.h"

#include <algorithm>
#include <vector>

#include "converters/importers/html/words.h"
#include "core/model/walk.h"

namespace pressmark::html {
namespace {

// How many blocks at the beginning of the body can repeat the front matter.
constexpr std::size_t most_leading_blocks = 8;

// Text for comparison: white space collapsed, ASCII letters in lower case.
std::string folded(const Inlines& inlines) { return to_lower(collapse_space(text_of(inlines))); }

void collect_headings(Blocks& blocks, std::vector<Heading*>& found);

void collect_inside(Block& block, std::vector<Heading*>& found) {
  if (auto* heading = std::get_if<Heading>(&block.node)) found.push_back(heading);
  if (auto* quotation = std::get_if<Quotation>(&block.node)) {
    collect_headings(quotation->children, found);
  }
  if (auto* aside = std::get_if<Aside>(&block.node)) collect_headings(aside->children, found);
  if (auto* figure = std::get_if<Figure>(&block.node)) collect_headings(figure->content, found);
  if (auto* list = std::get_if<List>(&block.node)) {
    for (Blocks& item : list->items) collect_headings(item, found);
  }
  if (auto* list = std::get_if<DefinitionList>(&block.node)) {
    for (DefinitionEntry& entry : list->entries) {
      for (Blocks& definition : entry.definitions) collect_headings(definition, found);
    }
  }
  if (auto* table = std::get_if<Table>(&block.node)) {
    for (Row& row : table->rows) {
      for (Cell& cell : row.cells) collect_headings(cell.children, found);
    }
  }
}

void collect_headings(Blocks& blocks, std::vector<Heading*>& found) {
  for (Block& block : blocks) collect_inside(block, found);
}

}  // namespace

void repair_headings(Blocks& body) {
  std::vector<Heading*> headings;
  collect_headings(body, headings);
  std::vector<int> open;  // source levels of the headings above
  for (Heading* heading : headings) {
    while (!open.empty() && open.back() >= heading->level) open.pop_back();
    open.push_back(heading->level);
    heading->level = std::min(static_cast<int>(open.size()) + 1, 6);
  }
}

void drop_front_matter(Document& document) {
  const std::string headline = folded(document.front.headline);
  std::vector<std::string> others = {folded(document.front.deck), folded(document.front.kicker)};
  for (const Inlines& byline : document.front.bylines) others.push_back(folded(byline));
  const std::size_t end = std::min(document.body.size(), most_leading_blocks);
  std::vector<bool> dropped(end, false);
  for (std::size_t i = 0; i < end; ++i) {
    const Block& block = document.body[i];
    const auto* heading = std::get_if<Heading>(&block.node);
    const auto* plain = std::get_if<Paragraph>(&block.node);
    if (heading == nullptr && plain == nullptr) continue;
    const std::string text = folded(heading != nullptr ? heading->children : plain->children);
    if (text.empty()) continue;
    dropped[i] = (heading != nullptr && text == headline) ||
                 std::find(others.begin(), others.end(), text) != others.end();
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < document.body.size(); ++i) {
    if (i < end && dropped[i]) continue;
    if (kept != i) document.body[kept] = std::move(document.body[i]);
    ++kept;
  }
  document.body.resize(kept);
}

}  // namespace pressmark::html
