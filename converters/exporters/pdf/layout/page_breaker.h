// converters/exporters/pdf/layout/page_breaker.h: where the pages of an article end.
//
// Total fit over all pages after Plass, "Optimal Pagination Techniques for Automatic Typesetting
// Systems" (1981), by dynamic programming over the places where a page can begin and what the page
// before can leave to it. In integers only; it knows neither fonts nor characters.
#pragma once

#include <vector>

#include "converters/exporters/pdf/layout/flow.h"
#include "converters/exporters/pdf/layout/page_content.h"

namespace pressmark::pdf {

struct PageMetrics {
  Length height = 0;  // of the text
  Length leading = 0;
  Length note_space = 0;  // between the text and the first note, with the rule
  Length note_gap = 0;    // between notes
  int columns = 1;
};

// Divides the flow so that no page is over-full, no page ends where never_divide stands unless it
// must, and the sum of costs is least. Every item of the body and of the notes is on a page; a note
// begins on the page of its mark and goes on when it is long; a figure that does not fit is at the
// top of the next page. Looked at are the last places where each page can end, so it takes time in
// proportion to the items times the items of a page.
//
// Returns the frames of all pages in the order of reading. Of several columns all are filled one by
// one as pages are; where something across the columns follows, or the end, they are as high as
// each other, so that what follows stands close below both.
std::vector<FrameContent> divide_into_pages(const ArticleFlow& flow, const PageMetrics& metrics);

}  // namespace pressmark::pdf
