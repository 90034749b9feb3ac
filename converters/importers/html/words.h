// converters/importers/html/words.h: small tools on attribute values and text, of ASCII rules only
// (WHATWG Infra, 4.6): no locale takes part.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "converters/common/white_space.h"
#include "core/base/ascii.h"

namespace pressmark::html {

// ASCII white space as HTML has it: tab, line feed, form feed, carriage return, space.
inline bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
using ascii::to_lower;

bool equals_ignoring_case(std::string_view a, std::string_view b);
// Whether `text` has `part`, given in lower case, in letters of any case.
bool contains_ignoring_case(std::string_view text, std::string_view part);

// The part without white space at both ends; U+00A0 counts as white space.
std::string_view trim(std::string_view text);
using pressmark::collapse_space;
// Whether it has nothing but white space, U+00A0, zero-width and byte order marks.
bool is_blank(std::string_view text);

// Whether the set of space-separated tokens has this one.
bool has_token(std::string_view tokens, std::string_view token);
// The tokens, in their order.
std::vector<std::string_view> split_tokens(std::string_view tokens);
// Whether any token begins with `prefix`; the first such, or an empty view.
std::string_view token_with_prefix(std::string_view tokens, std::string_view prefix);

// A whole number at the beginning, as HTML's rules for parsing integers give it (2.3.4.1), kept in
// the given range; `otherwise` where there is none.
int parse_integer(std::string_view text, int least, int most, int otherwise);

}  // namespace pressmark::html
