// converters/importers/html/page_dates.h: when the article was published and modified.
#pragma once

#include <string_view>
#include <vector>

#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/date_words.h"
#include "converters/importers/html/page_signals.h"
#include "core/model/metadata.h"

namespace pressmark::html {

struct DateChoice {
  Sourced<Date> published;  // an empty date: not known
  Sourced<Date> modified;
  std::vector<Rejected> losers;
};

// Sources in the order of how often they are right; a day in the page's own offset is kept as it is
// written. A date of the page's address settles a difference of one day, which comes from a change
// of time zone.
DateChoice choose_dates(const PageSignals& signals, const Article& article,
                        std::string_view page_url, DayOrder order);

// The day in an address: "/2026/10/12/", "/2026-10-12-", "/20261012/". Empty: none.
Date date_of_url(std::string_view url);

}  // namespace pressmark::html
