#include "converters/common/roman_numerals.h"

#include <string_view>

#include "core/base/ascii.h"

namespace pressmark {

std::string roman_numeral(std::int64_t number, LetterCase letter_case) {
  struct Step {
    int value;
    std::string_view digits;
  };
  constexpr Step steps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                            {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                            {5, "V"},    {4, "IV"},   {1, "I"}};
  if (number < 1 || number > 3999) return std::to_string(number);
  std::string numeral;
  for (const Step& step : steps) {
    for (; number >= step.value; number -= step.value) numeral += step.digits;
  }
  return letter_case == LetterCase::upper ? numeral : ascii::to_lower(numeral);
}

}  // namespace pressmark
