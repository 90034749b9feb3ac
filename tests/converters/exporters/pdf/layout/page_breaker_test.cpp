// Page breaks of flows that are made up: no fonts, no text.
#include "converters/exporters/pdf/layout/page_breaker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>

namespace pressmark::pdf {
namespace {

ArticleFlow lines_flow(int count, Length height) {
  ArticleFlow flow;
  for (int i = 0; i < count; ++i) {
    FlowItem item;
    item.height = height;
    flow.body.push_back(std::move(item));
  }
  return flow;
}

constexpr PageMetrics ten_lines = {100 * point, 10 * point, 10 * point, 0};

TEST(DivideIntoPages, FillsPages) {
  const auto pages = divide_into_pages(lines_flow(25, 10 * point), ten_lines);
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_EQ(pages[0].end, 10u);
  EXPECT_EQ(pages[1].end, 20u);
  EXPECT_EQ(pages[2].end, 25u);
}

TEST(DivideIntoPages, KeepsWhatMustStayTogether) {
  ArticleFlow flow = lines_flow(12, 10 * point);
  flow.body[9].cost_before = flow.body[10].cost_before = never_divide;
  const auto pages = divide_into_pages(flow, ten_lines);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].end, 8u);
}

TEST(DivideIntoPages, TakesAnItemThatIsHigherThanThePage) {
  ArticleFlow flow = lines_flow(3, 10 * point);
  flow.body[1].height = 500 * point;
  const auto pages = divide_into_pages(flow, ten_lines);
  EXPECT_EQ(pages.back().end, 3u);
  EXPECT_LE(pages.size(), 3u);
}

TEST(DivideIntoPages, PutsNotesOnThePageOfTheirMark) {
  ArticleFlow flow = lines_flow(12, 10 * point);
  flow.body[2].notes = {0};
  flow.notes = {lines_flow(2, 10 * point).body};
  const auto pages = divide_into_pages(flow, ten_lines);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].end, 7u);  // ten lines less the note's two and the rule's one
  ASSERT_EQ(pages[0].notes.size(), 1u);
  EXPECT_EQ(pages[0].notes[0].end, 2u);
}

TEST(DivideIntoPages, LetsLongNotesGoOn) {
  ArticleFlow flow = lines_flow(30, 10 * point);
  flow.body[9].notes = {0};
  flow.notes = {lines_flow(40, 10 * point).body};
  const auto pages = divide_into_pages(flow, ten_lines);
  std::size_t shown = 0;
  for (const FrameContent& page : pages) {
    Length height = 10 * point * static_cast<Length>(page.end - page.begin);
    if (!page.notes.empty()) height += ten_lines.note_space;
    for (const NotePart& part : page.notes) {
      EXPECT_EQ(part.begin, shown);
      shown = part.end;
      height += 10 * point * static_cast<Length>(part.end - part.begin);
    }
    EXPECT_LE(height, ten_lines.height);
  }
  EXPECT_EQ(shown, 40u);
  EXPECT_EQ(pages.back().end, 30u);
}

TEST(DivideIntoPages, LetsFiguresWaitForTheNextPage) {
  ArticleFlow flow = lines_flow(20, 10 * point);
  flow.body[6].height = 60 * point;
  flow.body[6].float_size = 1;
  const auto pages = divide_into_pages(flow, ten_lines);
  ASSERT_EQ(pages.size(), 3u);
  EXPECT_EQ(pages[0].end, 11u);  // ten lines, without the figure among them
  ASSERT_EQ(pages[0].skipped.size(), 1u);
  ASSERT_EQ(pages[1].floats.size(), 1u);
  EXPECT_EQ(pages[1].floats[0].begin, 6u);
  EXPECT_EQ(pages[1].end, 15u);
}

