// converters/exporters/pdf/layout/line_breaker.h: where the lines of a paragraph end.
//
// Total fit after Knuth and Plass, "Breaking Paragraphs into Lines" (1981), as TeX has it (TeX: The
// Program, parts 38 and 39): in integers only, so that the breaks are the same on every machine. It
// knows neither fonts nor characters.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "converters/exporters/pdf/layout/page.h"

namespace pressmark::pdf {

// What a paragraph is made of. A line can end at glue that follows a box, and at a penalty below
// never_break. Glue and penalties after a break vanish up to the next box.
struct BreakItem {
  enum class Kind : std::uint8_t { box, glue, penalty };
  Kind kind = Kind::box;
  bool flagged = false;  // of a penalty: two lines running should not end here (hyphens)
  int penalty = 0;
  Length width = 0;  // of a penalty: added to the line when it ends there
  Length stretch = 0;
  Length shrink = 0;
};

inline constexpr int never_break = 10000;
inline constexpr int must_break = -10000;

BreakItem box_item(Length width);
BreakItem glue_item(Length width, Length stretch, Length shrink);
BreakItem penalty_item(int penalty, Length width = 0, bool flagged = false);

// TeX's parameters by their names there, with plain TeX's values.
struct BreakParameters {
  Length first_width = 0;  // of the first line
  Length width = 0;        // of all others
  int tolerance = 200;     // no line is worse than this
  int line_penalty = 10;
  std::int64_t double_hyphen_demerits = 10000;
  std::int64_t final_hyphen_demerits = 5000;
  std::int64_t adjacent_demerits = 10000;
  // Stretch that every line is taken to have beside its glue: emergency stretch, ragged lines.
  Length extra_stretch = 0;
  // A last line shorter than this costs `short_line_demerits`.
  Length shortest_last_line = 0;
  std::int64_t short_line_demerits = 0;
  // Whether a line that is too long is taken where there is no other way; without, there is no
  // result then.
  enum class Overfull { refuse, accept } overfull = Overfull::refuse;
};

// TeX's badness, about 100 (shortfall / available)^3, at most 10000.
int badness(Length shortfall, Length available);

// The items at which the lines end, ascending; the last is the final item. `items` end with
// penalty_item(must_break); a must_break inside ends a line too, whose rest stays empty as that of
// the last one does. Absent where no breaks keep within the tolerance. Takes time in proportion to
// the items and to the breaks that fit on a line.
std::optional<std::vector<std::size_t>> break_lines(const std::vector<BreakItem>& items,
                                                    const BreakParameters& parameters);

}  // namespace pressmark::pdf
