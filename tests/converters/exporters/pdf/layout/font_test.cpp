#include <gtest/gtest.h>

#include "converters/exporters/pdf/fonts/font_library.h"
#include "converters/exporters/pdf/fonts/web_fonts.h"

namespace pressmark::pdf {
namespace {

TEST(Font, RefusesWhatIsNoFont) {
  EXPECT_FALSE(Font::make("not a font", 0, "x").has_value());
  EXPECT_FALSE(Font::make("", 0, "x").has_value());
}

TEST(FontLibrary, FindsTheDefaultSerifOnce) {
  FontLibrary library(system_fonts());
  const auto font = library.find_or_default("Noto Serif", {});
  ASSERT_TRUE(font.has_value()) << font.error().describe();
  EXPECT_NE((*font)->glyph_for('a'), 0u);
  EXPECT_EQ(library.find("Noto Serif", Weight::regular, Slant::upright), *font);
}

TEST(FontLibrary, NamesThePackagesWhereThereIsNoFont) {
  FontLibrary library(folder_fonts("/nonexistent"));
  const auto font = library.find_or_default("Noto Serif", {});
  ASSERT_FALSE(font.has_value());
  EXPECT_EQ(font.error().kind(), ErrorKind::missing_tool);
  EXPECT_NE(font.error().remedy().find("fonts-noto-core"), std::string::npos);
}

std::shared_ptr<const Font> opened(const WebFont& file) {
  Result<std::shared_ptr<const Font>> font = Font::make(file.file, 0, "web");
  EXPECT_TRUE(font.has_value()) << font.error().describe();
  return font ? *font : nullptr;
}

TEST(WebFonts, HoldTheCharactersOfABookAndNoOthers) {
  FontLibrary library(system_fonts());
  const std::set<char32_t> characters = {'\n', ' ', 'a', 'B', U'\u0627', U'\u4E00'};
  const auto files = make_web_fonts(library, characters, Region::japanese);
  ASSERT_TRUE(files.has_value()) << files.error().describe();
  std::set<char32_t> covered;
  std::size_t octets = 0;
  for (const WebFont& file : *files) {
    const auto font = opened(file);
    ASSERT_NE(font, nullptr);
    octets += file.file.size();
    EXPECT_EQ(font->glyph_for('z'), 0u);
    for (const char32_t character : characters) {
      if (font->glyph_for(character) != 0) covered.insert(character);
    }
    if (file.family != 0) continue;
    EXPECT_NE(font->glyph_for('a'), 0u);
    EXPECT_EQ(font->weight() >= 600, file.weight == Weight::bold);
    EXPECT_EQ(font->italic_angle() != 0, file.slant == Slant::italic);
  }
  EXPECT_TRUE(covered.contains(U'\u0627') && covered.contains(U'\u4E00') && covered.contains('B'));
  EXPECT_GE(files->size(), 6u);
  EXPECT_LT(octets, 400'000u);
}

// The machine's Noto Serif upright; in its place a Hebrew font for italics; DejaVu Sans for all
// that they lack.
class UnequalFaces : public FontSource {
 public:
  std::optional<FontFile> find_file(std::string_view family, Weight, Slant slant) override {
    if (family != "Noto Serif") return {};
    return fonts_->find_file(slant == Slant::upright ? "Noto Serif" : "Noto Serif Hebrew",
                             Weight::regular, Slant::upright);
  }
  std::optional<FontFile> find_family(std::string_view, Weight, Slant) override { return {}; }
  std::optional<FontFile> find_stem(std::string_view, unsigned) override { return {}; }
  std::optional<FontFile> find_character(char32_t, const Face&) override {
    return fonts_->find_file("DejaVu Sans", Weight::regular, Slant::upright);
  }

 private:
  std::unique_ptr<FontSource> fonts_ = system_fonts();
};

TEST(WebFonts, AFontHasTheCharactersOfAllItsFacesAndItsFamilyOneNumber) {
  FontLibrary library(std::make_unique<UnequalFaces>());
  constexpr char32_t zhe = U'\u0416';    // only in the upright font
  constexpr char32_t alef = U'\u05D0';   // only in the italic one
  constexpr char32_t arrow = U'\u21F6';  // in neither
  const auto files = make_web_fonts(library, {zhe, alef, arrow}, Region::japanese);
  ASSERT_TRUE(files.has_value()) << files.error().describe();
  ASSERT_EQ(files->size(), 3u);
  const auto has = [&](std::size_t file, char32_t character) {
    const auto font = opened((*files)[file]);
    return font != nullptr && font->glyph_for(character) != 0;
  };
  EXPECT_TRUE(has(0, zhe) && !has(0, alef));
  // For upright text it has the alef, for italics the zhe, and the arrow for both.
  EXPECT_TRUE(has(1, zhe) && has(1, alef) && has(1, arrow));
  EXPECT_TRUE(has(2, alef) && !has(2, zhe));
  for (int i = 0; i < 3; ++i) EXPECT_EQ((*files)[static_cast<std::size_t>(i)].family, i);
  EXPECT_EQ((*files)[2].slant, Slant::italic);
}

TEST(WebFonts, EqualCharactersGiveEqualOctets) {
  FontLibrary library(system_fonts());
  const auto one = make_web_fonts(library, {'x', U'\u0416'}, Region::korean);
  const auto other = make_web_fonts(library, {'x', U'\u0416'}, Region::korean);
  ASSERT_TRUE(one.has_value() && other.has_value());
  ASSERT_EQ(one->size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ((*one)[i].file, (*other)[i].file);
  FontLibrary none(folder_fonts("/nonexistent"));
  EXPECT_EQ(make_web_fonts(none, {'x'}, Region::korean).error().kind(), ErrorKind::missing_tool);
}

}  // namespace
}  // namespace pressmark::pdf
