// converters/common/schema_org.h: the citation record in the words of schema.org, which HTML pages
// carry and which is a format of its own.
#pragma once

#include <string>

#include "core/model/document.h"

namespace pressmark {

// One Article (or NewsArticle, ScholarlyArticle, ...) as JSON-LD 1.1 on one line, safe inside of a
// script element: it has no "<".
std::string schema_org_json_ld(const Document& article);

}  // namespace pressmark
