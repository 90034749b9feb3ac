#include "converters/common/roman_numerals.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(RomanNumeral, IsWrittenByTheRules) {
  EXPECT_EQ(roman_numeral(1), "i");
  EXPECT_EQ(roman_numeral(14), "xiv");
  EXPECT_EQ(roman_numeral(1994, LetterCase::upper), "MCMXCIV");
  EXPECT_EQ(roman_numeral(3999, LetterCase::upper), "MMMCMXCIX");
}

TEST(RomanNumeral, IsDecimalWhereThereIsNone) {
  EXPECT_EQ(roman_numeral(0), "0");
  EXPECT_EQ(roman_numeral(-4), "-4");
  EXPECT_EQ(roman_numeral(4000, LetterCase::upper), "4000");
}

}  // namespace
}  // namespace pressmark
