// converters/exporters/html/json_ld.h: the citation record in the words of schema.org.
#pragma once

#include <string>

#include "core/model/document.h"

namespace pressmark::html {

// One Article (or NewsArticle, ScholarlyArticle, ...) as JSON-LD 1.1 on one line, safe inside of a
// script element: it has no "<".
std::string json_ld(const Document& article);

}  // namespace pressmark::html
