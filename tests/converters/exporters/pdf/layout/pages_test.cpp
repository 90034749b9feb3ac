// Inputs made to take the machine: they end in bounded time.
#include <gtest/gtest.h>

#include "tests/converters/exporters/pdf/layout/sample_layout.h"
#include "tests/support/sample_documents.h"

namespace pressmark::pdf {
namespace {

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
  const Layout layout = lay_out_quietly(with_body({Block{table}}));
  EXPECT_GT(layout.pages.size(), 100u);
}

TEST(Pages, SetATableOfAThousandColumns) {
  Table table;
  table.rows.resize(20);
  for (Row& row : table.rows) {
    row.cells.resize(1000);
    for (Cell& cell : row.cells) cell.children = {paragraph({text("some words")})};
  }
  EXPECT_FALSE(lay_out_quietly(with_body({Block{table}})).pages.empty());
}

TEST(Pages, SetAParagraphOfTenThousandNotes) {
  Inlines line;
  for (int i = 0; i < 10000; ++i) {
    line.push_back(text("word"));
    line.push_back(Inline{Note{"", {paragraph({text("A note of some words.")})}}});
    line.push_back(text(" "));
  }
  const Layout layout = lay_out_quietly(with_body({paragraph(std::move(line))}));
  EXPECT_GT(layout.pages.size(), 100u);
}

TEST(Pages, SetAWordOfAMegabyte) {
  const Layout layout =
      lay_out_quietly(with_body({paragraph({text(std::string(1'000'000, 'x'))})}));
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
  const Layout layout = lay_out_quietly(document);
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
  const Layout layout = lay_out_quietly(with_body({Block{table}}));
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
