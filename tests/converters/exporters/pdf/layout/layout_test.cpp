#include "converters/exporters/pdf/layout/layout.h"

#include <gtest/gtest.h>

#include <thread>

#include "converters/exporters/pdf/layout/dump.h"
#include "tests/converters/exporters/pdf/layout/sample_layout.h"
#include "tests/converters/exporters/pdf/layout/soundness.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"
#include "tests/support/sample_documents.h"

namespace pressmark::pdf {
namespace {

TEST(Layout, SetsEverySampleSoundlyAndCompletely) {
  for (const auto& [name, document] : sample::all()) {
    const LaidOut result = lay_out_with(document);
    EXPECT_FALSE(result.layout.pages.empty()) << name;
    expect_sound_structure(result.layout, name);
    expect_sound_pages(result.layout, {}, name);
    expect_all_words(document, result.layout, name);
  }
}

TEST(Layout, SetsSmallPagesToo) {
  for (const auto& [size, style] : page_styles({"e-reader"})) {
    for (const auto& [sample, document] : sample::all()) {
      const Layout layout = lay_out_quietly(document, style);
      const std::string name = sample + " on " + size;
      expect_sound_structure(layout, name);
      expect_sound_pages(layout, style, name);
      if (sample != "hostile") expect_all_words(document, layout, name);
    }
  }
}

// The runs of an article that begin with a word.
std::vector<GlyphRun> runs_beginning(const Layout& layout, std::string_view word) {
  std::vector<GlyphRun> runs;
  for (const Page& page : layout.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run != nullptr && run->content >= 0 && run->text.starts_with(word)) runs.push_back(*run);
    }
  }
  return runs;
}

// The page of the first run that begins with a word; -1: there is none.
int page_of(const Layout& layout, std::string_view word) {
  for (std::size_t i = 0; i < layout.pages.size(); ++i) {
    for (const Item& item : layout.pages[i].items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      const bool begins = run != nullptr && run->content >= 0 && run->text.starts_with(word);
      if (begins) return static_cast<int>(i);
    }
  }
  return -1;
}

TEST(Layout, KeepsHeadlineAndBylineWithTheTextOfAnArticleInABook) {
  int later = 0;
  for (int lines = 20; lines < 60; ++lines) {
    Document document;
    document.language = "en";
    for (int i = 0; i < lines; ++i) document.body.push_back(paragraph({text("One line.")}));
    document.body.push_back(Block{Heading{2, {text("Headline")}}});
    document.body.push_back(paragraph({text("Byline")}));
    document.body.push_back(Block{Heading{3, {text("Summary")}}});
    std::string words = "Begins";
    for (int i = 0; i < 60; ++i) words += " with words";
    document.body.push_back(paragraph({text(words)}));
    const Layout layout = lay_out_quietly(document);
    const int page = page_of(layout, "Begins");
    EXPECT_EQ(page_of(layout, "Headline"), page) << lines;
    EXPECT_EQ(page_of(layout, "Byline"), page) << lines;
    if (page > 0) ++later;
  }
  EXPECT_GT(later, 5) << "the pages were never full";
  EXPECT_LT(later, 35);
}

TEST(Layout, DividesShortParagraphsBelowAHeading) {
  Document document;
  document.language = "en";
  document.body.push_back(Block{Heading{2, {text("Headline")}}});
  for (int i = 0; i < 200; ++i) document.body.push_back(paragraph({text("One line.")}));
  const Layout layout = lay_out_quietly(document);
  EXPECT_EQ(page_of(layout, "Headline"), 0);
  EXPECT_GT(layout.pages.at(0).items.size(), 20u);
}

TEST(Layout, SetsDisplayFormulasHalfALineApart) {
  const PageStyle style;
  Document document;
  document.language = "en";
  Formula formula;
  formula.plain = "E = mc";
  formula.display = true;
  document.body = {paragraph({text("Before it. "), Inline{formula}, text(" After it.")}),
                   paragraph({text("Next.")})};
  const Layout layout = lay_out_quietly(document, style);
  const auto before = runs_beginning(layout, "Before");
  const auto display = runs_beginning(layout, "E");
  const auto after = runs_beginning(layout, "After");
  const auto next = runs_beginning(layout, "Next");
  ASSERT_EQ(before.size() + display.size() + after.size() + next.size(), 4u);
  EXPECT_EQ(display[0].y - before[0].y, style.leading * 3 / 2);
  EXPECT_EQ(after[0].y - before[0].y, style.leading * 3);  // back on the grid
  EXPECT_EQ(next[0].y - after[0].y, style.leading);
}

