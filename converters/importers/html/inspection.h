// converters/importers/html/inspection.h: how the article of a page is found, for people to read.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/pipeline/context.h"
#include "core/pipeline/format.h"

namespace pressmark::html {

// Lines of UTF-8 text: what each strategy would keep and which was taken, the element with the
// headline, the part of the page that is the article, and for each block of text its line in the
// source, the model's verdict in per cent, what became of it (in the article for its own sake:
// "kept"; with the table, list or figure it is in: "along"; in the title block: "kicker",
// "headline", "deck", "byline"; in neither: "-"), its letters, the share of links, the
// elements around it and how it begins. docs/article-finding.md says what these mean. Fails as
// import_html does.
Result<std::string> inspect_html(const Source& source, Context& context);

}  // namespace pressmark::html
