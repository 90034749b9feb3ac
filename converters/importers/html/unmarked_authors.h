// converters/importers/html/unmarked_authors.h: names beside the article that neither words nor
// markup call its author, but whose place does.
#pragma once

#include <vector>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/article_zone.h"
#include "converters/importers/html/page_signals.h"

namespace pressmark::html {

// A person's name between headline and text that shares its line with a date or a role: "Ann Lee |
// Senior Writer | 2 July 2026".
std::vector<Statement> names_beside_dates(const Article& article, const ArticleZone& zone);

// A person's name that stands beside a portrait: an image outside of the text whose description is
// the same name. Between headline and text, or right behind the text.
std::vector<Statement> names_beside_portraits(const PageSignals& signals, const Article& article,
                                              const ArticleZone& zone);

}  // namespace pressmark::html
