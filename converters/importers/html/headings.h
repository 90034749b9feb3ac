// converters/importers/html/headings.h: what concerns all headings of an article together.
#pragma once

#include "core/model/document.h"

namespace pressmark::html {

// Makes of the source's levels (1 to 6, as written) the model's 2 to 6: the highest becomes 2, none
// skips a level downwards, so that the outline is a tree.
void repair_headings(Blocks& body);

// Takes from the beginning of the body what the front matter already has: headings that equal the
// headline, and paragraphs or headings that equal the deck, the kicker or a byline.
void drop_front_matter(Document& document);

}  // namespace pressmark::html
