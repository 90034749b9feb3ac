// converters/importers/html/kept_structures.h: keeps what is one thing in one piece.
//
// The article finder judges texts one by one. A table with some cells, or code with some lines, is
// none: what is kept in part is kept whole, and code, tables, images and formulas that stand
// between kept text are kept with it.
#pragma once

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/dom.h"
#include "converters/importers/html/notes.h"

namespace pressmark::html {

// Changes `article.left_out`. Linear in the size of the tree.
void keep_structures(const Dom& dom, Article& article);
// Keeps the notes whole whose marks are kept: one that is nothing but a link to its source looks
// like a menu's entry. Changes `article.left_out`.
void keep_notes(const NoteTable& notes, Article& article);

}  // namespace pressmark::html
