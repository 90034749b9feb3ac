// converters/importers/html/citation_fields.h: the fields of a citation that pages state plainly.
#pragma once

#include <string_view>

#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/site_names.h"
#include "core/model/metadata.h"

namespace pressmark::html {

// Journal, volume, issue, pages, DOI, ISSN, ISBN, licence, section, keywords, description, site,
// publisher, canonical address, item type: everything but title, names, dates and language.
void read_citation_fields(const PageSignals& signals, const SiteNames& site,
                          std::string_view page_url, Metadata& record);

}  // namespace pressmark::html
