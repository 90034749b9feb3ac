// tests/converters/exporters/epub/hard_documents.h: documents that are sound by the model and hard
// for the rules of XHTML, MathML and SVG.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/model/document.h"

namespace pressmark::epub {

std::vector<std::pair<std::string, Document>> hard_documents();

}  // namespace pressmark::epub
