#include "converters/exporters/pdf/writer/content_stream.h"

#include <gtest/gtest.h>

#include "converters/exporters/pdf/fonts/font_library.h"

namespace pressmark::pdf {
namespace {

// Pages written with one font of the machine.
class ContentTest : public testing::Test {
 protected:
  void SetUp() override {
    FontLibrary library(system_fonts());
    const auto font = library.find_or_default("Noto Serif", {});
    ASSERT_TRUE(font) << font.error().describe();
    layout_.fonts = {*font};
    layout_.pages.resize(1);
    page().height = 100 * point;
  }
  Page& page() { return layout_.pages[0]; }

  // One glyph for each character, of its natural width.
  GlyphRun run(std::string text, ContentId content) {
    GlyphRun out;
    out.size = 10 * point;
    out.x = 20 * point;
    out.y = 30 * point;
    out.content = content;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::uint32_t glyph = layout_.fonts[0]->glyph_for(static_cast<unsigned char>(text[i]));
      const Length advance = hb_font_get_glyph_h_advance(layout_.fonts[0]->font(), glyph) *
                             out.size / layout_.fonts[0]->units_per_em();
      out.glyphs.push_back({glyph, advance, 0, 0, static_cast<std::uint32_t>(i)});
    }
    out.text = std::move(text);
    return out;
  }

  ContentStream write(const std::vector<std::string_view>& types) {
    FileAssembler file;
    const Result<EmbeddedFonts> fonts = embed_fonts(layout_, file);
    EXPECT_TRUE(fonts);
    return write_content(page(), *fonts, {}, types);
  }

  Layout layout_;
};

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++times;
  return times;
}

TEST_F(ContentTest, MarksContentAndArtifacts) {
  page().items = {run("head", artifact), run("one", 0), run("two", 0),
                  FilledRectangle{0, 0, point, point, Colour::rule, artifact}, run("three", 1)};
  const ContentStream stream = write({"P", "H1"});
  EXPECT_EQ(stream.marked, (std::vector<ContentId>{0, 1}));
  EXPECT_EQ(count(stream.operators, "/Artifact BMC\n"), 2U);
  EXPECT_EQ(count(stream.operators, "/P<</MCID 0>>BDC\n"), 1U);
  EXPECT_EQ(count(stream.operators, "/H1<</MCID 1>>BDC\n"), 1U);
  EXPECT_EQ(count(stream.operators, "EMC\n"), 4U);
  // Text objects hold whole sequences; the rectangle is between two of them.
  const std::size_t first = stream.operators.find("BT\n/Artifact BMC\n");
  ASSERT_NE(first, Bytes::npos) << stream.operators;
  EXPECT_NE(stream.operators.find("EMC\nET\n/Artifact BMC\n", first), Bytes::npos);
  EXPECT_EQ(count(stream.operators, "BT\n"), 2U);
  EXPECT_EQ(count(stream.operators, "ET\n"), 2U);
}

TEST_F(ContentTest, PlacesTextFromTheLowerLeftCorner) {
  page().items = {run("ab", 0)};
  EXPECT_NE(write({"P"}).operators.find("/F0 10 Tf\n20 70 Td\n(ab)Tj\n"), Bytes::npos);
}

TEST_F(ContentTest, BeginsTheLinesOfAParagraphBelowOneAnother) {
  page().items = {run("ab", 0), run("cd", 0), run("ef", 0), run("gh", 0)};
  for (std::size_t i = 0; i < 4; ++i) {
    std::get<GlyphRun>(page().items[i]).y += static_cast<Length>(i) * 15 * point;
  }
  EXPECT_NE(
      write({"P"}).operators.find("20 70 Td\n(ab)Tj\n0 -15 TD\n(cd)Tj\nT*\n(ef)Tj\nT*\n(gh)Tj\n"),
      Bytes::npos);
}

TEST_F(ContentTest, GoesOnWhereThePenStands) {
  GlyphRun next = run("cd", 1);
  const GlyphRun first = run("ab", 0);
  next.x += first.glyphs[0].advance + first.glyphs[1].advance;
  page().items = {first, next};
  EXPECT_EQ(count(write({"P", "Quote"}).operators, "Td\n"), 1U);
  std::get<GlyphRun>(page().items[1]).x += 20 * point;
  EXPECT_EQ(count(write({"P", "Quote"}).operators, "Td\n"), 2U);
}

TEST_F(ContentTest, RaisesSmallLettersWithoutANewLine) {
  const GlyphRun first = run("ab", 0);
  GlyphRun mark = run("1", 1);
  mark.x += first.glyphs[0].advance + first.glyphs[1].advance;
  mark.y -= 3 * point;
  mark.size = 6 * point;
  mark.glyphs[0].advance = mark.glyphs[0].advance * 6 / 10;
  GlyphRun last = run("c", 0);
  last.x = mark.x + mark.glyphs[0].advance;
  page().items = {first, mark, last};
  const Bytes operators = write({"P", "Link"}).operators;
  EXPECT_NE(operators.find("/F0 6 Tf\n3 Ts\n(1)Tj\n"), Bytes::npos) << operators;
  EXPECT_NE(operators.find("/F0 10 Tf\n0 Ts\n(c)Tj\n"), Bytes::npos) << operators;
  EXPECT_EQ(count(operators, "Td\n") + count(operators, "TD\n"), 1U);
}

