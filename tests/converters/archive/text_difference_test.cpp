#include "converters/archive/text_difference.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "tests/support/run_process.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::archive {
namespace {

TEST(TextDifference, ShowsChangedLinesWithContext) {
  EXPECT_EQ(
      unified_difference("a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nd\nE\nf\ng\nh\n", "old", "new"),
      "--- old\n+++ new\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n");
  EXPECT_EQ(unified_difference("", "a\n", "old", "new"), "--- old\n+++ new\n@@ -0,0 +1,1 @@\n+a\n");
  EXPECT_EQ(unified_difference("a\n", "", "old", "new"), "--- old\n+++ new\n@@ -1,1 +0,0 @@\n-a\n");
  EXPECT_EQ(unified_difference("a\n", "a\n", "old", "new"), "");
}

// patch, an independent program, makes the second text of the first and the difference.
TEST(TextDifference, IsAPatch) {
  if (run_process({"/usr/bin/patch", "--version"}).code != 0) GTEST_SKIP() << "no patch";
  std::mt19937 random(11);
  for (int round = 0; round < 40; ++round) {
    const auto text = [&] {
      std::string lines;
      for (int i = static_cast<int>(random() % 30); i > 0; --i) {
        lines += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
      }
      return lines;
    };
    const std::string before = text();
    const std::string after = text();
    if (before == after) continue;
    const TemporaryFolder folder;
    folder.write("text", before);
    const std::string patch = unified_difference(before, after, "text", "text");
    const ProcessResult result = run_process({"/usr/bin/patch", "-s", "--posix", "text"},
                                             {.input = patch, .folder = folder.path()});
    ASSERT_EQ(result.code, 0) << result.out << result.err << patch;
    EXPECT_EQ(read_file_octets(folder / "text"), after) << patch;
  }
}

TEST(TextDifference, GivesUpTheShortestScriptForVeryLongOnes) {
  std::string before;
  std::string after;
  for (int i = 0; i < 3000; ++i) {
    before += "a" + std::to_string(i) + "\n";
    after += "b" + std::to_string(i) + "\n";
  }
  const std::string difference = unified_difference(before, after, "old", "new");
  EXPECT_NE(difference.find("@@ -1,3000 +1,3000 @@"), std::string::npos);
}

}  // namespace
}  // namespace pressmark::archive
