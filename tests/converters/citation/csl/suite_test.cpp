// The public CSL test-suite, where PRESSMARK_CSL_SUITE names a folder of its fixtures (*.txt).
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>

#include "tests/converters/citation/csl/fixture.h"

namespace pressmark::csl {
namespace {

const std::filesystem::path pass_list =
    std::filesystem::path(PRESSMARK_SOURCE_DIR) / "tests/converters/citation/csl/suite_passed.txt";

std::set<std::string> read_pass_list() {
  std::set<std::string> names;
  std::ifstream stream(pass_list);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty() && line.front() != '#') names.insert(line);
  }
  return names;
}

void write_pass_list(const std::set<std::string>& names) {
  std::ofstream stream(pass_list);
  stream << "# Fixtures of the public CSL test-suite that pass. It may only grow.\n";
  for (const std::string& name : names) stream << name << '\n';
}

struct Score {
  int passed = 0;
  int total = 0;
};

// Fails for a fixture of the pass list that does not pass any more. With PRESSMARK_UPDATE_GOLDEN
// new ones are added to the list; with PRESSMARK_CSL_SHOW=NAME the fixtures whose names begin so
// show what they give.
TEST(CslSuite, KeepsWhatItPassed) {
  const char* folder = std::getenv("PRESSMARK_CSL_SUITE");
  if (folder == nullptr) GTEST_SKIP() << "PRESSMARK_CSL_SUITE names no folder of fixtures";
  const char* show = std::getenv("PRESSMARK_CSL_SHOW");
  std::set<std::string> known = read_pass_list();
  std::map<std::string, Score> scores;
  Score all;
  for (const auto& file : fixture_files(folder)) {
    const Fixture fixture = read_fixture(file);
    const std::string result = result_of(fixture);
    const bool passed = result == expected_result(fixture);
    for (Score* score : {&scores[fixture.name.substr(0, fixture.name.find('_'))], &all}) {
      ++score->total;
      score->passed += passed ? 1 : 0;
    }
    if (passed) {
      known.insert(fixture.name);
    } else {
      EXPECT_FALSE(known.contains(fixture.name)) << fixture.name << " passed before:\n" << result;
      if (show != nullptr && fixture.name.starts_with(show)) {
        std::cout << "== " << fixture.name << "\n-- expected\n"
                  << expected_result(fixture) << "\n-- given\n"
                  << result << "\n";
      }
    }
  }
  for (const auto& [category, score] : scores) {
    std::cout << category << ' ' << score.passed << '/' << score.total << '\n';
  }
  std::cout << "all " << all.passed << '/' << all.total << '\n';
  ASSERT_GT(all.total, 0) << "no fixture in " << folder;
  if (std::getenv("PRESSMARK_UPDATE_GOLDEN") != nullptr) write_pass_list(known);
}

}  // namespace
}  // namespace pressmark::csl
