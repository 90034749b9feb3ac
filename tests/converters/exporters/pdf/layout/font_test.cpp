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
