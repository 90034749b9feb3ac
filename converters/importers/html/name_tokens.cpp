#include "converters/importers/html/name_tokens.h"

#include <string>

#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

constexpr std::size_t longest_value = 400;
// Longer names are made by machines.
constexpr std::size_t longest_name = 40;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

void for_each_name_token(std::string_view value, const std::function<void(std::string_view)>& use) {
  std::string token;
  std::string joined;
  const auto end_token = [&] {
    if (!token.empty()) use(token);
    token.clear();
  };
  const auto end_name = [&] {
    end_token();
    if (!joined.empty() && joined.size() < longest_name) use(joined);
    joined.clear();
  };
  char before = ' ';
  for (const char c : value.substr(0, longest_value)) {
    if (is_upper(c)) {
      if (!is_upper(before)) end_token();
      token += to_lower(c);
      joined += to_lower(c);
    } else if (is_letter(c) || is_digit(c)) {
      token += c;
      joined += c;
    } else if (c == ' ' || c == '\n' || c == '\t') {
      end_name();
    } else {
      end_token();
    }
    before = c;
  }
  end_name();
}

}  // namespace pressmark::html
