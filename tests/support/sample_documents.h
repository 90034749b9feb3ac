// tests/support/sample_documents.h: documents built by hand that every exporter's tests render.
// Together they use every node of the model.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/model/document.h"

namespace pressmark::sample {

Document plain();         // headline and two paragraphs
Document wire();          // kicker, headline, deck, byline, dateline with names and a date
Document every_inline();  // each inline node, nested
Document every_block();   // each block node
Document tables();        // spans, header rows and columns, ragged and overlapping rows, caption
Document notes();         // notes in paragraphs, lists and cells
Document headings();      // levels that skip, headings without text between
Document
images();  // an inline image, a figure with caption and credit, one image twice, images elsewhere
Document right_to_left();   // Arabic and Hebrew with Latin inside
Document east_asian();      // Chinese, Japanese with ruby
Document cyrillic_greek();  // Russian and Greek paragraphs, language on blocks
Document full_metadata();   // every variable, date, role and a literal name
Document hostile();         // markup characters, long words, empty cells, deep nesting
// A generated article of about `words` words with headings, lists and notes, the same every time.
Document generated(int words);

// All of the above but generated(), with names for golden files.
std::vector<std::pair<std::string, Document>> all();

}  // namespace pressmark::sample
