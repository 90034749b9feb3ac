#include <gtest/gtest.h>

#include "converters/exporters/pdf/fonts/font_library.h"

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

}  // namespace
}  // namespace pressmark::pdf
