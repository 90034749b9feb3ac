#include "converters/exporters/pdf/layout/page_breaker.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace pressmark::pdf {
namespace {

// A note longer than this share of the page may go on on the next one.
constexpr int note_share = 3;
// Lines that a divided note keeps on the page of its mark.
constexpr std::size_t least_note_lines = 2;

Length height_of(const Flow& flow, std::size_t begin, std::size_t end) {
  Length height = 0;
  for (std::size_t i = begin; i < end; ++i) {
    height += flow[i].height + (i == begin ? 0 : flow[i].space_before);
  }
  return height;
}

class Divider {
 public:
  Divider(const ArticleFlow& flow, const PageMetrics& metrics) : flow_(flow), metrics_(metrics) {}

  std::vector<PageContent> run() {
    std::size_t at = 0;
    const std::size_t count = flow_.body.size();
    while (at < count || !carried_.empty()) {
      PageContent page;
      page.begin = at;
      const Length carried = reserve_carried();
      page.end = at < count ? find_end(at, carried) : at;
      place_notes(page);
      // Whatever happens, the work goes on: a page takes an item or a part of a note.
      if (page.end == at && page.notes.empty()) page.end = at + 1;
      at = page.end;
      pages_.push_back(std::move(page));
    }
    if (pages_.empty()) pages_.push_back({});
    return std::move(pages_);
  }

 private:
  struct Carried {
    int note = 0;
    std::size_t begin = 0;
  };

  // Room for the rest of earlier notes: at most half of the page, so that the text goes on.
  Length reserve_carried() const {
    if (carried_.empty()) return 0;
    Length height = metrics_.note_space;
    for (const Carried& rest : carried_) {
      const Flow& note = flow_.notes[rest.note];
      height += height_of(note, rest.begin, note.size()) + metrics_.note_gap;
    }
    return std::min(height, metrics_.height / 2);
  }

  // Height that an item's notes need at least on its page, and wholly.
  struct NoteNeed {
    Length least = 0;
    Length whole = 0;
  };
  NoteNeed need_of(const FlowItem& item) const {
    NoteNeed need;
    for (const int index : item.notes) {
      const Flow& note = flow_.notes[index];
      const Length whole = height_of(note, 0, note.size()) + metrics_.note_gap;
      const bool divides = whole > metrics_.height / note_share && note.size() > least_note_lines;
      need.whole += whole;
      need.least += divides ? height_of(note, 0, least_note_lines) + metrics_.note_gap : whole;
    }
    return need;
  }

  std::size_t find_end(std::size_t begin, Length carried) {
    const Flow& body = flow_.body;
    Length used = 0;
    Length notes = carried;
    Length header = 0;
    if (body[begin].table >= 0) header = flow_.headers[body[begin].table].height;
    std::size_t best = begin;
    std::int64_t best_cost = std::numeric_limits<std::int64_t>::max();
    std::size_t last = begin;
    std::size_t last_soft = begin;
    for (std::size_t i = begin; i < body.size(); ++i) {
      const FlowItem& item = body[i];
      const NoteNeed need = need_of(item);
      Length more = item.height + (i == begin ? header : item.space_before);
      const bool first_notes = notes == 0 && !item.notes.empty();
      const Length rule = first_notes ? metrics_.note_space : 0;
      if (i > begin && used + more + notes + rule + need.least > metrics_.height) break;
      used += more;
      notes += rule + need.whole;
      last = i + 1;
      if (last == body.size()) return last;
      const int cost = body[last].cost_before;
      if (cost < never_divide) last_soft = last;
      const Length left = metrics_.height - used - notes;
      const std::int64_t empty_lines = std::max<Length>(left, 0) / metrics_.leading;
      const std::int64_t total = cost + short_line_cost * empty_lines * empty_lines;
      if (total <= best_cost && cost < never_divide) {
        best_cost = total;
        best = last;
      }
    }
    if (best > begin) return best;
    return last_soft > begin ? last_soft : last;
  }

  // Places what is carried over and the page's own notes, in order, as far as there is room.
  void place_notes(PageContent& page) {
    std::vector<Carried> waiting = std::move(carried_);
    carried_.clear();
    for (std::size_t i = page.begin; i < page.end; ++i) {
      for (const int note : flow_.body[i].notes) waiting.push_back({note, 0});
    }
    if (waiting.empty()) return;
    Length used = height_of(flow_.body, page.begin, page.end);
    if (page.begin < page.end && flow_.body[page.begin].table >= 0) {
      used += flow_.headers[flow_.body[page.begin].table].height;
    }
    Length room = metrics_.height - used - metrics_.note_space;
    for (const Carried& rest : waiting) {
      const Flow& note = flow_.notes[rest.note];
      if (note.empty()) continue;
      if (!carried_.empty()) {
        carried_.push_back(rest);
        continue;
      }
      std::size_t end = rest.begin;
      while (end < note.size()) {
        const Length height = note[end].height + (end == rest.begin ? 0 : note[end].space_before);
        // An empty page takes a line whatever its height.
        const bool forced = page.begin == page.end && page.notes.empty() && end == rest.begin;
        if (height > room && !forced) break;
        room -= height;
        ++end;
      }
      if (end > rest.begin) page.notes.push_back({rest.note, rest.begin, end});
      if (end < note.size()) carried_.push_back({rest.note, end});
      room -= metrics_.note_gap;
    }
  }

  const ArticleFlow& flow_;
  const PageMetrics& metrics_;
  std::vector<PageContent> pages_;
  std::vector<Carried> carried_;
};

}  // namespace

std::vector<PageContent> divide_into_pages(const ArticleFlow& flow, const PageMetrics& metrics) {
  return Divider(flow, metrics).run();
}

}  // namespace pressmark::pdf
