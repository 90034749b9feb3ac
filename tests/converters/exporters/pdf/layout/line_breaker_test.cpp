#include "converters/exporters/pdf/layout/line_breaker.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "tests/support/golden.h"

namespace pressmark::pdf {
namespace {

constexpr Length quarter = point / 4;

BreakParameters plain_tex(Length width) {
  BreakParameters parameters;
  parameters.first_width = parameters.width = width;
  return parameters;
}

TEST(Badness, IsThatOfTex) {
  EXPECT_EQ(badness(0, 10), 0);
  EXPECT_EQ(badness(5, 0), 10000);
  EXPECT_EQ(badness(10 * point, 10 * point), 100);
  EXPECT_EQ(badness(5 * point, 10 * point), 12);
  EXPECT_EQ(badness(20 * point, 10 * point), 800);
  EXPECT_EQ(badness(1000 * point, point), 10000);
}

TEST(BreakLines, TakesOneLineWhereAllFits) {
  const std::vector<BreakItem> items = {box_item(10 * point), glue_item(3 * point, point, point),
                                        box_item(10 * point), penalty_item(must_break)};
  const auto breaks = break_lines(items, plain_tex(100 * point));
  ASSERT_TRUE(breaks.has_value());
  EXPECT_EQ(*breaks, (std::vector<std::size_t>{3}));
}

// Derived by hand. Boxes of 20, glue of 4 plus 2 minus 1, measure 70: three boxes are 68 wide and
// stretch by 2 of 4, badness 100 (2/4)^3 = 12; two boxes are 44 and would stretch by 26 of 2.
TEST(BreakLines, FillsLinesEvenly) {
  std::vector<BreakItem> items;
  for (int i = 0; i < 6; ++i) {
    if (i > 0) items.push_back(glue_item(4 * point, 2 * point, point));
    items.push_back(box_item(20 * point));
  }
  items.push_back(penalty_item(must_break));
  const auto breaks = break_lines(items, plain_tex(70 * point));
  ASSERT_TRUE(breaks.has_value());
  EXPECT_EQ(*breaks, (std::vector<std::size_t>{5, 11}));
}

// Derived by hand. Measure 50; boxes 20 20 | 9 - 9 20: without the division the second line would
// begin with 18. Line one with 20 20 9 and a hyphen of 2: 20+4+20+4+9+2 = 59 > 50 + shrink: not.
// So the first line is 20 20, 44 wide, short by 6 with stretch 2 (badness 2698): beyond any
// tolerance of 200, and there are no breaks.
TEST(BreakLines, RefusesWhatIsBeyondTheTolerance) {
  const std::vector<BreakItem> items = {
      box_item(20 * point), glue_item(4 * point, 2 * point, point),
      box_item(20 * point), glue_item(4 * point, 2 * point, point),
      box_item(9 * point),  penalty_item(50, 2 * point, true),
      box_item(9 * point),  glue_item(4 * point, 2 * point, point),
      box_item(20 * point), penalty_item(must_break)};
  BreakParameters parameters = plain_tex(50 * point);
  EXPECT_FALSE(break_lines(items, parameters).has_value());
  parameters.tolerance = 10000;
  const auto breaks = break_lines(items, parameters);
  ASSERT_TRUE(breaks.has_value());
  EXPECT_EQ(*breaks, (std::vector<std::size_t>{3, 9}));
}

TEST(BreakLines, TakesAnOverfullLineOnlyWhereItMay) {
  const std::vector<BreakItem> items = {box_item(200 * point),
                                        glue_item(4 * point, 2 * point, point),
                                        box_item(20 * point), penalty_item(must_break)};
  BreakParameters parameters = plain_tex(50 * point);
  parameters.tolerance = 10000;
  EXPECT_FALSE(break_lines(items, parameters).has_value());
  parameters.overfull = BreakParameters::Overfull::accept;
  const auto breaks = break_lines(items, parameters);
  ASSERT_TRUE(breaks.has_value());
  EXPECT_EQ(*breaks, (std::vector<std::size_t>{1, 3}));
}

TEST(BreakLines, KeepsForcedBreaks) {
  const std::vector<BreakItem> items = {box_item(10 * point), penalty_item(must_break),
                                        box_item(10 * point), penalty_item(must_break)};
  const auto breaks = break_lines(items, plain_tex(100 * point));
  ASSERT_TRUE(breaks.has_value());
  EXPECT_EQ(*breaks, (std::vector<std::size_t>{1, 3}));
}

struct TexParagraph {
  Length measure = 0;
  Length indent = 0;
  Length emergency_stretch = 0;
  std::vector<BreakItem> items;
  std::vector<int> boxes_on_lines;
};

BreakItem tex_item(const std::string& word) {
  if (word == "~") return glue_item(13 * quarter, 7 * quarter, 4 * quarter);
  if (word == ":") return glue_item(18 * quarter, 12 * quarter, 3 * quarter);
  if (word == "-") return penalty_item(50, 12 * quarter, true);
  if (word[0] == 'p') return penalty_item(std::stoi(word.substr(1)));
  return box_item(std::stoi(word) * quarter);
}

TexParagraph read_paragraph(const std::string& line) {
  TexParagraph paragraph;
  std::istringstream words(line);
  std::string word;
  words >> word;
  paragraph.measure = std::stoi(word) * point;
  while (words >> word && word != "|") {
    const std::size_t equals = word.find('=');
    const Length value = std::stoi(word.substr(equals + 1)) * point;
    (word.starts_with("indent") ? paragraph.indent : paragraph.emergency_stretch) = value;
  }
  while (words >> word && word != "|") paragraph.items.push_back(tex_item(word));
  paragraph.items.push_back(penalty_item(must_break));
  while (words >> word) paragraph.boxes_on_lines.push_back(std::stoi(word));
  return paragraph;
}

// TeX's three passes. Discretionaries of the source take part in the first one, too.
std::optional<std::vector<std::size_t>> break_in_passes(const TexParagraph& paragraph) {
  BreakParameters parameters = plain_tex(paragraph.measure);
  parameters.first_width -= paragraph.indent;
  parameters.tolerance = 100;
  auto breaks = break_lines(paragraph.items, parameters);
  if (breaks) return breaks;
  parameters.tolerance = 200;
  breaks = break_lines(paragraph.items, parameters);
  if (breaks || paragraph.emergency_stretch == 0) return breaks;
  parameters.extra_stretch = paragraph.emergency_stretch;
  return break_lines(paragraph.items, parameters);
}

TEST(BreakLines, BreaksAsTexDoes) {
  std::istringstream file(
      read_project_file("tests/converters/exporters/pdf/layout/tex_breaks.txt"));
  int paragraphs = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const TexParagraph paragraph = read_paragraph(line);
    const auto breaks = break_in_passes(paragraph);
    ASSERT_TRUE(breaks.has_value()) << line;
    std::vector<int> boxes;
    std::size_t at = 0;
    for (const std::size_t end : *breaks) {
      int count = 0;
      for (; at <= end; ++at) count += paragraph.items[at].kind == BreakItem::Kind::box;
      boxes.push_back(count);
    }
    EXPECT_EQ(boxes, paragraph.boxes_on_lines) << line;
    ++paragraphs;
  }
  EXPECT_GE(paragraphs, 29);
}

// Random paragraphs: breaks ascend to the end, no line is longer than its shrink allows, all lines
// keep the tolerance.
TEST(BreakLines, KeepsItsPromisesOnRandomParagraphs) {
  std::uint32_t state = 99;
  const auto next = [&state](int below) {
    state = state * 1664525u + 1013904223u;
    return static_cast<int>((state >> 8) % static_cast<std::uint32_t>(below));
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<BreakItem> items;
    const int boxes = 1 + next(200);
    for (int i = 0; i < boxes; ++i) {
      if (i > 0) {
        if (next(5) == 0) {
          items.push_back(penalty_item(next(300) - 50, next(3) * point, next(2) == 0));
        } else {
          items.push_back(glue_item(3 * point, next(4) * point, point));
        }
      }
      items.push_back(box_item((1 + next(40)) * point));
    }
    items.push_back(penalty_item(must_break));
    BreakParameters parameters = plain_tex((60 + next(200)) * point);
    parameters.first_width -= 15 * point;
    parameters.tolerance = 10000;
    const auto breaks = break_lines(items, parameters);
    if (!breaks) continue;
    std::size_t begin = 0;
    for (const std::size_t end : *breaks) {
      ASSERT_GE(end, begin);
      while (begin < end && items[begin].kind != BreakItem::Kind::box) ++begin;
      Length natural = items[end].kind == BreakItem::Kind::penalty ? items[end].width : 0;
      Length shrink = 0;
      for (std::size_t i = begin; i < end; ++i) {
        if (items[i].kind == BreakItem::Kind::penalty) continue;
        natural += items[i].width;
        shrink += items[i].shrink;
      }
      const Length width = end == breaks->front() ? parameters.first_width : parameters.width;
      EXPECT_LE(natural - shrink, width);
      begin = end + 1;
    }
    EXPECT_EQ(breaks->back(), items.size() - 1);
  }
}

}  // namespace
}  // namespace pressmark::pdf
