// converters/importers/html/page_title.h: the article's title, by agreement of its sources.
#pragma once

#include <optional>
#include <vector>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/site_names.h"
#include "core/model/metadata.h"

namespace pressmark::html {

struct TitleChoice {
  std::optional<Statement> title;  // absent: the page has none
  double confidence = 0;
  std::vector<Rejected> losers;
};

// The visible headline is what is catalogued; meta elements are often worded for searching. So all
// sources vote, and of what they agree on the headline's wording is taken.
TitleChoice choose_title(const PageSignals& signals, const Article& article, const SiteNames& site);

// The heading that is the visible headline, judged by what the page's other titles say and by its
// place before the article's text. Null where no heading is.
const Node* find_headline(const PageSignals& signals, const TextBlocks& blocks,
                          const std::vector<bool>& kept, const SiteNames& site);

}  // namespace pressmark::html
