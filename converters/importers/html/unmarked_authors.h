// converters/importers/html/unmarked_authors.h: names beside the article that neither words nor
// markup call its author, but whose place does.
#pragma once

#include <vector>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/article_zone.h"
#include "converters/importers/html/page_signals.h"

namespace pressmark::html {

// A person's name between headline and text that shares its line with a writer's profession: "Ann
// Lee | Senior Writer | 2 July 2026". A date alone is no witness: "White House | 2 July 2026".
std::vector<Statement> names_beside_roles(const Article& article, const ArticleZone& zone);

// A person's name that stands beside a portrait, a small square image outside of the text whose
// description is the same name, and a writer's profession next to it. Between headline and text, or
// right behind the text. Figures are none: their captions name what they show.
std::vector<Statement> names_beside_portraits(const PageSignals& signals, const Article& article,
                                              const ArticleZone& zone);

}  // namespace pressmark::html
