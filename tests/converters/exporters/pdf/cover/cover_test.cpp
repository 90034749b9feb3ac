// Pages as images: what is painted where, and that equal words give equal bytes.
#include <gtest/gtest.h>

#include "converters/exporters/pdf/cover/canvas.h"
#include "converters/exporters/pdf/cover/title_page.h"
#include "tests/support/fake_environment.h"

namespace pressmark::pdf {
namespace {

std::string colour_at(const Pixels& pixels, int x, int y) {
  return pixels.samples.substr((static_cast<std::size_t>(y) * pixels.width + x) * 3, 3);
}

// The columns and rows between which any pixel differs from the ground.
struct Extent {
  int left = 1 << 20, right = -1, top = 1 << 20, bottom = -1;
};

Extent painted(const Pixels& pixels, int from_row = 0) {
  Extent extent;
  const std::string ground = colour_at(pixels, 0, 0);
  for (int y = from_row; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      if (colour_at(pixels, x, y) == ground) continue;
      extent.left = std::min(extent.left, x);
      extent.right = std::max(extent.right, x);
      extent.top = std::min(extent.top, y);
      extent.bottom = std::max(extent.bottom, y);
    }
  }
  return extent;
}

Document titled(const std::string& title, const std::string& language = "en") {
  Document words;
  words.language = language;
  words.front.headline = {text(title)};
  return words;
}

Bytes draw(const Document& words) {
  static FontLibrary fonts(system_fonts());
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  const Result<Bytes> image = draw_title_page(words, fonts, context);
  EXPECT_TRUE(image) << image.error().describe();
  return image ? *image : Bytes{};
}

Pixels decoded(const Bytes& image) {
  const Result<Pixels> pixels = decode_image(image, {});
  EXPECT_TRUE(pixels);
  return pixels ? *pixels : Pixels{};
}

constexpr int below_the_mark = 320;  // the first row of type

TEST(PdfCanvas, FillsWholePixelsAndCutsWhatLiesOutside) {
  Result<Canvas> canvas = Canvas::make(4 * point, 3 * point, 2, {10, 20, 30});
  ASSERT_TRUE(canvas);
  canvas->fill({point, point, 100 * point, point, Colour::rule, artifact}, {1, 2, 3});
  const Pixels& pixels = canvas->pixels();
  EXPECT_EQ(pixels.width, 8);
  EXPECT_EQ(pixels.height, 6);
  EXPECT_EQ(colour_at(pixels, 0, 0), "\x0A\x14\x1E");
  EXPECT_EQ(colour_at(pixels, 2, 2), "\x01\x02\x03");
  EXPECT_EQ(colour_at(pixels, 7, 3), "\x01\x02\x03");
  EXPECT_EQ(colour_at(pixels, 7, 4), "\x0A\x14\x1E");
}

TEST(PdfCanvas, GlyphsStandOnTheirBaseline) {
  FontLibrary fonts(system_fonts());
  const auto font = fonts.find_or_default("Noto Serif", {});
  ASSERT_TRUE(font);
  Result<Canvas> canvas = Canvas::make(40 * point, 40 * point, 2, {0, 0, 0});
  ASSERT_TRUE(canvas);
  GlyphRun run;
  run.size = 20 * point;
  run.x = 10 * point;
  run.y = 30 * point;
  Glyph glyph;
  glyph.id = (*font)->glyph_for(U'H');
  run.glyphs = {glyph};
  canvas->draw(run, **font, {255, 255, 255});
  const Extent extent = painted(canvas->pixels());
  EXPECT_NEAR(extent.bottom, 59, 1);  // the baseline, in pixels
  const double capital = 40.0 * (*font)->cap_height() / (*font)->units_per_em();
  EXPECT_NEAR(extent.top, 60 - capital, 1.5);
  EXPECT_NEAR(extent.left, 20, 3);
  EXPECT_GT(extent.right, extent.left + 15);
}

TEST(PdfTitlePage, IsAnImageOfTheWords) {
  const Bytes image = draw(titled("A day at the harbour"));
  const Pixels pixels = decoded(image);
  EXPECT_EQ(pixels.width, 1200);
  EXPECT_EQ(pixels.height, 1600);
  EXPECT_EQ(draw(titled("A day at the harbour")), image);
  EXPECT_NE(draw(titled("A day at the harbours")), image);
  const Extent extent = painted(pixels, below_the_mark);
  EXPECT_GE(extent.left, 100);
  EXPECT_LE(extent.right, 1100);
  EXPECT_LT(extent.top, 500);
}

TEST(PdfTitlePage, LongTitlesAreSetSmallerAndStayOnThePage) {
  std::string title;
  for (int i = 0; i < 60; ++i) title += "word" + std::to_string(i) + " ";
  Document words = titled(title);
  words.front.deck = {text(title)};
  words.front.bylines = {{text("By the last line of all")}};
  const Extent extent = painted(decoded(draw(words)), below_the_mark);
  EXPECT_GT(extent.bottom, 800);
  EXPECT_LT(extent.bottom, 1500);
  EXPECT_LE(extent.right, 1100);
  const Extent wide =
      painted(decoded(draw(titled("Donaudampfschifffahrtsgesellschaft", "de"))), below_the_mark);
  EXPECT_LE(wide.right, 1100);
  EXPECT_LT(wide.bottom - wide.top, 100);  // one line: the word is not divided
}

TEST(PdfTitlePage, RightToLeftTitlesStandAtTheRight) {
  const Pixels pixels = decoded(draw(titled("\xD9\x84\xD9\x8A\xD9\x84", "ar")));
  EXPECT_GT(painted(pixels).left, 600);
}

TEST(PdfTitlePage, NoWordsAreAPageWithoutType) {
  EXPECT_EQ(painted(decoded(draw({})), below_the_mark).right, -1);
}

}  // namespace
}  // namespace pressmark::pdf