TEST_F(ContentTest, MovesThePenOnlyWhereLayoutDid) {
  page().items = {run("abc", 0)};
  EXPECT_EQ(count(write({"P"}).operators, ")"), 1U);
  std::get<GlyphRun>(page().items[0]).glyphs[0].advance += 2 * point;
  const Bytes moved = write({"P"}).operators;
  EXPECT_NE(moved.find(")-200("), Bytes::npos) << moved;  // 2 of 10 points to the right
}

TEST_F(ContentTest, NeverShowsNotdef) {
  GlyphRun missing = run("abc", 0);
  missing.glyphs[1].id = 0;
  page().items = {missing};
  const ContentStream stream = write({"P"});
  EXPECT_EQ(stream.missing_glyphs, 1U);
}

TEST_F(ContentTest, SaysWhatGlyphsDoNotGiveBack) {
  // Two spaces and one no-break space share a glyph: the rarer text is said by ActualText.
  GlyphRun spaces = run("a b ", 0);
  GlyphRun rare = run("a b", 0);
  rare.text =
      "a\xC2\xA0"
      "b";
  rare.glyphs[2].cluster = 3;
  page().items = {spaces, rare};
  const Bytes operators = write({"P"}).operators;
  EXPECT_EQ(count(operators, "/Span<</MCID 1/ActualText<feff00a0>>>BDC\n"), 1U) << operators;
}

TEST_F(ContentTest, ShowsRightToLeftRunsInReadingOrder) {
  GlyphRun hebrew = run("ab", 0);
  hebrew.right_to_left = true;
  std::swap(hebrew.glyphs[0], hebrew.glyphs[1]);  // "b" to the left of "a"
  page().items = {hebrew, run("ab", 0)};
  const Bytes operators = write({"P"}).operators;
  const std::string a = "a";
  const std::string b = "b";
  // First "a", then back over its width and that of "b".
  const std::size_t first = operators.find("[(" + a + ")");
  ASSERT_NE(first, Bytes::npos) << operators;
  EXPECT_NE(operators.find("(" + b + ")]TJ", first), Bytes::npos);
  EXPECT_NE(operators.find("(" + a + b + ")", first), Bytes::npos);
  EXPECT_EQ(operators.find("ActualText"), Bytes::npos);
}

// Readers that pass over ActualText get the text of a cluster once, by its first glyph.
TEST_F(ContentTest, GivesTheTextOfAClusterByOneOfItsGlyphs) {
  GlyphRun ligature = run("xy", 0);
  ligature.text = "qr";
  ligature.glyphs[1].cluster = 0;
  page().items = {ligature};
  FileAssembler file;
  const Result<EmbeddedFonts> fonts = embed_fonts(layout_, file);
  ASSERT_TRUE(fonts);
  const EmbeddedFont& font = fonts->fonts[0];
  ASSERT_EQ(font.codes.readings.size(), 1U);
  EXPECT_EQ(font.codes.readings.begin()->first.glyph, ligature.glyphs[1].id);
  EXPECT_NE(to_unicode_map(font.codes, font.texts).find("<2060>"), Bytes::npos);
  const Bytes operators = write_content(page(), *fonts, {}, {"P"}).operators;
  EXPECT_EQ(count(operators, "/ActualText<feff00710072>"), 1U) << operators;
}

TEST_F(ContentTest, MakesLettersThatShareAPlaceOnePiece) {
  GlyphRun lam_alef = run("ab", 0);
  lam_alef.right_to_left = true;
  lam_alef.text = "\u0644\u0627";
  std::swap(lam_alef.glyphs[0], lam_alef.glyphs[1]);
  lam_alef.glyphs[0].advance = 0;
  lam_alef.glyphs[0].cluster = 2;
  lam_alef.glyphs[1].cluster = 0;
  page().items = {lam_alef};
  EXPECT_EQ(count(write({"P"}).operators, "/ActualText<feff06440627>"), 1U);
}

TEST_F(ContentTest, MakesAWordWithAMarkBehindThePenOnePiece) {
  GlyphRun word = run("abc d", 0);
  word.text = "a\u0902c d";
  for (std::size_t i = 1; i < 5; ++i) word.glyphs[i].cluster = static_cast<std::uint32_t>(i + 2);
  word.glyphs[1].cluster = 0;
  word.glyphs[1].advance = 0;
  word.glyphs[1].x_offset = -2 * point;
  page().items = {word};
  EXPECT_EQ(count(write({"P"}).operators, "/ActualText<feff006109020063>"), 1U);
}

TEST_F(ContentTest, LetsReadersJoinWordsAroundAddedHyphens) {
  GlyphRun hyphen = run("-", 0);
  hyphen.actual_text = "";
  page().items = {run("extra", 0), hyphen, run("ordinary", 0), run("well-known", 0)};
  const ContentStream stream = write({"P"});
  EXPECT_EQ(stream.marked.size(), 3U);
  EXPECT_EQ(count(stream.operators, "/Span<</MCID 1/ActualText(-)>>BDC\n"), 1U);
}

TEST_F(ContentTest, ShowsNothingForInvisibleCharacters) {
  GlyphRun soft = run("ab c", 0);
  soft.text =
      "ab\xC2\xAD"
      "c";
  soft.glyphs[2].advance = 0;
  soft.glyphs[3].cluster = 4;
  page().items = {soft};
  const ContentStream stream = write({"P"});
  EXPECT_EQ(stream.marked.size(), 1U);
  EXPECT_EQ(stream.missing_glyphs, 0U);
  EXPECT_EQ(count(stream.operators, "ActualText"), 0U) << stream.operators;
}

}  // namespace
}  // namespace pressmark::pdf
