#include "cli/output_name.h"

#include <gtest/gtest.h>

#include "core/base/utf8.h"
#include "tests/cli/sample_formats.h"

namespace pressmark::cli {
namespace {

TEST(OutputName, IsSafeInAnyFolder) {
  EXPECT_EQ(safe_name("../../etc/passwd"), "_._.._etc_passwd");
  EXPECT_EQ(safe_name(std::string("a\0b\x1b\\", 5)), "a_b__");
  EXPECT_EQ(safe_name(""), "article");
  std::string umlauts;
  for (int i = 0; i < 200; ++i) umlauts += "a\xC3\xBC";
  const std::string cut = safe_name(umlauts);
  EXPECT_LE(cut.size(), 180U);
  EXPECT_GE(cut.size(), 178U);
  EXPECT_TRUE(utf8::is_valid(cut));
}

TEST(OutputName, LosesOnlyKnownExtensions) {
  const Formats formats = sample_formats();
  EXPECT_EQ(output_name("-", formats), "article");
  EXPECT_EQ(output_name("in/a.b.html", formats), "a.b");
  EXPECT_EQ(output_name("in/a.TXT", formats), "a");
  EXPECT_EQ(output_name("in/.hidden.txt", formats), "_hidden");
  EXPECT_EQ(output_name("https://example.org/version-3.5-is-out", formats), "version-3.5-is-out");
  EXPECT_EQ(output_name("https://news.example.org/", formats), "news.example.org");
  EXPECT_EQ(output_name("https://example.org/a%0Ab.html", formats), "a_b");
}

}  // namespace
}  // namespace pressmark::cli
