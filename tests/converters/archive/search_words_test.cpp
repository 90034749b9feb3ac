#include "converters/archive/search_words.h"

#include <gtest/gtest.h>

#include <vector>

namespace pressmark::archive {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for_each_search_word(text, [&](const std::string& word, int, int) {
    words.push_back(word);
    return true;
  });
  return words;
}

using Words = std::vector<std::string>;

TEST(SearchWords, FoldsCaseAccentsAndWidth) {
  EXPECT_EQ(words_of("Caf\u00E9, STRASSE and stra\u00DFe: \uFF26\uFF35\uFF2C\uFF2C"),
            (Words{"cafe", "strasse", "and", "strasse", "full"}));
  EXPECT_EQ(words_of("\u0415\u043B\u043A\u0430 \u0451\u043B\u043A\u0430"),
            (Words{"\u0435\u043B\u043A\u0430", "\u0435\u043B\u043A\u0430"}));
}

TEST(SearchWords, GivesScriptsWithoutSpacesByCharacter) {
  EXPECT_EQ(words_of("\u6771\u4EAC\u90FD3\u6708"),
            (Words{"\u6771", "\u4EAC", "\u90FD", "3", "\u6708"}));
  EXPECT_EQ(words_of("\u3053\u308C\u30AB\u30CA"), (Words{"\u3053", "\u308C", "\u30AB", "\u30CA"}));
  EXPECT_EQ(words_of("\uC11C\uC6B8\uC5D0\uC11C"), (Words{"\uC11C", "\uC6B8", "\uC5D0", "\uC11C"}));
}

TEST(SearchWords, LeavesOutVowelSignsAndTatweel) {
  const std::string plain = "\u0643\u062A\u0627\u0628";
  EXPECT_EQ(words_of("\u0643\u0650\u062A\u064E\u0627\u0628 \u0643\u062A\u0640\u0640\u0627\u0628"),
            (Words{plain, plain}));
  EXPECT_EQ(words_of("\u0623\u062D\u0645\u062F"), (Words{"\u0627\u062D\u0645\u062F"}));
  EXPECT_EQ(words_of("\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD"),
            (Words{"\u05E9\u05DC\u05D5\u05DD"}));
}

TEST(SearchWords, SaysWhereAWordLies) {
  const std::string text = "a \u6771\u00C9";
  for_each_search_word(text, [&](const std::string& word, int start, int end) {
    if (word == "\u6771") {
      EXPECT_EQ(text.substr(start, end - start), "\u6771");
    }
    if (word == "e") {
      EXPECT_EQ(text.substr(start, end - start), "\u00C9");
    }
    return true;
  });
}

TEST(SearchWords, StopsWhereItIsTold) {
  int calls = 0;
  EXPECT_FALSE(for_each_search_word("one two three",
                                    [&](const std::string&, int, int) { return ++calls < 2; }));
  EXPECT_EQ(calls, 2);
  EXPECT_TRUE(words_of("").empty());
  EXPECT_TRUE(words_of(" ,.- \u0301").empty());
}

}  // namespace
}  // namespace pressmark::archive