TEST(Layout, SetsTextAsCloseToItsHeadingBelowHalfLines) {
  const PageStyle style;
  List list;
  list.items = {{paragraph({text("Item.")})}};
  Document document;
  document.language = "en";
  // A list ends between two lines of the grid, a paragraph on one.
  document.body = {paragraph({text("Words.")}),         Block{Heading{2, {text("First")}}},
                   paragraph({text("One.")}),           Block{list},
                   Block{Heading{2, {text("Second")}}}, paragraph({text("Two.")})};
  const Layout layout = lay_out_quietly(document, style);
  const auto distance = [&](std::string_view heading, std::string_view words) {
    return runs_beginning(layout, words).at(0).y - runs_beginning(layout, heading).at(0).y;
  };
  EXPECT_EQ(distance("First", "One"), distance("Second", "Two"));
}

TEST(Layout, SetsPicturesAmongWordsOnLinesOfTheirOwn) {
  Document document = sample::images();
  const ResourceId picture = document.resources.all().begin()->first;
  const PageStyle style;
  for (const int side : {40, 400}) {
    Document with = document;
    Resource resized = document.resources.all().begin()->second;
    resized.width = resized.height = side;
    resized.sha256[0] = resized.sha256[0] == '0' ? '1' : '0';
    const ResourceId id = with.resources.add(resized);
    with.body = {paragraph({text("Before "), Inline{Image{id, "A picture"}}, text(" after.")})};
    const Layout layout = lay_out_quietly(with, style);
    Length before = 0;
    Length after = 0;
    for (const Item& item : layout.pages.at(0).items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run == nullptr || run->content < 0) continue;
      if (run->text.find("Before") != std::string::npos) before = run->y;
      if (run->text.find("after") != std::string::npos) after = run->y;
    }
    ASSERT_GT(before, 0);
    if (side == 40) {
      EXPECT_EQ(after, before) << "a sign stays in its line";
    } else {
      EXPECT_GT(after, before + side * point * 3 / 4);
    }
  }
}

// Glyph ids of the only run that begins with the text.
std::vector<std::uint32_t> glyphs_of(const Layout& layout, std::string_view word) {
  const auto runs = runs_beginning(layout, word);
  EXPECT_EQ(runs.size(), 1u) << word;
  std::vector<std::uint32_t> ids;
  for (const GlyphRun& run : runs) {
    for (const Glyph& glyph : run.glyphs) ids.push_back(glyph.id);
  }
  return ids;
}

TEST(Layout, SetsTheFontsOwnSmallCapitalsAndFigures) {
  Document document;
  document.language = "en";
  Table table;
  table.rows.resize(1);
  table.rows[0].cells = {Cell{{paragraph({text("1890")})}}};
  document.body = {paragraph({styled(Style::small_caps, {text("abc")})}), paragraph({text("abc")}),
                   paragraph({text("1870")}), paragraph({Inline{Code{"1880", ""}}}), Block{table}};
  PageStyle style;
  const Layout lining = lay_out_quietly(document, style);
  style.old_style_figures = true;
  const Layout old_style = lay_out_quietly(document, style);
  // Of one size and font: they are no reduced capitals.
  const auto letters = runs_beginning(lining, "abc");
  ASSERT_EQ(letters.size(), 2u);
  EXPECT_EQ(letters[0].size, letters[1].size);
  EXPECT_EQ(letters[0].font, letters[1].font);
  EXPECT_NE(letters[0].glyphs[0].id, letters[1].glyphs[0].id);
  EXPECT_NE(glyphs_of(old_style, "1870"), glyphs_of(lining, "1870"));
  EXPECT_EQ(glyphs_of(old_style, "1880"), glyphs_of(lining, "1880"));
  EXPECT_EQ(glyphs_of(old_style, "1890"), glyphs_of(lining, "1890"));
}

