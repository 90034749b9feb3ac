// core/transforms/join_text.h: one form for each text, however an importer pieced it together.
#pragma once

#include "core/model/document.h"

namespace pressmark {

// Joins neighbouring Text nodes that differ in nothing but their text, and drops empty ones. After
// it two documents that read the same are the same: what is written as TEI or JSON and read back
// gives the identifier and the bytes that the source gave. Adds its name to
// Provenance::transforms.
Document join_text(Document document);

}  // namespace pressmark
