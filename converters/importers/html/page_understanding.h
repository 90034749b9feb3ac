// converters/importers/html/page_understanding.h: what of a page is the article, its title block
// and its record: all that is decided before the model's blocks are built.
#pragma once

#include <optional>
#include <string>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/notes.h"
#include "converters/importers/html/page_reader.h"
#include "core/model/document.h"

namespace pressmark::html {

struct PageUnderstanding {
  Article article;  // its pointers go into the Dom of the parsed page
  NoteTable notes;
  std::string url;   // the address of the page; empty where it is not known
  std::string base;  // what its relative references are resolved against; empty: not known
};

// Finds the article, fills the record, the front matter, the language and the direction of
// `document`, and leaves out of the article what is in the front matter or belongs to the page's
// machinery. Absent: the page has no text that could be an article.
std::optional<PageUnderstanding> understand_page(const ReceivedPage& received,
                                                 const ParsedPage& parsed, Document& document);

}  // namespace pressmark::html