// A table that its column would not hold stands across, and its heading with it.
TEST(Layout, SetsWideTablesAcrossTheColumns) {
  const PageStyle style = style_for({PageStyle{}.width, PageStyle{}.height}, 2);
  Table table;
  table.header_rows = 1;
  for (int row = 0; row < 3; ++row) {
    Row cells;
    for (int i = 0; i < 6; ++i)
      cells.cells.push_back({{paragraph({text("incomprehensibilities")})}});
    table.rows.push_back(cells);
  }
  Document document;
  document.language = "en";
  std::string words;
  for (int i = 0; i < 100; ++i) words += "word" + std::to_string(i) + " ";
  document.body = {paragraph({text(words)}), Block{Heading{2, {text("Wide")}}}, Block{table},
                   paragraph({text(words)})};
  const Layout layout = lay_out_quietly(document, style);
  ASSERT_EQ(layout.pages.size(), 1u);
  const Length second = style.margin_left + style.column_width() + style.column_gap;
  Length heading = 0;
  Length table_top = 0;
  std::vector<Length> beside;  // baselines of the second column's text, as they are painted
  for (const Item& item : layout.pages[0].items) {
    const auto* run = std::get_if<GlyphRun>(&item);
    if (run == nullptr || run->content < 0) continue;
    if (run->text == "Wide") heading = run->y;
    if (run->text.starts_with("incompre") && table_top == 0) table_top = run->y;
    if (run->x == second && run->text.starts_with("word")) beside.push_back(run->y);
  }
  ASSERT_GT(heading, 0);
  EXPECT_GT(table_top, heading);
  ASSERT_FALSE(beside.empty());
  EXPECT_LT(beside.front(), heading);  // the columns above end above the heading
  EXPECT_GT(beside.back(), table_top);
}

TEST(Layout, IsTheSameEveryTime) {
  for (const auto& [name, document] : sample::all()) {
    const LaidOut first = lay_out_with(document);
    const LaidOut second = lay_out_with(document);
    EXPECT_EQ(dump_pages(first.layout), dump_pages(second.layout)) << name;
    EXPECT_EQ(dump_structure(first.layout), dump_structure(second.layout)) << name;
  }
}

