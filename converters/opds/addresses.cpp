#include "converters/opds/addresses.h"

namespace pressmark::opds {

std::string relative_address(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string address;
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || std::string_view("-._~/").find(c) != std::string_view::npos) {
      address += c;
      continue;
    }
    const auto octet = static_cast<unsigned char>(c);
    address += '%';
    address += digits[octet >> 4];
    address += digits[octet & 15];
  }
  return address;
}

}  // namespace pressmark::opds
