// converters/common/title_block.h: what the title block of an article shows where the article has
// no headline or bylines of its own, but the catalogue does: one rule for EPUB, HTML, PDF and text.
#pragma once

#include <string>

#include "core/model/document.h"

namespace pressmark {

// The words of the headline, else the catalogued title; empty where there is neither.
std::string title_of(const Document& document);

// The catalogued title, else the words of the headline: what catalogues, shelves and windows call
// the article, where somebody may have edited the record. Empty where there is neither.
std::string catalogued_title_of(const Document& document);

// What stands in for missing bylines: the catalogued authors, "Ana Pérez, Jan Novák". Empty where
// the article has a byline, or no author is known.
std::string byline_of_authors(const Document& document);

}  // namespace pressmark
