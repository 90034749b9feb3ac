// core/model/validate.h: the invariants of a document, for every test and fuzz target.
#pragma once

#include <string>
#include <vector>

#include "core/model/document.h"

namespace pressmark {

// One sentence for each broken invariant, at most 100; empty for a sound document. Checked are:
// text is text (core/base/utf8.h); ids are unique NCNames; "#id" links have their target; images
// have their resource or, without one, the URL of their source; levels, spans, starts and dates are
// in range; lists, tables, verse and definition lists are not empty; notes hold no notes; depth is
// below `depth`.
//
// Importers keep all of these; exporters rely on them.
std::vector<std::string> validate(const Document& document, int depth = 200);

// Whether `id` can be an xml:id: an NCName (Namespaces in XML 1.0, 3), here of ASCII letters,
// digits, '-', '_', '.' and any character above U+007F that XML 1.0 allows in names.
bool is_valid_id(std::string_view id);

// Whether `tag` is well-formed by BCP 47's grammar as far as TEI's xs:language asks for:
// [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*.
bool is_language_tag(std::string_view tag);

}  // namespace pressmark