TEST(DivideIntoPages, SharesAHoleThatALaterPageWouldHave) {
  // Filled to the brim, the second page would end four lines early, before the five that stay
  // together.
  ArticleFlow flow = lines_flow(40, 10 * point);
  for (int i = 17; i < 21; ++i) flow.body[static_cast<std::size_t>(i)].cost_before = never_divide;
  const auto pages = divide_into_pages(flow, ten_lines);
  ASSERT_GE(pages.size(), 3u);
  EXPECT_EQ(pages[0].end, 8u);
  EXPECT_EQ(pages[1].end, 16u);
}

TEST(DivideIntoPages, LetsNoFigureWaitForTheNextPageButOne) {
  ArticleFlow flow = lines_flow(30, 10 * point);
  for (const std::size_t i : {5u, 7u}) {
    flow.body[i].height = 60 * point;
    flow.body[i].float_size = 1;
  }
  const auto pages = divide_into_pages(flow, ten_lines);
  ASSERT_GE(pages.size(), 3u);
  EXPECT_EQ(pages[0].skipped, std::vector<ItemRange>({{5, 6}}));
  EXPECT_EQ(pages[0].end, 7u);  // the second one would not fit below the first
  EXPECT_EQ(pages[1].floats, std::vector<ItemRange>({{5, 6}}));
}

TEST(DivideIntoPages, BeginsEachNoteOnThePageOfItsMark) {
  ArticleFlow flow = lines_flow(12, 10 * point);
  flow.body[0].notes = {0, 1};
  flow.notes = {lines_flow(20, 10 * point).body, lines_flow(2, 10 * point).body};
  const auto pages = divide_into_pages(flow, ten_lines);
  ASSERT_EQ(pages[0].notes.size(), 2u);
  EXPECT_EQ(pages[0].notes[1].note, 1);
  EXPECT_EQ(pages[0].notes[1].end, 2u);
}

// Random flows: paragraphs of lines, headings that stay with them, figures, notes short and long.
class RandomFlow {
 public:
  explicit RandomFlow(std::uint32_t seed) : state_(seed * 2654435761u + 3) {}

  ArticleFlow make(int paragraphs, bool plain) {
    for (int i = 0; i < paragraphs; ++i) {
      if (!plain && below(7) == 0) add_figure();
      if (below(5) == 0) {
        FlowItem heading;
        heading.height = heading.space_before = 10 * point;
        heading.space_at_top = 2 * point;
        flow_.body.push_back(std::move(heading));
        add_paragraph(plain, never_divide);
      } else {
        add_paragraph(plain, 0);
      }
    }
    return std::move(flow_);
  }

 private:
  int below(int limit) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<int>((state_ >> 8) % static_cast<std::uint32_t>(limit));
  }

  static void add_lines(Flow& flow, int count, int first_cost, Length height) {
    for (int i = 0; i < count; ++i) {
      FlowItem line;
      line.height = height;
      line.cost_before = i == 0 ? first_cost : i == 1 || i + 1 == count ? never_divide : 0;
      flow.push_back(std::move(line));
    }
  }

  void add_paragraph(bool plain, int first_cost) {
    const std::size_t first = flow_.body.size();
    add_lines(flow_.body, 1 + below(12), first_cost, 10 * point);
    if (plain) return;
    for (std::size_t i = first; i < flow_.body.size(); ++i) {
      if (below(12) == 0) {
        flow_.body[i].notes.push_back(static_cast<int>(flow_.notes.size()));
        Flow note;
        add_lines(note, 1 + (below(6) == 0 ? below(60) : below(3)), 0, 8 * point);
        flow_.notes.push_back(std::move(note));
      }
    }
  }

  void add_figure() {
    FlowItem image;
    image.height = (20 + below(100)) * point;
    image.float_size = 2;
    FlowItem caption;
    caption.height = 10 * point;
    caption.cost_before = never_divide;
    caption.space_after = 10 * point;
    flow_.body.push_back(std::move(image));
    flow_.body.push_back(std::move(caption));
  }

  std::uint32_t state_;
  ArticleFlow flow_;
};

constexpr PageMetrics twenty_lines = {200 * point, 10 * point, 10 * point, point};

