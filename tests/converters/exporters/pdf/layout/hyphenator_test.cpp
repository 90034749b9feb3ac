#include "converters/exporters/pdf/layout/hyphenator.h"

#include <gtest/gtest.h>

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
