// converters/importers/html/pulled_quotes.h: pull quotes that no markup tells from quotations.
#pragma once

#include "core/model/node.h"

namespace pressmark::html {

// Marks quotations as pulled whose words stand, all of them and in the same order, in a paragraph
// of the text: they repeat the article instead of quoting something else. Letter case, punctuation
// and white space do not count; quotations of fewer than six words or with notes and the like in
// them are not judged. Linear in the size of the text.
void mark_pulled_quotes(Blocks& body);

}  // namespace pressmark::html
