#include "converters/exporters/pdf/layout/list_labels.h"

#include <algorithm>

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

std::string roman(std::int64_t number) {
  struct Step {
    int value;
    std::string_view digits;
  };
  constexpr Step steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                            {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                            {5, "v"},    {4, "iv"},   {1, "i"}};
  std::string result;
  for (const Step& step : steps) {
    for (; number >= step.value; number -= step.value) result += step.digits;
  }
  return result;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

std::string list_label(Numbering numbering, std::int64_t number, int depth) {
  const bool fits_roman = number > 0 && number < 4000;
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
      if (fits_roman) return roman(number) + ".";
      break;
    case Numbering::upper_roman:
      if (fits_roman) return upper(roman(number)) + ".";
      break;
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
