// converters/importers/html/site_names.h: by what names a page calls its site.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/html/page_signals.h"

namespace pressmark::html {

struct SiteNames {
  std::optional<Statement> site;       // the best name
  std::optional<Statement> publisher;  // the organisation, where it is stated
  std::string host;                    // without "www."
  std::vector<std::string> known;      // comparable() forms of all names and of the host

  // Whether a text is one of the names, or the host with or without its top-level domain.
  bool is_site(std::string_view text) const;
};

SiteNames read_site_names(const PageSignals& signals, std::string_view page_url);

// The text without a site name at its end or beginning ("Headline | The Paper"); also without any
// last part that a separator divides where `site` does not know the name but the page's other
// titles lack it is a matter of the title's choice (page_title.h), not of this function.
std::string without_site(std::string_view title, const SiteNames& site);

// The parts of a title between its separators: "|", " - ", " – ", "»", " : " and the like.
std::vector<std::string> title_parts(std::string_view title);

}  // namespace pressmark::html
