#include "converters/common/isbn.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(Isbn, ThirteenDigitsOfBothLengths) {
  EXPECT_EQ(isbn_13("978-0-306-40615-7"), "9780306406157");
  EXPECT_EQ(isbn_13("0-306-40615-2"), "9780306406157");
  EXPECT_EQ(isbn_13("0 8044 2957 X"), "9780804429573");
  EXPECT_EQ(isbn_13("080442957x"), "9780804429573");
  EXPECT_EQ(isbn_13("979-10-90636-07-1"), "9791090636071");
}

TEST(Isbn, OtherNumbersAreNone) {
  EXPECT_EQ(isbn_13("978-0-306-40615-8"), "");  // check digits
  EXPECT_EQ(isbn_13("0-306-40615-3"), "");
  EXPECT_EQ(isbn_13("1234567890"), "");
  EXPECT_EQ(isbn_13("4006381333931"), "");  // an article number of another country
  EXPECT_EQ(isbn_13("978030640615X"), "");
  EXPECT_EQ(isbn_13("08044X957X"), "");
  EXPECT_EQ(isbn_13("030640615"), "");
  EXPECT_EQ(isbn_13(""), "");
}

}  // namespace
}  // namespace pressmark
