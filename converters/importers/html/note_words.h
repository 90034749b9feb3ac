// converters/importers/html/note_words.h: the words and shapes by which notes are known.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "converters/importers/html/dom.h"

namespace pressmark::html {

// The mark of a note without its brackets: "12" of "[12]", "*", "†", "a", "iv", "12" of "Note 12";
// absent for other text.
std::optional<std::string> read_mark(std::string_view text);

// Whether an id looks like a note's ("fn1", "footnote-3", "_ftn2", "cite_note-smith-4").
bool is_note_id(std::string_view id);
// Whether an id looks like a mark's place ("fnref1", "_ftnref2", "cite_ref-4",
// "footnote-anchor-1").
bool is_back_reference_id(std::string_view id);

// Whether the link says by role, class or rel that it is the mark of a note.
bool is_named_reference(const Node* link);
// Whether the link says by role, class or text that it leads back from a note.
bool is_back_link(const Node* link);

// Whether the element is one note of a list: a list item, or so named by role, class or id.
bool is_note_item(const Node* node);
// Whether the element is a list of notes by role, class or id.
bool is_note_list(const Node* node);
// Whether the element is a note that stands at its place in the text.
bool is_inline_note(const Node* node);
// Whether the element is the heading of a list of notes ("Notes", "References", "Примечания").
bool is_note_title(const Node* node);
// Whether the element is the heading of a list of sources ("Sources", "Further reading",
// "Literatur"), or of notes.
bool is_source_title(const Node* node);

}  // namespace pressmark::html
