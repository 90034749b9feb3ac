// converters/exporters/epub/onix.h: the book as a record of ONIX for Books 3.0, in which publishers
// tell libraries and shops of their products.
#pragma once

#include <vector>

#include "converters/exporters/epub/book.h"
#include "core/model/document.h"

namespace pressmark::epub {

// An ONIX message with this book as its only product, in reference tags: identifiers, form, titles,
// contributors, language, subjects, abstract, publisher, day of issue. What the record does not say
// is left out, and of several articles a publisher that they do not share; a single record's ISBN
// is an identifier of the book unless the article is a part of something else. The time of sending
// is that of the book's last change.
Bytes write_onix(const std::vector<const Document*>& articles, const BookIdentity& book);

}  // namespace pressmark::epub
