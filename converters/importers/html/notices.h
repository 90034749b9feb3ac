// converters/importers/html/notices.h: boxes that ask the reader for something.
#pragma once

#include <vector>

#include "converters/importers/html/text_blocks.h"

namespace pressmark::html {

// Keeps nothing of boxes that are named for consent ("cookie-banner", role "dialog") or for
// subscribing ("paywall", "newsletter"), say so in their text, and have a button, a field or a
// short link for the answer: they are sentences like those of the article, and on a page with a
// short text the model takes them for it. Only where more running text is kept outside of the box
// than in it. Changes `kept`, one for each block.
void leave_out_notices(const Dom& dom, const TextBlocks& blocks, std::vector<bool>& kept);

}  // namespace pressmark::html
