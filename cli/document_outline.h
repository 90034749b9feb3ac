// cli/document_outline.h: what a document is made of, a line for each part, for people to read.
#pragma once

#include <string>

#include "core/model/document.h"

namespace pressmark::cli {

// One line for each part of the front matter and each block of the body, containers before what is
// in them: the line of the source (blank where it is not known), what it is, and how it begins.
std::string document_outline(const Document& document);

}  // namespace pressmark::cli
