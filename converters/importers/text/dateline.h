// converters/importers/text/dateline.h: the place, date and agency that open a story.
//
// "MOSCOW, October 12. /TASS/. ..." and the forms of some ninety agencies. A dateline is matched at
// the very start of a paragraph only, and each form asks for marks that sentences do not have: the
// agency between its brackets, the dash behind it. The one form without an agency (a place and a
// dash) asks for a place that agencies use alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/date.h"

namespace pressmark::plain_text {

enum class DatelinePart { place, date, agency, reporters };

struct DatelineSpan {
  DatelinePart part;
  std::size_t start;  // octets from the start of the text
  std::size_t length;
};

struct Dateline {
  std::size_t length = 0;  // octets of the dateline with its end mark, without the space behind it
  std::vector<DatelineSpan> spans;  // in their order; they do not overlap
  std::optional<Date> date;         // as precise as it is written
  std::string_view form;            // which grammar matched: "slashes", "brackets", ...
  bool press_release = false;       // the agency is a wire of press releases
  double confidence = 1;

  // The words of the first span of a kind; empty where there is none.
  std::string_view words(std::string_view text, DatelinePart part) const;
  // The places as they are written, from the first to the last: "BEIRUT/THE HAGUE".
  std::string_view places(std::string_view text) const;
};

// Whether a form without an agency may match (a place of the list, then a dash): only at the first
// paragraph of the body.
enum class DatelineForms { all, with_agency_only };

// `language` is that of the text, empty where it is unknown (scan_date()).
std::optional<Dateline> find_dateline(std::string_view text, DatelineForms forms,
                                      std::string_view language = {});

}  // namespace pressmark::plain_text
