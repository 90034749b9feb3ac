// converters/importers/html/metadata_reader.h: the citation record and the front matter of a page.
#pragma once

#include <string_view>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/dom.h"
#include "core/model/document.h"

namespace pressmark::html {

// Fills metadata, front matter (kicker, headline, deck, bylines) and language of `document`.
// `page_url` is where the page was fetched or saved from; it may be empty.
void read_metadata(const Dom& dom, const Article& article, std::string_view page_url,
                   Document& document);

}  // namespace pressmark::html
