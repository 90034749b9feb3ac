// converters/importers/html/page_authors.h: who wrote the article.
#pragma once

#include <string>
#include <vector>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/site_names.h"
#include "core/model/metadata.h"

namespace pressmark::html {

struct AuthorChoice {
  std::vector<Contributor> authors;
  std::vector<std::string> bylines;  // the lines on the page that name them, as they stand there
  std::string agency;                // a news agency named as author: a source
  Evidence agency_evidence;
  std::vector<Rejected> losers;
};

// The authors by the most trusted source that gives any. Names of the site, accounts of its
// software, desks and agencies are none: no author is better than a wrong one.
AuthorChoice choose_authors(const PageSignals& signals, const Article& article,
                            const SiteNames& site);

}  // namespace pressmark::html
