// converters/importers/html/loose_notes.h: notes that no link connects with their marks.
#pragma once

#include <string>
#include <vector>

#include "converters/importers/html/dom.h"

namespace pressmark::html {

// A mark in the text and the element that holds its note.
struct LooseNote {
  const Node* mark;                // a superscript number or a link without its target
  const Node* body;                // a paragraph or list item
  const Node* repeated = nullptr;  // the mark at the beginning of the body; null: none
  std::string number;              // "1", "*"
};

// Pairs marks with paragraphs that begin with the same mark, and with the items of lists of notes
// that have the same number, where the note follows the mark. `taken` and `left_out` (by
// Node::index) are passed over; lists of notes are looked for in the whole page, paragraphs in the
// `parts` only.
std::vector<LooseNote> find_loose_notes(const Dom& dom, const std::vector<const Node*>& parts,
                                        const std::vector<bool>& left_out,
                                        const std::vector<bool>& taken);

}  // namespace pressmark::html
