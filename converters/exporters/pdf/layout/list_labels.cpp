#include "converters/exporters/pdf/layout/list_labels.h"

#include <algorithm>

#include "converters/common/roman_numerals.h"

namespace pressmark::pdf {
namespace {

// a to z, aa to zz, ...: there is no digit zero.
std::string letters(std::int64_t number, char first) {
  std::string result;
  for (; number > 0; number = (number - 1) / 26) {
    result += static_cast<char>(first + (number - 1) % 26);
  }
  std::reverse(result.begin(), result.end());
  return result;
}

}  // namespace

std::string list_label(Numbering numbering, std::int64_t number, int depth) {
  switch (numbering) {
    case Numbering::none:
      return depth % 2 == 0 ? "•" : "–";
    case Numbering::decimal:
      break;
    case Numbering::lower_alpha:
      if (number > 0) return letters(number, 'a') + ".";
      break;
    case Numbering::upper_alpha:
      if (number > 0) return letters(number, 'A') + ".";
      break;
    case Numbering::lower_roman:
      return roman_numeral(number) + ".";
    case Numbering::upper_roman:
      return roman_numeral(number, LetterCase::upper) + ".";
  }
  return std::to_string(number) + ".";
}

std::string expand_tabs(std::string_view text) {
  constexpr std::size_t step = 4;
  std::string result;
  std::size_t column = 0;
  for (const char c : text) {
    if (c == '\t') {
      const std::size_t count = step - column % step;
      result.append(count, ' ');
      column += count;
    } else {
      result += c;
      if (c == '\n') {
        column = 0;
      } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
        ++column;
      }
    }
  }
  return result;
}

}  // namespace pressmark::pdf
