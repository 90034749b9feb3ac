// converters/opds/addresses.h: what both forms of a catalogue say of links.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::opds {

inline constexpr std::string_view open_access = "http://opds-spec.org/acquisition/open-access";

// A path as a relative reference (RFC 3986, 4.2): everything but unreserved characters and '/' is
// percent-encoded, so that no name is taken for a scheme, a query or a fragment.
std::string relative_address(std::string_view path);

}  // namespace pressmark::opds
