// converters/common/anthology.h: many articles as one document, for formats that have no form of
// their own for that (Format::write_many).
#pragma once

#include <string>
#include <vector>

#include "core/model/document.h"

namespace pressmark {

// One document with the articles in their order. Each is a section: its headline as a heading of
// level 2 (its own headings one level lower, 6 at most), deck, bylines or catalogued authors, text
// with the dateline, and a line with where it was published, when and at what address. Ids get the
// article's number before them, and links follow; equal images are kept once. The record has the
// title (where it is empty, that of the first article), the language of the first article, all
// authors once, and the articles' keywords; the provenance names a digest of all sources.
// At least one article.
Document combine_articles(const std::vector<Document>& articles, const std::string& title);

}  // namespace pressmark
