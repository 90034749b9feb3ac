// converters/exporters/pdf/layout/page_breaker.h: which items of a flow stand on which page, with
// the notes at its foot.
#pragma once

#include <vector>

#include "converters/exporters/pdf/layout/flow.h"

namespace pressmark::pdf {

// Items [begin, end) of one note.
struct NotePart {
  int note = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};
// Items [begin, end) of the body.
struct ItemRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};
struct PageContent {
  std::vector<ItemRange> floats;  // figures of the page before, at the top
  std::size_t begin = 0;          // items of the body
  std::size_t end = 0;
  std::vector<ItemRange> skipped;  // figures among them that stand on the next page
  std::vector<NotePart> notes;
};

// The items of a page from top to bottom, each with its distance from the one above it or from the
// page's top, and where it begins.
struct PlacedItem {
  std::size_t item = 0;
  Length y = 0;  // from the text's top
  bool is_first = false;
};
std::vector<PlacedItem> placed_items(const ArticleFlow& flow, const PageContent& page);

struct PageMetrics {
  Length height = 0;  // of the text
  Length leading = 0;
  Length note_space = 0;  // between the text and the first note, with the rule
  Length note_gap = 0;    // between notes
};

// Divides the flow so that no page is over-full, no page ends where never_divide stands unless it
// must, and the sum of costs is small. Every item of the body and of the notes is on a page; a note
// begins on the page of its mark and goes on when it is long. Linear in the items times the items
// of a page.
std::vector<PageContent> divide_into_pages(const ArticleFlow& flow, const PageMetrics& metrics);

}  // namespace pressmark::pdf
