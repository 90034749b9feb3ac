// converters/importers/text/mail_encodings.h: the encodings of mail, for mail.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::plain_text {

// RFC 2045, 6.7; an equals sign that begins nothing stays.
std::string decode_quoted_printable(std::string_view text);
// RFC 2045, 6.8; what is not of the alphabet is passed over.
std::string decode_base64_lines(std::string_view text);
// A header's value with its encoded words (RFC 2047) in UTF-8; other octets as they are.
std::string decode_words(std::string_view value);
// Whether it has one: "=?UTF-8?Q?...?=".
bool has_encoded_word(std::string_view value);

}  // namespace pressmark::plain_text
