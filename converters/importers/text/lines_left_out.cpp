#include "converters/importers/text/lines_left_out.h"

#include <algorithm>
#include <string>

#include "converters/importers/text/builder.h"
#include "converters/importers/text/characters.h"
#include "converters/importers/text/codes.h"
#include "converters/importers/text/dateline.h"
#include "converters/importers/text/wire_marks.h"

namespace pressmark::plain_text {
namespace {

void add_to(Trace* trace, Rule rule, const Line& first, const Line& last, std::string_view words) {
  if (trace == nullptr) return;
  trace->add(rule, static_cast<int>(first.number), static_cast<int>(last.number),
             describe(rule).confidence, words);
}

// Whether the first lines have an agency's dateline or routing.
bool is_of_agency(LinesLeft lines) {
  constexpr std::size_t first_lines = 20;
  const LinesLeft first = lines.first(std::min(lines.size(), first_lines));
  return std::ranges::any_of(first, [](const Line& line) {
    return slug_kind(line.text) == SlugKind::routing ||
           find_dateline(line.text, DatelineForms::with_agency_only, {}).has_value();
  });
}

}  // namespace

void cut_book_frame(Lines& lines, Diagnostics& diagnostics, Trace* trace) {
  const Frame book = find_book(lines);
  const std::size_t cut = lines.size() - (book.end - book.begin);
  if (cut == 0) return;
  diagnostics.report(frame_cut, std::to_string(cut));
  if (book.begin > 0) {
    add_to(trace, Rule::gutenberg, lines.front(), lines[book.begin - 1],
           lines[book.begin - 1].text);
  }
  if (book.end < lines.size()) {
    add_to(trace, Rule::gutenberg, lines[book.end], lines.back(), lines[book.end].text);
  }
  lines.resize(book.end);
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(book.begin));
}

std::string_view leave_out_marks(Lines& lines, Diagnostics& diagnostics, Trace* trace) {
  std::string_view agency;
  constexpr std::size_t last_lines = 8;
  constexpr std::size_t last_marks = 3;
  const std::size_t tail = lines.size() - std::min(lines.size(), last_lines);
  const auto report = [&](const Line& line, std::string_view words) {
    diagnostics.report(line_left_out, Location{static_cast<int>(line.number), line.indent + 1},
                       words);
    add_to(trace, Rule::end_marks, line, line, words);
  };
  std::size_t kept = 0;
  std::uint16_t blanks = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line line = lines[i];
    const bool last = i > 0 && i + last_marks >= lines.size();
    const bool is_final = i + 1 == lines.size();
    const bool alone = line.begins_group() && (is_final || lines[i + 1].begins_group());
    const bool page_ends = !is_final && lines[i + 1].page_start;
    const bool sign = last && (is_agency_sign(line.text) ||
                               (is_row_of_editors(line.text) && is_of_agency(lines)));
    if (is_page_turn(line.text, page_ends) ||
        (i > 0 && i >= tail && is_end_mark(line.text, alone)) || sign) {
      if (sign) agency = agency_of_sign_off(line.text);
      report(line, line.text);
      blanks = std::max<std::uint16_t>(line.blanks, 1);
      continue;
    }
    if (i + 1 == lines.size()) {
      const std::size_t mark = trailing_end_mark(line.text);
      if (mark > 0) report(line, line.text.substr(line.text.size() - mark));
      line.text = trim(line.text.substr(0, line.text.size() - mark));
    }
    line.blanks = std::max(line.blanks, blanks);
    blanks = 0;
    lines[kept++] = line;
  }
  lines.resize(kept);
  return agency;
}

}  // namespace pressmark::plain_text