Length page_height(const ArticleFlow& flow, const FrameContent& page, const PageMetrics& metrics) {
  Length height = bottom_of(flow, placed_items(flow, page));
  if (!page.notes.empty()) height += metrics.note_space;
  for (const NotePart& part : page.notes) {
    height += height_of(flow.notes[static_cast<std::size_t>(part.note)], part.begin, part.end);
    if (&part != &page.notes.back()) height += metrics.note_gap;
  }
  return height;
}

// Every item once, in order, figures at most a page late; notes whole, from the page of their mark.
void expect_complete(const ArticleFlow& flow, const std::vector<FrameContent>& pages) {
  std::size_t next = 0;
  std::set<std::size_t> waiting;
  std::vector<std::size_t> shown(flow.notes.size(), 0);
  for (const FrameContent& page : pages) {
    ASSERT_EQ(page.begin, next);
    next = page.end;
    for (const ItemRange& figure : page.floats) ASSERT_EQ(waiting.erase(figure.begin), 1u);
    ASSERT_TRUE(waiting.empty()) << "a figure is later than the next page";
    for (const ItemRange& figure : page.skipped) waiting.insert(figure.begin);
    std::set<int> begun;
    for (const NotePart& part : page.notes) {
      std::size_t& end = shown[static_cast<std::size_t>(part.note)];
      ASSERT_EQ(part.begin, end);
      end = part.end;
      if (part.begin == 0) begun.insert(part.note);
    }
    for (const PlacedItem& placed : placed_items(flow, page)) {
      for (const int note : flow.body[placed.item].notes) ASSERT_EQ(begun.erase(note), 1u);
    }
    ASSERT_TRUE(begun.empty()) << "a note is not on the page of its mark";
  }
  EXPECT_EQ(next, flow.body.size());
  EXPECT_TRUE(waiting.empty());
  for (std::size_t i = 0; i < shown.size(); ++i) EXPECT_EQ(shown[i], flow.notes[i].size());
}

TEST(DivideIntoPages, PlacesAllOfRandomFlows) {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    const ArticleFlow flow = RandomFlow(seed).make(40, false);
    const auto pages = divide_into_pages(flow, twenty_lines);
    SCOPED_TRACE("seed " + std::to_string(seed));
    expect_complete(flow, pages);
    for (const FrameContent& page : pages) {
      EXPECT_LE(page_height(flow, page, twenty_lines), twenty_lines.height);
      if (page.end < flow.body.size()) {
        EXPECT_LT(flow.body[page.end].cost_before, never_divide) << page.end;
      }
    }
    if (testing::Test::HasFailure()) return;
  }
}

// The cost of a page of a plain flow, as page_breaker.h and flow.h have it; the last one is free
// but where it has less than three lines.
std::int64_t cost_of(const ArticleFlow& flow, const FrameContent& page) {
  const Length height = page_height(flow, page, twenty_lines);
  if (page.end == flow.body.size()) {
    if (page.begin == 0) return 0;
    return height < 20 * point ? 200 : height < 30 * point ? 100 : 0;
  }
  const std::int64_t empty = (twenty_lines.height - height) / twenty_lines.leading;
  return flow.body[page.end].cost_before + short_line_cost * empty * empty;
}

// The least sum of costs, by trying all ways.
std::int64_t least_cost(const ArticleFlow& flow) {
  const std::size_t count = flow.body.size();
  std::vector<std::int64_t> least(count + 1, std::numeric_limits<std::int64_t>::max() / 2);
  least[0] = 0;
  for (std::size_t begin = 0; begin < count; ++begin) {
    for (std::size_t end = begin + 1; end <= count; ++end) {
      FrameContent page;
      page.begin = begin;
      page.end = end;
      if (page_height(flow, page, twenty_lines) > twenty_lines.height) break;
      if (end < count && flow.body[end].cost_before >= never_divide) continue;
      least[end] = std::min(least[end], least[begin] + cost_of(flow, page));
    }
  }
  return least[count];
}

