// converters/common/isbn.h: International Standard Book Numbers (ISO 2108).
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// The thirteen digits of an ISBN that may be written with hyphens and spaces; one of ten digits
// gets the prefix 978 and its new check digit. Empty where the text is no ISBN: where it has other
// characters or another length, a prefix that is not 978 or 979, or a wrong check digit (modulo 11
// of ten digits, modulo 10 of thirteen).
std::string isbn_13(std::string_view text);

}  // namespace pressmark
