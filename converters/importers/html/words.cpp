#include "converters/importers/html/words.h"

#include <algorithm>

namespace pressmark::html {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
// Characters that show nothing: U+200B to U+200D, U+2060 and U+FEFF.
constexpr std::string_view invisible[] = {"\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D",
                                          "\xE2\x81\xA0", "\xEF\xBB\xBF"};

}  // namespace

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return to_lower(x) == to_lower(y); });
}

bool contains_ignoring_case(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char x, char y) { return to_lower(x) == y; }) != text.end();
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    if (is_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else {
      break;
    }
  }
  while (!text.empty()) {
    if (is_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(no_break_space.size());
    } else {
      break;
    }
  }
  return text;
}

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    text = trim(text);
    const std::size_t size = text.size();
    for (const std::string_view mark : invisible) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
    }
    if (text.size() == size) return text.empty();
  }
  return true;
}

std::vector<std::string_view> split_tokens(std::string_view tokens) {
  std::vector<std::string_view> found;
  for (std::size_t i = 0; i < tokens.size();) {
    while (i < tokens.size() && is_space(tokens[i])) ++i;
    const std::size_t start = i;
    while (i < tokens.size() && !is_space(tokens[i])) ++i;
    if (i > start) found.push_back(tokens.substr(start, i - start));
  }
  return found;
}

bool has_token(std::string_view tokens, std::string_view token) {
  for (std::size_t at = tokens.find(token); at != std::string_view::npos;
       at = tokens.find(token, at + 1)) {
    const std::size_t end = at + token.size();
    if ((at == 0 || is_space(tokens[at - 1])) && (end == tokens.size() || is_space(tokens[end]))) {
      return !token.empty();
    }
  }
  return false;
}

std::string_view token_with_prefix(std::string_view tokens, std::string_view prefix) {
  for (const std::string_view token : split_tokens(tokens)) {
    if (token.starts_with(prefix)) return token;
  }
  return {};
}

int parse_integer(std::string_view text, int least, int most, int otherwise) {
  text = trim(text);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !is_digit(text.front())) return otherwise;
  long long value = 0;
  for (const char c : text) {
    if (!is_digit(c)) break;
    value = std::min(value * 10 + (c - '0'), 1'000'000'000LL);
  }
  if (negative) value = -value;
  return static_cast<int>(
      std::clamp(value, static_cast<long long>(least), static_cast<long long>(most)));
}

}  // namespace pressmark::html
