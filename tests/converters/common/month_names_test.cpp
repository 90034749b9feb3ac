#include "converters/common/month_names.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(MonthNames, AreKnownInManyLanguages) {
  EXPECT_EQ(month_of_name("january"), 1);
  EXPECT_EQ(month_of_name("märz"), 3);
  EXPECT_EQ(month_of_name("октября"), 10);
  EXPECT_EQ(month_of_name("نيسان"), 4);
  EXPECT_EQ(month_of_name("दिसंबर"), 12);
  EXPECT_EQ(month_of_name("dez"), 12);
  for (const char* word : {"", " ", "January", "monday", "jan janeiro"}) {
    EXPECT_EQ(month_of_name(word), 0) << word;
  }
}

}  // namespace
}  // namespace pressmark