TEST(Layout, IsTheSameInManyThreads) {
  const std::vector<std::pair<std::string, Document>> samples = sample::all();
  std::vector<std::string> expected;
  for (const auto& [name, document] : samples) {
    expected.push_back(dump_pages(lay_out_with(document).layout));
  }
  FontLibrary library(system_fonts());
  std::vector<std::vector<std::string>> found(4);
  std::vector<std::thread> threads;
  for (std::vector<std::string>& dumps : found) {
    threads.emplace_back([&samples, &library, &dumps] {
      for (const auto& [name, document] : samples) {
        FakeEnvironment environment;
        Diagnostics diagnostics;
        Context context{environment, diagnostics};
        const Result<Layout> layout = lay_out(document, {}, library, context);
        dumps.push_back(layout ? dump_pages(*layout) : layout.error().describe());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::vector<std::string>& dumps : found) EXPECT_EQ(dumps, expected);
}

TEST(Layout, StructureIsThatOfTheSamples) {
  for (const auto& [name, document] : sample::all()) {
    EXPECT_GOLDEN("exporters/pdf/structure_" + name + ".txt",
                  dump_structure(lay_out_with(document).layout));
  }
}

// The titles in the contents, each with its number behind it.
std::vector<std::string> contents_of(const Layout& layout) {
  std::vector<std::string> shown(static_cast<std::size_t>(layout.content_count));
  for (const Page& page : layout.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run == nullptr || run->content == artifact) continue;
      shown[static_cast<std::size_t>(run->content)] += run->actual_text.value_or(run->text);
    }
  }
  std::vector<std::string> lines;
  for (const Element& element : layout.elements) {
    if (element.tag != Tag::link) continue;
    const Element& reference = layout.elements[static_cast<std::size_t>(element.parent)];
    if (reference.parent < 0 ||
        layout.elements[static_cast<std::size_t>(reference.parent)].tag != Tag::contents_item) {
      continue;
    }
    std::string& line = lines.emplace_back();
    for (const Element::Kid& kid : element.kids) {
      line += shown[static_cast<std::size_t>(kid.content)];
    }
  }
  return lines;
}

TEST(Layout, ListsHeadingsWithTheirPagesWhereAskedTo) {
  PageStyle style;
  style.contents = true;
  const Document document = sample::generated(5000);
  const LaidOut result = lay_out_with(document, style);
  expect_sound_structure(result.layout, "generated");
  expect_sound_pages(result.layout, style, "generated");
  std::vector<std::string> expected;
  for (const OutlineEntry& entry : result.layout.outline) {
    if (entry.destination.name == "section:0") continue;
    expected.push_back(entry.title + " " + std::to_string(entry.destination.page + 1));
  }
  ASSERT_GT(expected.size(), 3u);
  EXPECT_EQ(contents_of(result.layout), expected);
  for (const Element& element : result.layout.elements) {
    if (element.tag != Tag::contents_item) continue;
    ASSERT_TRUE(element.target);
    EXPECT_EQ(result.layout.elements[static_cast<std::size_t>(*element.target)].tag, Tag::heading);
  }
}

TEST(Layout, SetsEverySampleWithContentsSoundly) {
  PageStyle style = style_for(*find_page_size("A5"));
  style.contents = true;
  for (const auto& [name, document] : sample::all()) {
    const LaidOut result = lay_out_with(document, style);
    expect_sound_structure(result.layout, name);
    expect_sound_pages(result.layout, style, name);
  }
}

TEST(Layout, ListsNoSingleHeading) {
  PageStyle style;
  style.contents = true;
  EXPECT_TRUE(contents_of(lay_out_with(sample::plain(), style).layout).empty());
}

TEST(Layout, BeginsNoLineWithASpacedDash) {
  std::string words;
  for (int i = 0; i < 400; ++i) words += std::string(1 + i % 9, 'n') + (i % 2 ? " – " : " — ");
  Document document;
  document.body = {paragraph({text(words + "end")})};
  const LaidOut result = lay_out_with(document);
  int lines = 0;
  Length last_y = -1;
  for (const Item& item : result.layout.pages.at(0).items) {
    const auto* run = std::get_if<GlyphRun>(&item);
    if (run == nullptr || run->content < 0 || run->y == last_y) continue;
    last_y = run->y;
    ++lines;
    EXPECT_EQ(run->text.front(), run->text.substr(0, 3) == "end" ? 'e' : 'n') << run->text;
  }
  EXPECT_GT(lines, 10);
}

TEST(Layout, UsesOnlyTheFontsOfAFolder) {
  FontLibrary library(folder_fonts("/usr/share/fonts/truetype/dejavu"));
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  const Result<Layout> layout = lay_out(sample::every_inline(), {}, library, context);
  ASSERT_TRUE(layout.has_value()) << layout.error().describe();
  for (const auto& font : layout->fonts) EXPECT_EQ(font->name().substr(0, 6), "DejaVu");
  EXPECT_GT(diagnostics.count("pdf.missing-glyph"), 0u);  // no ideographs there
}

TEST(Layout, NamesACharacterWithoutAFontAndItsPackage) {
  FontLibrary library(folder_fonts("/usr/share/fonts/truetype/dejavu"));
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  Document document;
  document.language = "ja";
  document.body = {paragraph({text("a漢b")})};
  const Result<Layout> layout = lay_out(document, {}, library, context);
  ASSERT_TRUE(layout.has_value());
  ASSERT_EQ(diagnostics.count("pdf.missing-glyph"), 1u);
  const std::string subject = diagnostics.all()[0].subject;
  EXPECT_NE(subject.find("U+6F22"), std::string::npos) << subject;
  EXPECT_NE(subject.find("fonts-noto-cjk"), std::string::npos) << subject;
  EXPECT_EQ(text_in_reading_order(*layout), "a漢b\n");
}

TEST(Layout, ReportsAMissingHyphenationDictionaryOnce) {
  Document document;
  document.language = "fi";
  document.body = {paragraph({text("yksi")}), paragraph({text("kaksi")})};
  const LaidOut result = lay_out_with(document);
  EXPECT_EQ(result.diagnostics.count("pdf.no-hyphenation"), 1u);
}

TEST(PageStyle, KnowsItsSizesInAnyCase) {
  EXPECT_TRUE(find_page_size("a4").has_value());
  EXPECT_TRUE(find_page_size("Letter").has_value());
  EXPECT_FALSE(find_page_size("A44").has_value());
}

}  // namespace
}  // namespace pressmark::pdf
