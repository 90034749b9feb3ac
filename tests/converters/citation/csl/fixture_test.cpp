// The project's own fixtures, one file for each feature of CSL 1.0.2.
#include "tests/converters/citation/csl/fixture.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace pressmark::csl {
namespace {

const std::filesystem::path own_fixtures =
    std::filesystem::path(PRESSMARK_SOURCE_DIR) / "tests/converters/citation/csl/fixtures";

class OwnFixture : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(OwnFixture, GivesItsResult) {
  if (locale_folder().empty()) GTEST_SKIP() << "citation-style-language-locales is not installed";
  const Fixture fixture = read_fixture(GetParam());
  EXPECT_EQ(result_of(fixture), expected_result(fixture));
}

INSTANTIATE_TEST_SUITE_P(Csl, OwnFixture, testing::ValuesIn(fixture_files(own_fixtures)),
                         [](const auto& information) {
                           std::string name = information.param.stem();
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace pressmark::csl
