// tests/support/golden.h: comparing with expected outputs, which are text files below tests/golden.
//
// PRESSMARK_UPDATE_GOLDEN=1 rewrites them instead; review the difference before committing it.
#pragma once

#include <gtest/gtest.h>

#include <string>

namespace pressmark {

// Compares `actual` with tests/golden/<name>. On a difference the failure shows the first line that
// differs with its number.
testing::AssertionResult matches_golden(const std::string& name, const std::string& actual);

// The octets of a file below the project's root; fails the running test where it cannot be read.
std::string read_project_file(const std::string& path);

}  // namespace pressmark

#define EXPECT_GOLDEN(name, actual) EXPECT_TRUE(::pressmark::matches_golden(name, actual))
