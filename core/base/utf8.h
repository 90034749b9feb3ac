// core/base/utf8.h: the gate that makes text of octets, and small tools on valid UTF-8.
//
// Text in the document model is valid UTF-8 (Unicode 15, 3.9, table 3-7) without control characters
// other than tab and line feed, and without noncharacters: what XML 1.0, 2.2 allows, less U+000D
// and C1. An importer passes its text through to_text() once; nobody checks again but validate().
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressmark::utf8 {

inline constexpr char32_t replacement_character = 0xFFFD;

// One decoded code point and the number of octets it took (1 to 4). Ill-formed input gives
// U+FFFD for each maximal subpart (Unicode 15, 3.9, "U+FFFD Substitution of Maximal Subparts").
struct Decoded {
  char32_t code_point;
  int size;
  bool valid;
};

// Decodes at `position`, which must be below text.size().
Decoded decode(std::string_view text, std::size_t position);

// Appends `code_point` in UTF-8; surrogates and values above U+10FFFF become U+FFFD.
void append(std::string& text, char32_t code_point);

// Whether the octets are well-formed UTF-8.
bool is_valid(std::string_view octets);

// Whether a code point may stand in the text of a document (see above).
bool is_text(char32_t code_point);

// Whether the octets are well-formed and hold text characters only.
bool is_text(std::string_view octets);

// What to_text() changed.
struct Repairs {
  std::size_t replaced = 0;  // ill-formed sequences that became U+FFFD
  std::size_t removed = 0;   // control characters and noncharacters that were left out
};

// Makes text of octets that are meant to be UTF-8: CR LF and CR become LF, ill-formed sequences
// become U+FFFD, control characters and noncharacters are left out. Never fails.
std::string to_text(std::string_view octets, Repairs& repairs);
std::string to_text(std::string_view octets);

// The longest prefix of at most `bytes` octets that does not cut a code point of valid UTF-8.
std::string_view prefix(std::string_view text, std::size_t bytes);

// Number of code points of valid UTF-8.
std::size_t length(std::string_view text);

}  // namespace pressmark::utf8
