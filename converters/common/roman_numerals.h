// converters/common/roman_numerals.h: Roman numerals, as lists and citations number with them.
#pragma once

#include <cstdint>
#include <string>

namespace pressmark {

enum class LetterCase { lower, upper };

// "xiv" or "XIV"; in decimal below 1 and above 3999, for which there are no numerals.
std::string roman_numeral(std::int64_t number, LetterCase letter_case = LetterCase::lower);

}  // namespace pressmark
