// core/base/ascii.h: the case of ASCII letters, for the names that protocols and formats compare
// without it (schemes, media types, extensions, tags). Other octets stay as they are, whatever the
// locale; text that people read is folded by ICU.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::ascii {

constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// A copy with A to Z in lower case.
inline std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

}  // namespace pressmark::ascii
