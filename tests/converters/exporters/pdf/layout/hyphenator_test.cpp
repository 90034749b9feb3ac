#include "converters/exporters/pdf/layout/hyphenator.h"

#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>

namespace pressmark::pdf {
namespace {

std::string divided(Hyphenator& hyphenator, const std::string& language, std::string word) {
  const std::vector<std::uint32_t> points = hyphenator.points(language, word);
  for (auto point = points.rbegin(); point != points.rend(); ++point) word.insert(*point, "-");
  return word;
}

TEST(Hyphenator, DividesEnglishWords) {
  HyphenationPatterns patterns;
  Hyphenator hyphenator(patterns);
  if (!hyphenator.knows("en")) GTEST_SKIP() << "hyphen-en-us is not installed";
  EXPECT_EQ(divided(hyphenator, "en", "hyphenation"), "hy-phen-ation");
  EXPECT_EQ(divided(hyphenator, "en-US", "Hyphenation"), "Hy-phen-ation");
  EXPECT_EQ(divided(hyphenator, "en", "word"), "word");
  EXPECT_EQ(divided(hyphenator, "en", ""), "");
}

// The Russian dictionary is in KOI8-R.
TEST(Hyphenator, DividesRussianWordsByCharacters) {
  HyphenationPatterns patterns;
  Hyphenator hyphenator(patterns);
  if (!hyphenator.knows("ru")) GTEST_SKIP() << "hyphen-ru is not installed";
  const std::string word = "переговоры";
  const std::string with_hyphens = divided(hyphenator, "ru", word);
  EXPECT_NE(with_hyphens, word);
  std::string without;
  for (const char c : with_hyphens) {
    if (c != '-') without += c;
  }
  EXPECT_EQ(without, word);
  for (const std::uint32_t point : hyphenator.points("ru", word)) EXPECT_EQ(point % 2, 0u);
}

// The German dictionary has a list of compounds that takes seconds to load; without it German words
// and compounds are divided all the same, and at once.
TEST(Hyphenator, DividesGermanCompoundsWithoutLoadingTheirList) {
  HyphenationPatterns patterns;
  Hyphenator hyphenator(patterns);
  if (!hyphenator.knows("de")) GTEST_SKIP() << "hyphen-de is not installed";
  EXPECT_EQ(divided(hyphenator, "de", "Silbentrennung"), "Sil-ben-tren-nung");
  EXPECT_EQ(divided(hyphenator, "de", "Zeitungsartikel"), "Zei-tungs-ar-ti-kel");
  const std::clock_t start = std::clock();
  HyphenationPatterns again;
  ASSERT_NE(again.find("de_DE"), nullptr);
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 1.0);
}

TEST(Hyphenator, KnowsNoPatternsOfAnUnknownLanguageOrAPath) {
  HyphenationPatterns patterns;
  Hyphenator hyphenator(patterns);
  EXPECT_FALSE(hyphenator.knows("tlh"));
  EXPECT_FALSE(hyphenator.knows("../../etc/x"));
  EXPECT_TRUE(hyphenator.points("tlh", "nuqneHnuqneH").empty());
  EXPECT_TRUE(hyphenator.points("en", std::string(100000, 'a')).empty());
}

}  // namespace
}  // namespace pressmark::pdf
