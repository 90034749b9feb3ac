// tests/support/shared.h: the folder with schemas and corpora beside the project, where there is
// one.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace pressmark {

// Its absolute path; absent where it does not exist. PRESSMARK_SHARED names another place.
std::optional<std::string> shared_folder();

}  // namespace pressmark

// Skips the running test with a message where the folder is absent.
#define PRESSMARK_NEEDS_SHARED(variable)                                                  \
  const auto variable##_found = ::pressmark::shared_folder();                             \
  if (!variable##_found) GTEST_SKIP() << "the folder ../shared with test data is absent"; \
  const std::string& variable = *variable##_found
