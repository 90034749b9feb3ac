// converters/exporters/pdf/layout/page_filler.h: what one frame (page_content.h) can hold: from a
// place in the flow and what the frame before left over, where it may end and what stands in it
// then.
#pragma once

#include <cstdint>
#include <vector>

#include "converters/exporters/pdf/layout/flow.h"
#include "converters/exporters/pdf/layout/page_breaker.h"
#include "converters/exporters/pdf/layout/page_content.h"

namespace pressmark::pdf {

// Of a last page of one line; half of it of two.
inline constexpr std::int64_t last_line_cost = 200;

// The items of a note from `begin` on, which the page of its mark had no room for.
struct NoteRest {
  int note = 0;
  std::size_t begin = 0;
  bool operator==(const NoteRest&) const = default;
};

// What a page leaves to the next one.
struct Rest {
  std::vector<NoteRest> notes;
  std::vector<ItemRange> figures;
  bool empty() const { return notes.empty() && figures.empty(); }
  bool operator==(const Rest&) const = default;
};

// A place where a page may end.
struct PageEnd {
  std::size_t end = 0;      // the first item of the next page
  std::size_t skipped = 0;  // figures before it that wait
  std::int64_t cost = 0;
  bool all_notes = true;  // the page has room for all of its notes
};

// The room that a frame has.
struct FrameRoom {
  Length height = 0;
  std::size_t limit = 0;  // the item before which the frame ends at the latest
  // Whether its first item is taken even where it is too high. It is not where the next page has
  // more room.
  bool takes_any = true;
};

class PageFiller {
 public:
  PageFiller(const ArticleFlow& flow, const PageMetrics& metrics);

  // Where a page may end that begins with item `begin`: the last places that fit, ascending, and
  // the cheapest one; at least one if it takes any item. Each of them brings the work on: the page
  // takes an item, a figure or a part of a note.
  std::vector<PageEnd> find_ends(std::size_t begin, const Rest& rest, const FrameRoom& room) const;

  // The page that ends there, and what it leaves over.
  FrameContent fill(std::size_t begin, const Rest& rest, const PageEnd& end, Length height,
                    Rest& left) const;

  // Of what stands in a frame, with its notes.
  Length used_height(const FrameContent& frame) const;
  // What the items [begin, end) and their notes take, about.
  Length rough_height(std::size_t begin, std::size_t end) const;

 private:
  // Heights that an item's notes need at least on its page, and wholly, each with its gap.
  struct NoteNeed {
    Length least = 0;
    Length whole = 0;
  };
  struct Scan;

  NoteNeed need_of(int note) const;
  Length least_height(const Flow& note) const;
  NoteNeed need_of_rest(const std::vector<NoteRest>& notes, Length height) const;
  bool is_figure(std::size_t item) const;
  // The height of a figure and of its notes at a page's top or below other figures.
  Length figure_height(const ItemRange& figure) const;
  std::vector<ItemRange> waiting_figures(std::size_t begin, const PageEnd& end) const;
  std::int64_t cost_of(const Scan& scan, std::size_t end, Length used) const;
  void add_need(Scan& scan, const NoteNeed& need) const;
  void add_end(Scan& scan, std::size_t end) const;
  void place_notes(FrameContent& page, const Rest& rest, Rest& left) const;
  std::size_t note_end(const Flow& note, std::size_t begin, Length room, bool forced) const;

  const ArticleFlow& flow_;
  const PageMetrics& metrics_;
  std::vector<NoteNeed> note_needs_;  // by note
  std::vector<NoteNeed> needs_;       // by item
  std::vector<Length> reached_;       // rough height of all items before each, and of all
};

}  // namespace pressmark::pdf
