#include "converters/exporters/text/numbering.h"

#include "converters/common/roman_numerals.h"

namespace pressmark::text_output {

std::string numeral(Numbering numbering, int number) {
  const bool letter = number >= 1 && number <= 26;
  switch (numbering) {
    case Numbering::lower_alpha:
      if (letter) return std::string(1, static_cast<char>('a' + number - 1));
      break;
    case Numbering::upper_alpha:
      if (letter) return std::string(1, static_cast<char>('A' + number - 1));
      break;
    case Numbering::lower_roman:
      return roman_numeral(number);
    case Numbering::upper_roman:
      return roman_numeral(number, LetterCase::upper);
    case Numbering::none:
    case Numbering::decimal:
      break;
  }
  return std::to_string(number);
}

}  // namespace pressmark::text_output
