// Each folder of tests/golden/importers/text is a case: source.txt, what it becomes, what is said.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "converters/importers/text/import_text.h"
#include "core/model/dump.h"
#include "core/model/validate.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"

namespace pressmark::plain_text {
namespace {

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  const std::filesystem::path folder =
      std::filesystem::path(PRESSMARK_SOURCE_DIR) / "tests/golden/importers/text";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string listing(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    text += std::to_string(diagnostic.where.line) + " " + std::string(diagnostic.id()) + " " +
            diagnostic.subject + "\n";
  }
  return text;
}

class TextGolden : public testing::TestWithParam<std::string> {};

TEST_P(TextGolden, IsReadAsExpected) {
  const std::string folder = "importers/text/" + GetParam();
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  Source source;
  source.name = "source.txt";
  source.bytes = read_project_file("tests/golden/" + folder + "/source.txt");
  const Result<Document> document = import_text(source, {}, context);
  ASSERT_TRUE(document.has_value()) << document.error().describe();
  EXPECT_EQ(validate(*document), std::vector<std::string>{});
  EXPECT_GOLDEN(folder + "/document.txt",
                dump(*document, {.locations = false, .evidence = true, .provenance = false}));
  EXPECT_GOLDEN(folder + "/diagnostics.txt", listing(diagnostics));
}

INSTANTIATE_TEST_SUITE_P(Cases, TextGolden, testing::ValuesIn(case_names()),
                         [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace pressmark::plain_text
