// converters/importers/html/filing_lines.h: lines that say where a site files the article.
#pragma once

#include <vector>

#include "converters/importers/html/text_blocks.h"

namespace pressmark::html {

enum class Filing {
  none,
  links,  // a few words, all of them links: "City · Bridges"
  dated,  // a day, and all else links: "3 May 2026 · City · Bridges"
};

// What a block is by its words and links. The first kind can be anything that is linked: it files
// the article only above the headline; the second one does below it, too.
Filing filing_of(const TextBlock& block);

// Keeps none of the lines of both kinds above the headline, from the page's beginning to the first
// running text that is kept: they lead away from the article. Changes `kept`, one for each block.
void leave_out_filing_lines(const Node& headline, const TextBlocks& blocks,
                            std::vector<bool>& kept);

}  // namespace pressmark::html