TEST(DivideIntoPages, CostsAsLittleAsAnyWay) {
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    const ArticleFlow flow = RandomFlow(seed).make(30, true);
    std::int64_t cost = 0;
    for (const FrameContent& page : divide_into_pages(flow, twenty_lines)) {
      cost += cost_of(flow, page);
    }
    EXPECT_EQ(cost, least_cost(flow)) << "seed " << seed;
  }
}

// Paragraphs as above with tables and titles between them that stand across the columns.
ArticleFlow flow_with_parts_across(std::uint32_t seed) {
  ArticleFlow flow = RandomFlow(seed).make(40, false);
  for (std::size_t i = 0; i < flow.body.size();) {
    const std::size_t size = std::max<std::size_t>(flow.body[i].float_size, 1);
    // A stretch of five to twenty lines in every two hundred, first of all the title.
    const bool is_across = size == 1 && (i + seed) % 200 < 5 + seed % 16;
    flow.body[i].across = is_across;
    i += size;
  }
  flow.body.front().across = true;
  return flow;
}

constexpr PageMetrics two_columns = {205 * point, 10 * point, 10 * point, point, 2};

TEST(DivideIntoPages, PlacesAllOfRandomFlowsInTwoColumns) {
  int balanced = 0;
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    const ArticleFlow flow = flow_with_parts_across(seed);
    const auto frames = divide_into_pages(flow, two_columns);
    SCOPED_TRACE("seed " + std::to_string(seed));
    expect_complete(flow, frames);
    ASSERT_TRUE(frames.front().begins_page);
    Length above = 0;  // what the page has above the band
    for (std::size_t i = 0; i < frames.size(); ++i) {
      const FrameContent& frame = frames[i];
      EXPECT_LE(page_height(flow, frame, two_columns), frame.height);
      EXPECT_LE(frame.top + frame.height, two_columns.height);
      if (frame.begins_page) {
        above = 0;
        EXPECT_EQ(frame.top, 0);
        EXPECT_EQ(frame.column, 0);
      } else if (frame.column > 0) {
        EXPECT_EQ(frame.top, frames[i - 1].top) << "two columns begin at one height";
      } else {
        EXPECT_GE(frame.top, above);
      }
      above = std::max(above, frame.top + frame.height);
      bool is_last = frame.end == flow.body.size();
      for (std::size_t k = frame.begin; k < frame.end; ++k) {
        EXPECT_EQ(flow.body[k].across, flow.body[frame.begin].across);
      }
      if (is_last || flow.body[frame.end].across) {
        if (frame.column == 1 && frame.height < two_columns.height - frame.top) ++balanced;
      } else if (!flow.body[frame.begin].across) {
        EXPECT_LT(flow.body[frame.end].cost_before, never_divide) << frame.end;
      }
    }
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(balanced, 300);  // the last page of each, and more
}

TEST(DivideIntoPages, BalancesTheColumnsOfTheLastPage) {
  ArticleFlow flow = lines_flow(27, 10 * point);
  flow.body[0].across = true;
  const PageMetrics metrics = {100 * point, 10 * point, 10 * point, 0, 2};
  const auto frames = divide_into_pages(flow, metrics);
  // The title, nine lines beside nine, four lines beside four.
  ASSERT_EQ(frames.size(), 5u);
  EXPECT_EQ(frames[1].top, 10 * point);
  EXPECT_EQ(frames[2].end, 19u);
  EXPECT_TRUE(frames[3].begins_page);
  EXPECT_EQ(frames[3].height, 40 * point);
  EXPECT_EQ(frames[3].end, 23u);
  EXPECT_EQ(frames[4].column, 1);
}

TEST(DivideIntoPages, PlacesAllOfALongFlow) {
  const ArticleFlow flow = RandomFlow(1).make(10'000, false);
  const auto pages = divide_into_pages(flow, twenty_lines);
  expect_complete(flow, pages);
}

}  // namespace
}  // namespace pressmark::pdf
