#include "converters/exporters/pdf/writer/glyph_codes.h"

#include <gtest/gtest.h>

#include "converters/exporters/pdf/fonts/font_library.h"
#include "converters/exporters/pdf/writer/cff.h"

namespace pressmark::pdf {
namespace {

// The codes of a run's glyphs, one for each octet of its text.
GlyphCodes codes_of(const Font& font, const std::string& text) {
  GlyphRun run;
  run.text = text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    run.glyphs.push_back({font.glyph_for(static_cast<unsigned char>(text[i])), 0, 0, 0,
                          static_cast<std::uint32_t>(i)});
  }
  GlyphTexts texts(font);
  texts.count(run);
  texts.settle();
  const Result<FontSubset> subset = make_font_subset(font, texts.glyphs());
  EXPECT_TRUE(subset);
  return assign_codes(texts, *subset);
}

TEST(AssignCodes, AreAsciiForAsciiText) {
  FontLibrary library(system_fonts());
  const auto font = library.find_or_default("Noto Serif", {});
  ASSERT_TRUE(font);
  const GlyphCodes codes = codes_of(**font, "a b");
  EXPECT_TRUE(codes.one_octet);
  EXPECT_EQ(codes.codes[(*font)->glyph_for('a')], 'a');
  EXPECT_EQ(codes.codes[(*font)->glyph_for(' ')], ' ');
  EXPECT_EQ(codes.space, (*font)->glyph_for(' '));
  EXPECT_EQ(codes_of(**font, "ab").space, 0U);
}

TEST(CffCharacterIds, RefuseDamagedPrograms) {
  EXPECT_FALSE(cff_character_ids("", 5));
  EXPECT_FALSE(cff_character_ids(std::string_view("\1\0\4\4", 4), 5));
  // An empty Name INDEX and a Top DICT INDEX whose offsets lead out of the data.
  EXPECT_FALSE(cff_character_ids(std::string_view("\1\0\4\4\0\0\0\1\1\1\xFF", 11), 5));
}

}  // namespace
}  // namespace pressmark::pdf
