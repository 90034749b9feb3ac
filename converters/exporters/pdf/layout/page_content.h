// converters/exporters/pdf/layout/page_content.h: which items of a flow stand in a frame, and
// where. A frame is a page's text where it has one column, else a part of it: one column, or what
// stands across the columns, as titles and wide tables do. The comments of FlowItem and what is
// below call a frame a page.
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
  bool operator==(const ItemRange&) const = default;
};
struct FrameContent {
  std::vector<ItemRange> floats;  // figures of the page before, at the top
  std::size_t begin = 0;          // items of the body
  std::size_t end = 0;
  std::vector<ItemRange> skipped;  // figures among them that stand on the next page
  std::vector<NotePart> notes;
  bool begins_page = true;
  int column = 0;     // from the one that is read first
  Length top = 0;     // below the top of the page's text
  Length height = 0;  // its notes stand at its foot
};

// The items of a page from top to bottom, each with its distance from the one above it or from the
// page's top, and where it begins.
struct PlacedItem {
  std::size_t item = 0;
  Length y = 0;  // from the text's top
  bool is_first = false;
};
std::vector<PlacedItem> placed_items(const ArticleFlow& flow, const FrameContent& frame);

// Where an item stands that may begin at y: there, or on the next line of its grid.
Length on_grid(const FlowItem& item, Length y);
// The next line of a grid from y on; y itself where `grid` is 0.
Length on_grid(Length grid, Length y);

// Height of the header that is repeated where a page begins with the item; 0 where none is.
Length repeated_header_height(const ArticleFlow& flow, std::size_t item);

// Of the items [begin, end) with the spaces between them.
Length height_of(const Flow& flow, std::size_t begin, std::size_t end);

// Of the placed items of the body, from the text's top.
Length bottom_of(const ArticleFlow& flow, const std::vector<PlacedItem>& items);

}  // namespace pressmark::pdf
