// Page breaks, and inputs made to take the machine.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "converters/exporters/pdf/layout/dump.h"
#include "converters/exporters/pdf/layout/layout.h"
#include "converters/exporters/pdf/layout/page_breaker.h"
#include "tests/support/fake_environment.h"
#include "tests/support/sample_documents.h"

namespace pressmark::pdf {
namespace {

Layout lay_out_sample(const Document& document, const PageStyle& style = {}) {
  static FontLibrary library(system_fonts());
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  Result<Layout> layout = lay_out(document, style, library, context);
  EXPECT_TRUE(layout.has_value()) << layout.error().describe();
  return layout ? std::move(*layout) : Layout{};
}

struct PageFaults {
  int widows = 0;
  int orphans = 0;
  int stranded_headings = 0;
  int short_pages = 0;  // by more than five lines, the last page aside
};

// For each piece of content the element of the given kinds that it belongs to, or none.
std::vector<ElementId> owners(const Layout& layout, std::initializer_list<Tag> tags) {
  std::vector<ElementId> result(static_cast<std::size_t>(layout.content_count), -1);
  for (std::size_t id = 0; id < layout.elements.size(); ++id) {
    for (const Element::Kid& kid : layout.elements[id].kids) {
      if (kid.element) continue;
      for (auto at = static_cast<ElementId>(id); at >= 0;
           at = layout.elements[static_cast<std::size_t>(at)].parent) {
        const Tag tag = layout.elements[static_cast<std::size_t>(at)].tag;
        if (std::find(tags.begin(), tags.end(), tag) != tags.end()) {
          result[static_cast<std::size_t>(kid.content)] = at;
          break;
        }
      }
    }
  }
  return result;
}

PageFaults find_faults(const Layout& layout, const PageStyle& style) {
  PageFaults faults;
  const std::vector<ElementId> paragraphs = owners(layout, {Tag::paragraph});
  const std::vector<ElementId> headings = owners(layout, {Tag::heading});
  const std::vector<ElementId> notes = owners(layout, {Tag::note});
  std::map<ElementId, std::map<int, std::set<Length>>> lines;  // by paragraph and page
  for (std::size_t p = 0; p < layout.pages.size(); ++p) {
    Length lowest = 0;
    Length bottom = 0;
    bool heading = false;
    for (const Item& item : layout.pages[p].items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run == nullptr || run->content < 0) continue;
      bottom = std::max(bottom, run->y);
      if (notes[run->content] >= 0) continue;
      if (run->y > lowest) {
        lowest = run->y;
        heading = headings[run->content] >= 0;
      }
      if (paragraphs[run->content] >= 0) {
        // Raised marks stand on the line of their paragraph.
        Length y = run->y;
        std::set<Length>& known = lines[paragraphs[run->content]][static_cast<int>(p)];
        const auto near = known.lower_bound(y - 5 * point);
        if (near == known.end() || *near > y + 5 * point) known.insert(y);
      }
    }
    if (heading) ++faults.stranded_headings;
    const Length foot = style.height - style.margin_bottom;
    if (p + 1 < layout.pages.size() && bottom < foot - 6 * style.leading) ++faults.short_pages;
  }
  for (const auto& [id, pages] : lines) {
    if (pages.size() < 2) continue;
    if (pages.begin()->second.size() < 2) ++faults.orphans;
    if (pages.rbegin()->second.size() < 2) ++faults.widows;
  }
  return faults;
}

TEST(Pages, HaveNoWidowsOrphansOrStrandedHeadings) {
  for (const int words : {3000, 30000}) {
    for (const char* size : {"A4", "A5", "e-reader"}) {
      const PageStyle style = style_for(*find_page_size(size));
      const Layout layout = lay_out_sample(sample::generated(words), style);
      const PageFaults faults = find_faults(layout, style);
      EXPECT_EQ(faults.widows, 0) << size << " " << words;
      EXPECT_EQ(faults.orphans, 0) << size << " " << words;
      EXPECT_EQ(faults.stranded_headings, 0) << size << " " << words;
      EXPECT_EQ(faults.short_pages, 0) << size << " " << words;
    }
  }
}

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
  for (const PageContent& page : pages) {
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

// ---- Inputs made to take the machine: they end in bounded time ---------------------------------

Document with_body(Blocks body) {
  Document document;
  document.language = "en";
  document.front.headline = {text("Large")};
  document.body = std::move(body);
  return document;
}

TEST(Pages, SetATableOfAHundredThousandCells) {
  Table table;
  table.header_rows = 1;
  table.rows.resize(10000);
  for (Row& row : table.rows) {
    row.cells.resize(10);
    for (Cell& cell : row.cells) cell.children = {paragraph({text("12,345")})};
  }
  const Layout layout = lay_out_sample(with_body({Block{table}}));
  EXPECT_GT(layout.pages.size(), 100u);
}

TEST(Pages, SetATableOfAThousandColumns) {
  Table table;
  table.rows.resize(20);
  for (Row& row : table.rows) {
    row.cells.resize(1000);
    for (Cell& cell : row.cells) cell.children = {paragraph({text("some words")})};
  }
  EXPECT_FALSE(lay_out_sample(with_body({Block{table}})).pages.empty());
}

TEST(Pages, SetAParagraphOfTenThousandNotes) {
  Inlines line;
  for (int i = 0; i < 10000; ++i) {
    line.push_back(text("word"));
    line.push_back(Inline{Note{"", {paragraph({text("A note of some words.")})}}});
    line.push_back(text(" "));
  }
  const Layout layout = lay_out_sample(with_body({paragraph(std::move(line))}));
  EXPECT_GT(layout.pages.size(), 100u);
}

TEST(Pages, SetAWordOfAMegabyte) {
  const Layout layout = lay_out_sample(with_body({paragraph({text(std::string(1'000'000, 'x'))})}));
  EXPECT_GT(layout.pages.size(), 100u);
}

TEST(Pages, ScaleAHugeImageToThePage) {
  Document document = sample::images();
  Resource huge = document.resources.all().begin()->second;
  huge.sha256[0] = huge.sha256[0] == '0' ? '1' : '0';
  huge.width = huge.height = 20000;
  const ResourceId id = document.resources.add(huge);
  document.body = {paragraph({Inline{Image{id, "large"}}}),
                   paragraph({text("Beside "), Inline{Image{id, "large"}}, text(" text.")})};
  const PageStyle style;
  const Layout layout = lay_out_sample(document);
  for (const Page& page : layout.pages) {
    for (const Item& item : page.items) {
      const auto* image = std::get_if<PlacedImage>(&item);
      if (image == nullptr) continue;
      EXPECT_LE(image->width, style.measure());
      EXPECT_LE(image->height, style.text_height());
      EXPECT_LE(image->y + image->height, style.height - style.margin_bottom);
    }
  }
}

TEST(Pages, SetARowThatIsLongerThanThePage) {
  Table table;
  table.rows.resize(2);
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "word" + std::to_string(i) + " ";
  table.rows[0].cells = {Cell{{paragraph({text(words)})}}, Cell{{paragraph({text(words)})}}};
  table.rows[1].cells = {Cell{{paragraph({text("end")})}}};
  const PageStyle style;
  const Layout layout = lay_out_sample(with_body({Block{table}}));
  EXPECT_GT(layout.pages.size(), 3u);
  for (const Page& page : layout.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run == nullptr || run->content < 0) continue;
      EXPECT_LE(run->y, style.height - style.margin_bottom);
    }
  }
}

}  // namespace
}  // namespace pressmark::pdf
