#include "converters/archive/search_words.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <memory>
#include <random>
#include <vector>

#include "converters/archive/word_folding.h"

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

// What the words are by the rules alone: each of UAX #29, folded as a whole; scripts that are
// searched by character are not in the texts it is used for.
std::vector<std::string> words_by_rules(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  EXPECT_TRUE(U_SUCCESS(status));
  const auto source = icu::UnicodeString::fromUTF8(text);
  breaks->setText(source);
  std::vector<std::string> words;
  for (int start = 0, end = breaks->next(); end != icu::BreakIterator::DONE;
       start = end, end = breaks->next()) {
    if (breaks->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    const icu::UnicodeString parts = decompose->normalize(
        fold->normalize(source.tempSubStringBetween(start, end), status), status);
    icu::UnicodeString kept;
    for (int i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      if (!is_ignored_in_words(static_cast<char32_t>(parts.char32At(i)))) {
        kept.append(parts.char32At(i));
      }
    }
    std::string word;
    compose->normalize(kept, status).toUTF8String(word);
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

// Most words are divided and folded by short cuts; they must give what the rules give.
TEST(SearchWords, AreThoseOfTheRules) {
  std::vector<std::string> pieces = {
      "a",      "B",      "z",      "7",      "42",     " ",      "\n",         "e\u0301",
      "\u00E9", "\u0301", "\u00DF", "\u0130", "\u2019", "\u00A0", "\u00AD",     "\u200D",
      "\uFB01", "\u03A3", "\u03C2", "\u1FB3", "\u0345", "\u0416", "\u0451",     "\u05E9",
      "\u05B8", "\u0643", "\u0650", "\u0640", "\u0661", "\u0915", "\u094D",     "\u09C7",
      "\u09BE", "\uFF21", "\u2014", "\u0561", "\u10D0", "\u1E9B", "\U0001D400", "\U0001F600"};
  for (char c = '!'; c < 'A'; ++c) pieces.emplace_back(1, c);
  for (char c = '['; c < 'a'; ++c) pieces.emplace_back(1, c);
  for (char c = '{'; c <= '~'; ++c) pieces.emplace_back(1, c);
  std::mt19937 source(7);
  for (int round = 0; round < 50'000; ++round) {
    std::string text;
    for (std::size_t length = 1 + source() % 12; length > 0; --length) {
      text += pieces[source() % pieces.size()];
    }
    ASSERT_EQ(words_of(text), words_by_rules(text)) << text;
  }
}

}  // namespace
}  // namespace pressmark::archive
