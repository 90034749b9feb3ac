#include "tests/support/golden.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace pressmark {
namespace {

std::filesystem::path project_path(const std::string& path) {
  return std::filesystem::path(PRESSMARK_SOURCE_DIR) / path;
}

std::string first_difference(const std::string& expected, const std::string& actual) {
  std::istringstream expected_lines(expected);
  std::istringstream actual_lines(actual);
  for (int number = 1;; ++number) {
    std::string left;
    std::string right;
    const bool more_left = static_cast<bool>(std::getline(expected_lines, left));
    const bool more_right = static_cast<bool>(std::getline(actual_lines, right));
    if (!more_left && !more_right) return "they differ in the final line feed only";
    if (left != right || more_left != more_right) {
      return "line " + std::to_string(number) + "\n  expected: " + (more_left ? left : "(end)") +
             "\n  actual:   " + (more_right ? right : "(end)");
    }
  }
}

}  // namespace

std::string read_project_file(const std::string& path) {
  std::ifstream file(project_path(path), std::ios::binary);
  if (!file) ADD_FAILURE() << "cannot read " << path;
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

testing::AssertionResult matches_golden(const std::string& name, const std::string& actual) {
  const std::filesystem::path path = project_path("tests/golden/" + name);
  if (std::getenv("PRESSMARK_UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    return testing::AssertionSuccess();
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return testing::AssertionFailure()
           << "there is no tests/golden/" << name << "; PRESSMARK_UPDATE_GOLDEN=1 makes it";
  }
  std::ostringstream expected;
  expected << file.rdbuf();
  if (expected.str() == actual) return testing::AssertionSuccess();
  return testing::AssertionFailure()
         << "tests/golden/" << name << ": " << first_difference(expected.str(), actual);
}

}  // namespace pressmark
