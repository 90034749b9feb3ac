// tests/converters/exporters/pdf/layout/page_faults.h: what a typographer would mend, counted.
#pragma once

#include "converters/exporters/pdf/layout/page_style.h"

namespace pressmark::pdf {

struct PageFaults {
  int widows = 0;  // a page that begins with the last line of a paragraph, in text or notes
  int orphans = 0;
  int stranded_headings = 0;
  int overfull_lines = 0;  // beyond the measure by more than hanging punctuation
  int off_grid_lines = 0;  // of the body's size, between two lines of the grid
  int short_pages = 0;     // by more than five lines, the last page aside
  int late_figures = 0;    // further from the text around them than the next page
};

PageFaults find_faults(const Layout& layout, const PageStyle& style);

// Fails the test for each kind of fault that there is.
void expect_no_faults(const Layout& layout, const PageStyle& style, const std::string& name);

}  // namespace pressmark::pdf
