// converters/exporters/pdf/layout/page_style.h: what a page looks like, as far as a user chooses.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "converters/exporters/pdf/layout/page.h"

namespace pressmark::pdf {

// The names that find_page_size() knows, for messages: "A4, A5, ...".
inline constexpr std::string_view page_size_names = "A4, A5, B5, letter, legal, 6x9in, e-reader";

struct PageSize {
  Length width = 0;
  Length height = 0;
};

// By name in any case; absent for an unknown one.
std::optional<PageSize> find_page_size(std::string_view name);

// All lengths as in page.h. The defaults are those of A4.
struct PageStyle {
  Length width = 39'010'591;   // 210 mm
  Length height = 55'174'980;  // 297 mm
  Length margin_left = 80 * point;
  Length margin_right = 80 * point;
  Length margin_top = 76 * point;
  Length margin_bottom = 84 * point;
  std::string serif_family = "Noto Serif";     // body and headings
  std::string sans_family = "Noto Sans";       // captions, tables, running heads
  std::string mono_family = "Noto Sans Mono";  // code
  Length body_size = 11 * point;
  Length leading = 15 * point;  // from baseline to baseline: the page's grid
  bool hyphenate = true;
  bool justify = true;
  bool old_style_figures = false;  // in running text, where the font has them
  bool contents = false;           // a table of contents below the title block
  int columns = 1;                 // 1 or 2
  Length column_gap = 0;           // between two columns

  // Of the page's text, and of one of its columns.
  Length measure() const { return width - margin_left - margin_right; }
  Length column_width() const { return (measure() - (columns - 1) * column_gap) / columns; }
  // Where the column begins that is read first.
  Length column_left(bool right_to_left) const {
    return right_to_left ? width - margin_right - column_width() : margin_left;
  }
  Length text_height() const { return height - margin_top - margin_bottom; }
};

// The style for a page of this size: margins in proportion, smaller type on small pages. Two
// columns have smaller margins and type, so that a line has words enough to be filled.
PageStyle style_for(const PageSize& size, int columns = 1);

}  // namespace pressmark::pdf
