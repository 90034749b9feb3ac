#include "cli/public_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace pressmark::cli {
namespace {

using Ipv4 = std::array<std::uint8_t, 4>;
using Ipv6 = std::array<std::uint8_t, 16>;

// The addresses whose first `bits` bits are those of `prefix`.
template <class Address>
struct Block {
  Address prefix;
  int bits;
};

template <class Address>
bool is_in(const Address& address, const Block<Address>& block) {
  const auto whole = static_cast<std::size_t>(block.bits / 8);
  if (!std::equal(block.prefix.begin(), block.prefix.begin() + static_cast<std::ptrdiff_t>(whole),
                  address.begin())) {
    return false;
  }
  const int rest = block.bits % 8;
  return rest == 0 || ((block.prefix[whole] ^ address[whole]) >> (8 - rest)) == 0;
}

constexpr std::array<Block<Ipv4>, 15> special_ipv4 = {{
    {{0, 0, 0, 0}, 8},       // "this network"
    {{10, 0, 0, 0}, 8},      // private use
    {{100, 64, 0, 0}, 10},   // shared by a provider's customers
    {{127, 0, 0, 0}, 8},     // loopback
    {{169, 254, 0, 0}, 16},  // link-local
    {{172, 16, 0, 0}, 12},   // private use
    {{192, 0, 0, 0}, 24},    // protocol assignments
    {{192, 0, 2, 0}, 24},    // documentation
    {{192, 88, 99, 0}, 24},  // 6to4 relays, given up
    {{192, 168, 0, 0}, 16},  // private use
    {{198, 18, 0, 0}, 15},   // benchmarking
    {{198, 51, 100, 0}, 24},
    {{203, 0, 113, 0}, 24},  // documentation
    {{224, 0, 0, 0}, 4},     // multicast
    {{240, 0, 0, 0}, 4},     // reserved, and the broadcast address
}};

bool is_public(const Ipv4& address) {
  return std::ranges::none_of(special_ipv4,
                              [&](const Block<Ipv4>& block) { return is_in(address, block); });
}

Ipv4 embedded(const Ipv6& address, std::size_t at) {
  return {address[at], address[at + 1], address[at + 2], address[at + 3]};
}

bool is_public(const Ipv6& address) {
  constexpr Block<Ipv6> mapped = {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96};
  constexpr Block<Ipv6> nat64 = {{0, 0x64, 0xFF, 0x9B}, 96};
  constexpr Block<Ipv6> six_to_four = {{0x20, 0x02}, 16};
  if (is_in(address, mapped) || is_in(address, nat64)) return is_public(embedded(address, 12));
  if (is_in(address, six_to_four)) return is_public(embedded(address, 2));
  // Global unicast is 2000::/3; of it, 2001::/23 has protocol assignments (Teredo among them) and
  // 2001:db8::/32 and 3fff::/20 are for documentation.
  constexpr Block<Ipv6> global = {{0x20}, 3};
  constexpr std::array<Block<Ipv6>, 3> special = {{
      {{0x20, 0x01, 0x00, 0x00}, 23},
      {{0x20, 0x01, 0x0D, 0xB8}, 32},
      {{0x3F, 0xFF, 0x00, 0x00}, 20},
  }};
  return is_in(address, global) && std::ranges::none_of(special, [&](const Block<Ipv6>& block) {
           return is_in(address, block);
         });
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  // Copied out, since the address may lie anywhere.
  if (address.sa_family == AF_INET) {
    sockaddr_in socket_address{};
    std::memcpy(&socket_address, &address, sizeof socket_address);
    Ipv4 octets{};
    std::memcpy(octets.data(), &socket_address.sin_addr, octets.size());
    return is_public(octets);
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 socket_address{};
    std::memcpy(&socket_address, &address, sizeof socket_address);
    Ipv6 octets{};
    std::memcpy(octets.data(), &socket_address.sin6_addr, octets.size());
    return is_public(octets);
  }
  return false;
}

bool is_public_address(std::string_view text) {
  const std::string name(text);
  Ipv4 four{};
  if (inet_pton(AF_INET, name.c_str(), four.data()) == 1) return is_public(four);
  Ipv6 six{};
  if (inet_pton(AF_INET6, name.c_str(), six.data()) == 1) return is_public(six);
  return false;
}

}  // namespace pressmark::cli
