// converters/importers/html/front_matter.h: the title block of a page: what stands around its
// headline.
#pragma once

#include "converters/importers/html/article_finder.h"
#include "core/model/document.h"

namespace pressmark::html {

// Fills the kicker, deck and bylines of `document.front` with the lines that the page shows around
// its headline (or at the end of its text, for bylines), and takes these lines, and lines with
// nothing but a date, out of the article: changes `article.left_out` and `article.kept`. The
// record's authors and abstract and the front's headline must have been read: a line is a byline
// where it names an author of the record. A deck that was found is offered as subtitle.
//
// Linear in the number of text blocks around the headline.
void take_front_matter(Article& article, Document& document);

}  // namespace pressmark::html
