// converters/importers/html/author_sources.h: all places of a page that say who wrote its article.
#pragma once

#include <vector>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/bylines.h"
#include "converters/importers/html/page_signals.h"

namespace pressmark::html {

// Sources of one kind tend to be written by the same part of a site's software, so that only
// sources of different kinds confirm each other.
enum class SourceKind { linked_data, meta, microdata, visible };

// The confidence of names that neither words nor markup call an author; all else is above it.
inline constexpr double uncalled_confidence = 0.3;

struct AuthorClaim {
  Statement statement;
  BylineKind reading = BylineKind::stated;
  bool is_organisation = false;  // the source says so
  bool is_person = false;        // the source says so
};

// What one source claims, in the order of the page.
struct AuthorSource {
  SourceKind kind;
  double confidence = 0;  // how far the source is to be trusted, 0 to 1
  std::vector<AuthorClaim> claims;
};

// The sources that claim anything, most trusted first. The claims are as the page has them: they
// may hold the site's name, accounts or roles.
std::vector<AuthorSource> read_author_sources(const PageSignals& signals, const Article& article);

}  // namespace pressmark::html
