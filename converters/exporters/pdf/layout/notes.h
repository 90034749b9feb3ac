// converters/exporters/pdf/layout/notes.h: the notes of an article on their way from their marks to
// the feet of pages.
#pragma once

#include <string>
#include <vector>

#include "converters/exporters/pdf/layout/page.h"
#include "core/model/node.h"

namespace pressmark::pdf {

struct PendingNote {
  const Note* note = nullptr;
  std::string label;
  int index = 0;  // among all notes of the article, from 0
  std::string language;
};

// The names of the destinations at a note's mark and text; no id of a document has a colon.
inline std::string note_destination(int index) { return "note:" + std::to_string(index + 1); }
inline std::string mark_destination(int index) { return "mark:" + std::to_string(index + 1); }

struct NoteList {
  int count = 0;
  std::vector<PendingNote> pending;  // called, but not yet set
};

}  // namespace pressmark::pdf
