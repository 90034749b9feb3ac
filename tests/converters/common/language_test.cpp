#include "converters/common/language.h"

#include <gtest/gtest.h>

#include <set>

namespace pressmark {
namespace {

TEST(Language, HasTheBibliographicCodeOfEveryLanguage) {
  EXPECT_EQ(marc_language("de-AT"), "ger");
  EXPECT_EQ(marc_language("en"), "eng");
  EXPECT_EQ(marc_language("zh-Hans"), "chi");
  EXPECT_EQ(marc_language("nb"), "nob");
  EXPECT_EQ(marc_language("th-TH"), "tha");
  EXPECT_EQ(marc_language("bn"), "ben");
  EXPECT_EQ(marc_language("cy"), "wel");
  EXPECT_EQ(marc_language("gsw"), "gsw");
  EXPECT_EQ(marc_language("deu"), "ger");
  EXPECT_EQ(marc_language(""), "und");
  EXPECT_EQ(marc_language("und"), "und");
}

TEST(Language, EveryLabelOfALanguageIsAnotherWord) {
  for (const char* tag : {"en", "ar", "de-CH", "fr", "ja", "nn", "zh-TW"}) {
    std::set<std::string_view> words;
    for (int i = 0; i <= static_cast<int>(Label::unknown); ++i) {
      words.insert(label(static_cast<Label>(i), tag));
    }
    EXPECT_FALSE(words.contains("")) << tag;
    EXPECT_EQ(words.size(), static_cast<std::size_t>(Label::unknown) + 1) << tag;
  }
  EXPECT_EQ(label(Label::unknown, "de-CH"), "Unbekannt");
  EXPECT_EQ(label(Label::unknown, "xx"), "Unknown");
}

}  // namespace
}  // namespace pressmark
