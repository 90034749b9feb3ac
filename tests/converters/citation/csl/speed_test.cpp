// How long a thousand references take in the styles that the manual names, where the package of
// styles is installed.
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "converters/citation/csl/processor.h"
#include "tests/support/cpu_time.h"
#include "tests/support/references.h"

namespace pressmark::csl {
namespace {

Bytes file_of_package(const std::string& path) {
  std::ifstream stream("/usr/share/citation-style-language/" + path, std::ios::binary);
  return Bytes(std::istreambuf_iterator<char>(stream), {});
}

class ThousandReferences : public testing::TestWithParam<const char*> {};

// 1 s of processor time, from reading the style on, is what we promise; the bound is thrice what
// the slowest style takes.
TEST_P(ThousandReferences, TakeLessThanASecond) {
  const Bytes style = file_of_package(std::string("styles/") + GetParam() + ".csl");
  const Bytes locale = file_of_package("locales/locales-en-US.xml");
  if (style.empty() || locale.empty()) GTEST_SKIP() << "citation-style-language-styles is absent";
  const std::vector<Metadata> records = sample::references(1000);
  std::size_t entries = 0;
  const double seconds = least_cpu_time([&] {
    auto processor = Processor::create(style, {locale}, "", {});
    ASSERT_TRUE(processor.has_value()) << processor.error().describe();
    processor->set_records(records);
    entries = processor->bibliography(Markup::text).entries.size();
  });
  EXPECT_EQ(entries, records.size());
  std::printf("%s: %.3f s\n", GetParam(), seconds);
  EXPECT_LT(seconds, 0.4 * slow_build);
}

INSTANTIATE_TEST_SUITE_P(Styles, ThousandReferences,
                         testing::Values("apa", "chicago-author-date",
                                         "modern-language-association", "vancouver",
                                         "gost-r-7-0-5-2008", "iso690-author-date-en",
                                         "din-1505-2"));

}  // namespace
}  // namespace pressmark::csl
