// converters/importers/html/lead_picture.h: the picture by the headline or between it and the text,
// which pages often put outside of the box with the text.
#pragma once

#include "converters/importers/html/article_finder.h"

namespace pressmark::html {

// Adds the first picture before the first text of the article, from the beginning of the article or
// main element around the headline on, as a part of its own, where something says that it is the
// article's: the page names it as its image, it has a caption, or a class calls it the lead.
// Nothing happens where no headline was found, or where the article begins with a picture already.
// Changes `article.parts` and `article.left_out`.
void add_lead_picture(Article& article);

}  // namespace pressmark::html
