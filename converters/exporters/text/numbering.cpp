#include "converters/exporters/text/numbering.h"

#include <array>
#include <utility>

namespace pressmark::text_output {
namespace {

std::string roman(int number) {
  constexpr std::array<std::pair<int, const char*>, 13> signs = {{{1000, "m"},
                                                                  {900, "cm"},
                                                                  {500, "d"},
                                                                  {400, "cd"},
                                                                  {100, "c"},
                                                                  {90, "xc"},
                                                                  {50, "l"},
                                                                  {40, "xl"},
                                                                  {10, "x"},
                                                                  {9, "ix"},
                                                                  {5, "v"},
                                                                  {4, "iv"},
                                                                  {1, "i"}}};
  std::string text;
  for (const auto& [value, sign] : signs) {
    for (; number >= value; number -= value) text += sign;
  }
  return text;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

std::string numeral(Numbering numbering, int number) {
  const bool letter = number >= 1 && number <= 26;
  const bool numeral = number >= 1 && number <= 3999;
  switch (numbering) {
    case Numbering::lower_alpha:
      if (letter) return std::string(1, static_cast<char>('a' + number - 1));
      break;
    case Numbering::upper_alpha:
      if (letter) return std::string(1, static_cast<char>('A' + number - 1));
      break;
    case Numbering::lower_roman:
      if (numeral) return roman(number);
      break;
    case Numbering::upper_roman:
      if (numeral) return upper(roman(number));
      break;
    case Numbering::none:
    case Numbering::decimal:
      break;
  }
  return std::to_string(number);
}

}  // namespace pressmark::text_output
