// converters/importers/html/notes.h: which elements are notes and which their marks in the text.
//
// Pages mark notes in many shapes: anchors with links back, lists of WordPress, Substack and
// Wikipedia, Word's "_ftn1", roles of DPUB-ARIA, notes in the margin. They are recognised by what
// they have in common: a short mark that links forward to an element with text, which often links
// back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/dom.h"
#include "core/model/node.h"

namespace pressmark::html {

struct NoteBody {
  std::vector<const Node*> nodes;  // the content, in order, mark and links back among it
  std::string mark;                // of the first reference, without brackets: "1", "*"
  std::string fragment;            // the id that references use; empty for a note in its place
  int references = 0;
};

struct NoteTable {
  std::vector<NoteBody> bodies;
  // By Node::index: the body whose mark the node is, or which stands in its place; -1: none.
  std::vector<int> reference;
  // By Node::index: what is not built where it stands: the content of notes, and what held nothing
  // else (lists of notes with their headings).
  std::vector<bool> taken;
  // By Node::index: what is not built at all: links back, marks that a note repeats.
  std::vector<bool> dropped;
};

// `page_url` tells links into the page itself; it may be empty.
NoteTable find_notes(const Dom& dom, const Article& article, std::string_view page_url);

// The fragment of a link into the page itself, percent-decoded; empty for other links.
std::string own_fragment(std::string_view href, std::string_view page_url);

// Removes from the beginning of a note's content the mark that repeats its number ("1. ", "[1]").
void strip_mark(Blocks& content, std::string_view mark);

}  // namespace pressmark::html
