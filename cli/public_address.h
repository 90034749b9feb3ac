// cli/public_address.h: whether a network address is one of the public internet.
#pragma once

#include <sys/socket.h>

#include <string_view>

namespace pressmark::cli {

// False for loopback, private, link-local, shared, documentation, multicast and reserved addresses
// (the IANA special-purpose address registries, RFC 6890), for IPv6 addresses that carry such an
// IPv4 address (mapped, NAT64, 6to4), and for sockets that are no IP sockets.
bool is_public_address(const sockaddr& address);

// The same for an address as text, "192.0.2.1" or "2001:db8::1"; false where it is none.
bool is_public_address(std::string_view text);

}  // namespace pressmark::cli
