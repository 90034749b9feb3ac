// converters/importers/text/item_type.h: what kind of item an article is, for the citation record.
#pragma once

#include "core/model/document.h"

namespace pressmark::plain_text {

// Sets Metadata::type with its evidence: by a dateline or agency (article-newspaper), a press
// release's marks (document), a DOI or journal fields (article-journal), many turns of speech
// (interview), a byline or date (article-newspaper, inferred), else document, inferred.
void choose_item_type(bool press_release, Document& document);

}  // namespace pressmark::plain_text
