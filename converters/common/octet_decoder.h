// converters/common/octet_decoder.h: from octets of a known encoding to UTF-8, before any repair.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// The octets as UTF-8, control characters kept. What cannot be decoded becomes U+FFFD. `encoding`
// is a name as find_encoding() gives it; ICU's converter is opened for this call only, and only for
// encodings that need one. A byte order mark is not expected here and would become U+FEFF.
std::string decode_octets(std::string_view octets, std::string_view encoding);

}  // namespace pressmark
