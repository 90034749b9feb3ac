// converters/importers/html/leftovers.h: lines of the page's machinery among the article's text.
//
// The article finder judges texts by how they look and where they stand, and lets single lines
// through: "5 min read", "Share this article", "Back to top", the site's copyright. These lines
// say what they are in their own words; nothing is taken out that has any other words.
#pragma once

#include "converters/importers/html/article_finder.h"

namespace pressmark::html {

// Leaves such lines out of the article: changes `article.left_out` and `article.kept`. On a page
// that was kept whole because nothing seemed to stand around its text, also what is marked as menu
// or advertisement, where the model did not take it for text either.
void drop_leftovers(Article& article);

}  // namespace pressmark::html
