#include "converters/archive/snippet.h"

#include <gtest/gtest.h>

namespace pressmark::archive {
namespace {

SearchPhrase words(std::vector<std::string> list) { return {std::move(list), false}; }

// "w1 w2 ... wN", with `word` in the place of the one of that number.
std::string numbered(int count, const std::vector<std::pair<int, std::string>>& others) {
  std::string text;
  for (int i = 1; i <= count; ++i) {
    std::string word = "w" + std::to_string(i);
    for (const auto& [place, other] : others) word = place == i ? other : word;
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

TEST(Snippet, MarksWhatIsFound) {
  EXPECT_EQ(snippet_of("The old Ferry came. A ferry!\n", {words({"ferry"})}),
            "The old [Ferry] came. A [ferry]!");
  EXPECT_EQ(snippet_of("Caf\u00E9 au lait", {words({"cafe"})}), "[Caf\u00E9] au lait");
  EXPECT_EQ(snippet_of("The harbour ferry", {words({"harbour", "ferry"}), words({"ferry"})}),
            "The [harbour ferry]");
  EXPECT_EQ(snippet_of("harbour, ferry", {words({"ferry"}), words({"harbour"})}),
            "[harbour], [ferry]");
  EXPECT_EQ(snippet_of("The harbours", {{{"harb"}, true}}), "The [harbours]");
}

TEST(Snippet, ShowsSixteenWords) {
  EXPECT_EQ(snippet_of(numbered(30, {}), {words({"w20"})}),
            "\u2026w13 w14 w15 w16 w17 w18 w19 [w20] w21 w22 w23 w24 w25 w26 w27 w28\u2026");
  EXPECT_EQ(snippet_of(numbered(30, {{17, "w17."}}), {words({"w20"})}),
            "\u2026w18 w19 [w20] w21 w22 w23 w24 w25 w26 w27 w28 w29 w30")
      << "from the start of the sentence";
  EXPECT_EQ(snippet_of(numbered(20, {}), {words({"absent"})}),
            "w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w16\u2026");
  EXPECT_EQ(snippet_of("Two words", {}), "Two words");
  EXPECT_EQ(snippet_of("", {words({"w1"})}), "");
  EXPECT_EQ(snippet_of("... -- \n", {words({"w1"})}), "");
}

TEST(Snippet, PrefersThePlaceWithMoreOfThePhrases) {
  const std::string text =
      numbered(120, {{5, "ferry"}, {70, "ferry"}, {80, "bridge"}, {100, "bridge"}});
  EXPECT_EQ(snippet_of(text, {words({"bridge"}), words({"ferry"})}),
            "\u2026w68 w69 [ferry] w71 w72 w73 w74 w75 w76 w77 w78 w79 [bridge] w81 w82 w83\u2026");
  EXPECT_NE(snippet_of(text, {words({"ferry"}), words({"absent"})}).find("w4 [ferry] w6"),
            std::string::npos);
}

TEST(Snippet, LooksNotFarBehindTheFirst) {
  const std::string text = numbered(2000, {{5, "ferry"}, {1500, "ferry"}, {1501, "bridge"}});
  EXPECT_NE(snippet_of(text, {words({"ferry"}), words({"bridge"})}).find("w4 [ferry] w6"),
            std::string::npos);
}

TEST(Snippet, KeepsAPhraseWhole) {
  const std::string text = numbered(40, {});
  SearchPhrase phrase;
  for (int i = 3; i <= 30; ++i) phrase.words.push_back("w" + std::to_string(i));
  const std::string snippet = snippet_of(text, {phrase});
  EXPECT_TRUE(snippet.starts_with("\u2026[w3 w4 ")) << snippet;
  EXPECT_TRUE(snippet.ends_with(" w30]\u2026")) << snippet;
}

}  // namespace
}  // namespace pressmark::archive
