// converters/exporters/pdf/layout/flow.h: a set article before it is divided into pages: what
// stands below what, and where a page may end.
#pragma once

#include <cstddef>
#include <vector>

#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/layout/text.h"

namespace pressmark::pdf {

// What it costs to end a page before an item. A line of the page left empty costs
// short_line_cost times the square of their number.
inline constexpr int never_divide = 1'000'000;
inline constexpr int short_line_cost = 10;

// A line, an image, a slice of a table. Its items have x on the page and y from its top.
struct FlowItem {
  Length height = 0;
  Length space_before = 0;  // not at a page's top
  Length space_at_top = 0;  // at a page's top instead, so that what follows keeps the grid
  Length space_after = 0;   // not at a page's foot; added to the next item's space_before
  Length grid = 0;          // it stands at a multiple of this from the page's top; 0: anywhere
  Length grid_offset = 0;   // or this much below such a multiple
  int cost_before = 0;      // of a page's end before it
  std::vector<Item> items;
  std::vector<FilledRectangle> ground_before;  // painted in the space before it
  std::vector<LinkArea> links;
  std::vector<int> notes;  // called in it
  std::vector<Anchor> anchors;
  // Of the first item of a figure: how many items it has. It may stand at the top of the next page
  // while the text goes on in its place.
  std::size_t float_size = 0;
  int table = -1;       // whose header is repeated where a page begins with this item
  bool across = false;  // it stands across the columns of the page
};
using Flow = std::vector<FlowItem>;

// The rows that a table shows again on each page.
struct RepeatedHeader {
  Length height = 0;
  std::vector<Item> items;  // artifacts
};

// Everything of an article that goes to pages.
struct ArticleFlow {
  Flow body;
  std::vector<Flow> notes;  // by note, as wide as a column
  std::vector<RepeatedHeader> headers;
};

}  // namespace pressmark::pdf
