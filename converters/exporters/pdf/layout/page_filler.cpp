#include "converters/exporters/pdf/layout/page_filler.h"

#include <algorithm>

namespace pressmark::pdf {
namespace {

// A note longer than this share of the page may go on on the next one.
constexpr int note_share = 3;
// Lines that a divided note keeps on the page of its mark.
constexpr std::size_t least_note_lines = 2;
// Places for a page's end that are looked at: enough to spare a later page its holes, few enough
// for long articles.
constexpr std::size_t most_ends = 10;
constexpr std::int64_t waiting_cost = 15;            // of a figure that waits
constexpr std::int64_t divided_note_cost = 100;      // of notes that go on on the next page
constexpr std::int64_t forced_cost = 1'000'000'000;  // of a page's end where none may be

}  // namespace

// A page while it is filled.
struct PageFiller::Scan {
  std::size_t begin = 0;
  FrameRoom room;
  Length used = 0;   // by the body
  NoteNeed notes;    // with the space above them
  Length after = 0;  // space behind the last item
  bool empty = true;
  Length waiting = 0;  // heights of the figures that wait
  std::size_t skipped = 0;
  std::vector<PageEnd> ends;
  PageEnd cheapest;
};

PageFiller::PageFiller(const ArticleFlow& flow, const PageMetrics& metrics)
    : flow_(flow), metrics_(metrics) {
  note_needs_.reserve(flow.notes.size());
  for (const Flow& note : flow.notes) {
    const Length whole = height_of(note, 0, note.size()) + metrics.note_gap;
    note_needs_.push_back(
        {whole > metrics.height / note_share ? least_height(note) : whole, whole});
  }
  needs_.resize(flow.body.size());
  for (std::size_t i = 0; i < flow.body.size(); ++i) {
    for (const int note : flow.body[i].notes) {
      needs_[i].least += need_of(note).least;
      needs_[i].whole += need_of(note).whole;
    }
  }
  reached_.reserve(flow.body.size() + 1);
  reached_.push_back(0);
  for (std::size_t i = 0; i < flow.body.size(); ++i) {
    const FlowItem& item = flow.body[i];
    const Length space = i == 0 ? 0 : item.space_before + flow.body[i - 1].space_after;
    reached_.push_back(reached_.back() + space + item.height + needs_[i].whole);
  }
}

// Of the part of a long note that stands on the page of its mark.
Length PageFiller::least_height(const Flow& note) const {
  std::size_t end = std::min(least_note_lines, note.size());
  while (end < note.size() && note[end].cost_before >= never_divide) ++end;
  const Length height = height_of(note, 0, end);
  if (height <= metrics_.height / note_share) return height + metrics_.note_gap;
  return height_of(note, 0, std::min(least_note_lines, note.size())) + metrics_.note_gap;
}

PageFiller::NoteNeed PageFiller::need_of(int note) const {
  return note_needs_[static_cast<std::size_t>(note)];
}

// Room for the rest of earlier notes: at least half of the page, if they are so long.
PageFiller::NoteNeed PageFiller::need_of_rest(const std::vector<NoteRest>& notes,
                                              Length page) const {
  if (notes.empty()) return {};
  Length height = metrics_.note_space;
  for (const NoteRest& rest : notes) {
    const Flow& note = flow_.notes[static_cast<std::size_t>(rest.note)];
    height += height_of(note, rest.begin, note.size()) + metrics_.note_gap;
    if (height > page) break;
  }
  return {std::min(height, page / 2), height};
}

bool PageFiller::is_figure(std::size_t item) const {
  return flow_.body[item].float_size > 0 && flow_.body[item].cost_before < never_divide;
}

Length PageFiller::figure_height(const ItemRange& figure) const {
  const FlowItem& first = flow_.body[figure.begin];
  Length height = height_of(flow_.body, figure.begin, figure.end) +
                  std::max(first.space_at_top, first.space_before);
  for (std::size_t i = figure.begin; i < figure.end; ++i) height += needs_[i].whole;
  return height + flow_.body[figure.end - 1].space_after;
}

// What a page costs that ends there: the cost of the place and of the lines left empty.
std::int64_t PageFiller::cost_of(const Scan& scan, std::size_t end, Length used) const {
  if (end == flow_.body.size()) {
    if (scan.begin == 0) return 0;
    return used < 2 * metrics_.leading   ? last_line_cost
           : used < 3 * metrics_.leading ? last_line_cost / 2
                                         : 0;
  }
  const std::int64_t empty_lines = std::max<Length>(scan.room.height - used, 0) / metrics_.leading;
  return flow_.body[end].cost_before + short_line_cost * empty_lines * empty_lines;
}

void PageFiller::add_need(Scan& scan, const NoteNeed& need) const {
  if (need.whole == 0) return;
  const Length rule = scan.notes.whole == 0 ? metrics_.note_space : 0;
  scan.notes.least += rule + need.least;
  scan.notes.whole += rule + need.whole;
}

void PageFiller::add_end(Scan& scan, std::size_t end) const {
  const std::vector<FlowItem>& body = flow_.body;
  if (end < scan.room.limit && body[end].cost_before >= never_divide) return;
  PageEnd candidate;
  candidate.end = end;
  candidate.skipped = scan.skipped;
  candidate.cost = cost_of(scan, end, scan.used + scan.notes.whole) +
                   waiting_cost * static_cast<std::int64_t>(scan.skipped);
  candidate.all_notes = scan.used + scan.notes.whole <= scan.room.height;
  if (!candidate.all_notes) candidate.cost += divided_note_cost;
  if (scan.ends.empty() || candidate.cost <= scan.cheapest.cost) scan.cheapest = candidate;
  scan.ends.push_back(candidate);
}

std::vector<PageEnd> PageFiller::find_ends(std::size_t begin, const Rest& rest,
                                           const FrameRoom& room) const {
  const Flow& body = flow_.body;
  Scan scan;
  scan.begin = begin;
  scan.room = room;
  scan.notes = need_of_rest(rest.notes, room.height);
  if (!rest.figures.empty()) {
    FrameContent floats;
    floats.begin = floats.end = begin;
    floats.floats = rest.figures;
    scan.used = bottom_of(flow_, placed_items(flow_, floats));
    scan.after = body[rest.figures.back().end - 1].space_after;
    scan.empty = false;
    for (const ItemRange& figure : rest.figures) {
      for (std::size_t i = figure.begin; i < figure.end; ++i) add_need(scan, needs_[i]);
    }
  }
  if (!room.takes_any && scan.used > room.height) return {};
  const bool carries = !rest.empty();
  const Length header = repeated_header_height(flow_, begin);
  scan.used += header;
  std::size_t last = begin;
  for (std::size_t i = begin; i < room.limit;) {
    const FlowItem& item = body[i];
    const bool alone = room.takes_any && scan.empty && i == begin;
    if (is_figure(i) && !alone) {
      const std::size_t end = i + item.float_size;
      const Length space = item.space_before + scan.after;
      const Length whole = height_of(body, i, end) + space;
      const bool fits = scan.used + whole + scan.notes.least <= room.height;
      if (!fits || scan.skipped > 0) {
        scan.waiting += figure_height({i, end});
        // One that the next page would have no room for stays where it is.
        if (scan.waiting > metrics_.height) break;
        ++scan.skipped;
        last = i = end;
        add_end(scan, end);
        continue;
      }
    }
    const NoteNeed& need = needs_[i];
    const Length space = scan.empty                   ? item.space_at_top
                         : (i == begin && header > 0) ? scan.after
                                                      : item.space_before + scan.after;
    const Length rule = scan.notes.whole == 0 && need.whole > 0 ? metrics_.note_space : 0;
    const Length bottom = on_grid(item, scan.used + space) + item.height;
    if (!alone && bottom + scan.notes.least + rule + need.least > room.height) break;
    scan.used = bottom;
    add_need(scan, need);
    scan.after = item.space_after;
    scan.empty = false;
    last = ++i;
    add_end(scan, last);
  }
  std::vector<PageEnd> ends = std::move(scan.ends);
  // Nothing of the body fits below figures and notes, or nothing may be divided where it must be.
  const auto add_forced = [&](std::size_t end, std::int64_t cost) {
    ends.push_back({end, scan.skipped, cost, false});
  };
  if (begin == room.limit) {
    add_forced(begin, 0);
  } else if (ends.empty() && carries) {
    scan.skipped = 0;
    add_forced(begin, 0);
  } else if (ends.empty() && room.takes_any) {
    add_forced(last, forced_cost);
  }
  if (ends.size() > most_ends) {
    ends.erase(ends.begin(), ends.end() - static_cast<std::ptrdiff_t>(most_ends));
    if (scan.cheapest.end < ends.front().end) ends.front() = scan.cheapest;
  }
  return ends;
}

// The last `end.skipped` figures before the page's end, found from the first item on as they were
// counted.
std::vector<ItemRange> PageFiller::waiting_figures(std::size_t begin, const PageEnd& end) const {
  std::vector<ItemRange> figures;
  for (std::size_t i = begin; i < end.end;) {
    const std::size_t size = std::max<std::size_t>(flow_.body[i].float_size, 1);
    if (is_figure(i)) figures.push_back({i, i + size});
    i += size;
  }
  figures.erase(figures.begin(), figures.end() - static_cast<std::ptrdiff_t>(end.skipped));
  return figures;
}

FrameContent PageFiller::fill(std::size_t begin, const Rest& rest, const PageEnd& end,
                              Length height, Rest& left) const {
  FrameContent page;
  page.height = height;
  page.floats = rest.figures;
  page.begin = begin;
  page.end = end.end;
  if (end.skipped > 0) page.skipped = waiting_figures(begin, end);
  left.figures = page.skipped;
  place_notes(page, rest, left);
  return page;
}

// Places what is carried over and the page's own notes, in order, as far as there is room. What is
// called later on the page keeps room for its beginning.
void PageFiller::place_notes(FrameContent& page, const Rest& rest, Rest& left) const {
  std::vector<NoteRest> waiting = rest.notes;
  const std::vector<PlacedItem> items = placed_items(flow_, page);
  Length kept = 0;
  for (const PlacedItem& placed : items) {
    for (const int note : flow_.body[placed.item].notes) {
      waiting.push_back({note, 0});
      kept += need_of(note).least;
    }
  }
  if (waiting.empty()) return;
  Length room = page.height - bottom_of(flow_, items) - metrics_.note_space;
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const NoteRest& part = waiting[i];
    const Flow& note = flow_.notes[static_cast<std::size_t>(part.note)];
    if (note.empty()) continue;
    const bool is_rest = i < rest.notes.size();
    if (!is_rest) kept -= need_of(part.note).least;
    // An empty page takes a line whatever its height.
    const bool forced = items.empty() && page.notes.empty();
    // What is left over from the page before stays in order.
    const bool waits = is_rest && !left.notes.empty();
    const std::size_t end = waits ? part.begin : note_end(note, part.begin, room - kept, forced);
    if (end > part.begin) {
      page.notes.push_back({part.note, part.begin, end});
      room -= height_of(note, part.begin, end) + metrics_.note_gap;
    }
    if (end < note.size()) left.notes.push_back({part.note, end});
  }
}

Length PageFiller::used_height(const FrameContent& frame) const {
  Length height = bottom_of(flow_, placed_items(flow_, frame));
  if (!frame.notes.empty()) height += metrics_.note_space;
  for (const NotePart& part : frame.notes) {
    const Flow& note = flow_.notes[static_cast<std::size_t>(part.note)];
    height += height_of(note, part.begin, part.end) + metrics_.note_gap;
  }
  return height;
}

Length PageFiller::rough_height(std::size_t begin, std::size_t end) const {
  return reached_[end] - reached_[begin];
}

// Where the part of a note ends that has room: where a page may end, if there is such a place.
std::size_t PageFiller::note_end(const Flow& note, std::size_t begin, Length room,
                                 bool forced) const {
  std::size_t best = begin;
  std::size_t end = begin;
  while (end < note.size()) {
    const Length space = end == begin ? 0 : note[end].space_before + note[end - 1].space_after;
    const bool must = forced && end == begin;
    if (space + note[end].height > room && !must) break;
    room -= space + note[end].height;
    ++end;
    if (end == note.size() || note[end].cost_before < never_divide) best = end;
  }
  return best > begin ? best : end;
}

}  // namespace pressmark::pdf
