// converters/exporters/epub/navigation.h: the ways into a book: the navigation document and, for
// old readers, the NCX.
#pragma once

#include <string>
#include <vector>

#include "converters/exporters/epub/book.h"

namespace pressmark::epub {

struct Contents {
  std::vector<Entry> entries;    // in reading order, rank 1 to toc_depth only
  std::vector<PageEntry> pages;  // empty: no page list
  std::string first_text;        // the file where reading begins
  std::string cover_page;        // empty: none
};

// Contents, landmarks and page list as XHTML (EPUB 3.3, 7).
Bytes write_navigation(const BookIdentity& book, const Contents& contents);

// The same as NCX (OPF 2.0.1, 2.4.1).
Bytes write_ncx(const BookIdentity& book, const Contents& contents);

}  // namespace pressmark::epub
