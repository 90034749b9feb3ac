// converters/checkers/pdf/text.h: text strings as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::pdf_check {

// A text string (ISO 32000-1, 7.9.2.2): UTF-16BE or UTF-8 behind their byte order marks, else
// PDFDocEncoding, of which the octets above 127 are read as Latin-1.
std::string text_of(std::string_view octets);

// UTF-16BE without a mark; unpaired surrogates become U+FFFD.
std::string utf8_of_utf16(std::string_view octets);

}  // namespace pressmark::pdf_check
