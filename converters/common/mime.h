// converters/common/mime.h: messages in parts and their encodings (RFC 2045 to 2047), for mail and
// archives of pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::mime {

struct Field {
  std::string name;
  std::string value;  // folded lines joined, encoded words as they are
};

// The fields before a body (RFC 5322, 2.2).
struct Header {
  std::vector<Field> fields;
  std::size_t length = 0;   // octets, with the empty line behind it
  std::size_t lines = 0;    // the empty one among them
  bool well_formed = true;  // whether all lines are fields; others are passed over

  // The first value of a field; empty where there is none. `name` is in lower case.
  std::string_view value(std::string_view name) const;
  // "text/plain" in lower case, which is what a part is that does not say it.
  std::string media_type() const;
  // Whether it is an attachment, and not to be shown in its place (RFC 2183, 2.2).
  bool is_attachment() const;
};

// Reads the header at the start of a message or part, at most 256 KiB of it.
Header read_header(std::string_view text);

// A parameter of "text/plain; charset=utf-8; format=flowed" (RFC 2045, 5.1); `name` is in lower
// case. Empty where there is none.
std::string parameter(std::string_view value, std::string_view name);

// The parts between the lines of the boundary (RFC 2046, 5.1.1), at most 20,000; the last one may
// be cut off.
std::vector<std::string_view> split_parts(std::string_view body, const std::string& boundary);

// A body without the content transfer encoding that its header names.
std::string decode_body(std::string_view body, const Header& header);

// RFC 2045, 6.7; an equals sign that begins nothing stays. Line ends become line feeds.
std::string decode_quoted_printable(std::string_view text);
// RFC 2045, 6.8; what is not of the alphabet is passed over.
std::string decode_base64(std::string_view text);
// A header's value with its encoded words (RFC 2047) in UTF-8; other octets as they are.
std::string decode_words(std::string_view value);
// Whether it has one: "=?UTF-8?Q?...?=".
bool has_encoded_word(std::string_view value);

}  // namespace pressmark::mime
