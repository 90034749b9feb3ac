#include "converters/common/isbn.h"

#include <algorithm>

namespace pressmark {
namespace {

bool is_decimal(char c) { return c >= '0' && c <= '9'; }

// The check digit of the first twelve digits: they count 1 and 3 in turn.
char check_digit_13(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

// Nine digits and a digit or X for ten, which count from 10 down to 1.
bool is_valid_10(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    const int value = digits[i] == 'X' ? 10 : digits[i] - '0';
    sum += value * (10 - static_cast<int>(i));
  }
  return sum % 11 == 0;
}

}  // namespace

std::string isbn_13(std::string_view text) {
  std::string digits(text);
  std::erase_if(digits, [](char c) { return c == '-' || c == ' '; });
  const bool ten = digits.size() == 10;
  if (!ten && digits.size() != 13) return {};
  if (ten && digits.back() == 'x') digits.back() = 'X';
  const std::string_view all_but_last(digits.data(), digits.size() - 1);
  if (!std::ranges::all_of(all_but_last, is_decimal)) return {};
  if (!is_decimal(digits.back()) && !(ten && digits.back() == 'X')) return {};
  if (ten) {
    if (!is_valid_10(digits)) return {};
    digits = "978" + digits.substr(0, 9);
    return digits + check_digit_13(digits);
  }
  const bool book = digits.starts_with("978") || digits.starts_with("979");
  return book && check_digit_13(digits) == digits[12] ? digits : std::string{};
}

}  // namespace pressmark
