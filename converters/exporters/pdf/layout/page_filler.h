// converters/exporters/pdf/layout/page_filler.h: what one page can hold: from a place in the flow
// and what the page before left over, where the page may end and what stands on it then.
#pragma once

#include <cstdint>
#include <vector>

#include "converters/exporters/pdf/layout/flow.h"
#include "converters/exporters/pdf/layout/page_breaker.h"
#include "converters/exporters/pdf/layout/page_content.h"

namespace pressmark::pdf {

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

class PageFiller {
 public:
  PageFiller(const ArticleFlow& flow, const PageMetrics& metrics);

  // Where a page may end that begins with item `begin`: the last places that fit, ascending, and
  // the cheapest one; at least one. Each of them brings the work on: the page takes an item, a
  // figure or a part of a note.
  std::vector<PageEnd> find_ends(std::size_t begin, const Rest& rest) const;

  // The page that ends there, and what it leaves over.
  PageContent fill(std::size_t begin, const Rest& rest, const PageEnd& end, Rest& left) const;

 private:
  // Heights that an item's notes need at least on its page, and wholly, each with its gap.
  struct NoteNeed {
    Length least = 0;
    Length whole = 0;
  };
  struct Scan;

  NoteNeed need_of(int note) const;
  Length least_height(const Flow& note) const;
  NoteNeed need_of_rest(const std::vector<NoteRest>& notes) const;
  bool is_figure(std::size_t item) const;
  // The height of a figure and of its notes at a page's top or below other figures.
  Length figure_height(const ItemRange& figure) const;
  std::vector<ItemRange> waiting_figures(std::size_t begin, const PageEnd& end) const;
  std::int64_t cost_of(std::size_t begin, std::size_t end, Length used) const;
  void add_need(Scan& scan, const NoteNeed& need) const;
  void add_end(Scan& scan, std::size_t end) const;
  void place_notes(PageContent& page, const Rest& rest, Rest& left) const;
  std::size_t note_end(const Flow& note, std::size_t begin, Length room, bool forced) const;

  const ArticleFlow& flow_;
  const PageMetrics& metrics_;
  std::vector<NoteNeed> note_needs_;  // by note
  std::vector<NoteNeed> needs_;       // by item
};

}  // namespace pressmark::pdf
