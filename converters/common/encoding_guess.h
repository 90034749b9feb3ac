// converters/common/encoding_guess.h: which encoding octets are in that say nothing of themselves.
#pragma once

#include <optional>
#include <string_view>

namespace pressmark {

// UTF-16 or UTF-32 without a byte order mark, told by where its zero octets stand: "UTF-16LE",
// "UTF-16BE"; absent where it is neither.
std::optional<std::string_view> guess_utf16(std::string_view octets);

// The most likely encoding of octets that are not UTF-8, by name as find_encoding() gives it;
// absent where no candidate reads like text.
//
// uchardet names one; a sample (the lines with octets above 7F) is then decoded by each of some two
// dozen candidates, and every reading is judged by the letters of the languages that use the
// encoding: their frequency, letter case inside words, final forms, mixed scripts in one word.
// uchardet's own answer gets a small bonus; equal readings go to the first of the list, so
// windows-1252 wins over ISO-8859-15 where no octet tells them apart.
std::optional<std::string_view> guess_legacy_encoding(std::string_view octets);

}  // namespace pressmark
