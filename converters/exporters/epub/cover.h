// converters/exporters/epub/cover.h: the cover of a book: its words, and the page that shows it.
#pragma once

#include <string>
#include <vector>

#include "converters/exporters/epub/book.h"
#include "core/model/document.h"

namespace pressmark::epub {

// What a generated cover says, as front matter: where the article appeared, its title, subtitle and
// authors; of several articles the book's title and, where they are not more than four, the
// authors.
Document cover_words(const std::vector<const Document*>& articles, const BookIdentity& book);

// The page with the cover image `image` (a file's name), whose alternative text names the book.
TextFile write_cover_page(const BookIdentity& book, const std::string& image);

}  // namespace pressmark::epub
