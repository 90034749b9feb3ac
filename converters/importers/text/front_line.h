// converters/importers/text/front_line.h: lines above a story that say several things at once.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "converters/importers/text/byline.h"
#include "converters/importers/text/date_line.h"
#include "converters/importers/text/header_fields.h"

namespace pressmark::plain_text {

struct FrontLine {
  std::optional<Byline> byline;      // its places are those in the whole line
  std::vector<DateLineValue> dates;  // at most two
  std::string_view place;            // of a date with a place
  std::vector<LabelledWords> labelled;
};

// Reads "By Ada Example | October 12, 2024", "Posted by Ada Example on October 12, 2024",
// "12 Oct 2024 · 5 min read", "2024-10-12 08:30　来源：新华网　作者：王小雨", "Source: Xinhua |
// 2024-10-12", "《海湾日报》（2024年10月12日 第04版）". Each part between bars, dots or wide spaces
// must be a date, a byline or what may stand behind one, a labelled value of a record, or the time
// that reading takes. Absent where a part is none of these, and for a line that is only a byline or
// only a date. `language` is that of the text (scan_date()).
std::optional<FrontLine> find_front_line(std::string_view line, std::string_view language);

}  // namespace pressmark::plain_text
