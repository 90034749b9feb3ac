// converters/importers/html/pictures.h: which elements are a picture of the article.
#pragma once

#include "converters/importers/html/dom.h"

namespace pressmark::html {

// Whether the element holds nothing but images with their captions: no menu, teaser, portrait of
// an author or icon. A linked image is one where the link leads to the image itself, or where a
// caption says what it shows. Linear in the size of the element.
bool is_picture(const Node* node);

}  // namespace pressmark::html
