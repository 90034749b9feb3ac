// converters/common/digest.h: digests, UUIDs of names and Base64, all by OpenSSL's libcrypto.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace pressmark {

// Lower-case hexadecimal digests (FIPS 180-4; MD5 by RFC 1321, for PDF's CheckSum only).
std::string sha256_hex(std::string_view octets);
std::string sha512_hex(std::string_view octets);
std::string md5_hex(std::string_view octets);

// The digest by its name in OCFL and BagIt ("md5", "sha1", "sha256", "sha384", "sha512",
// "blake2b-512"), lower-case hexadecimal; absent for another name.
std::optional<std::string> digest_hex(std::string_view algorithm, std::string_view octets);

// A UUID of version 5 (RFC 9562, 5.5) of `name` in the URL namespace:
// "6f1c2b7e-2f43-5a6e-9d0b-0f0d8a6f2b11". Equal names give equal UUIDs.
std::string uuid_v5_url(std::string_view name);

// Octets of hexadecimal digits; absent where there are others, or an odd number of them.
std::optional<Bytes> from_hex(std::string_view digits);
std::string to_hex(std::string_view octets);

// RFC 4648, 4, with padding and without line breaks.
std::string base64_encode(std::string_view octets);
// The same back; white space is skipped and missing padding forgiven. Absent for anything else.
std::optional<Bytes> base64_decode(std::string_view text);

}  // namespace pressmark
