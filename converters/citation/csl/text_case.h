// converters/citation/csl/text_case.h: the text-case attribute of CSL 1.0.2.
#pragma once

#include <string>
#include <string_view>

#include "converters/citation/csl/rich_text.h"

namespace pressmark::csl {

enum class TextCase : unsigned char {
  unset,
  lowercase,
  uppercase,
  capitalize_first,
  capitalize_all,
  sentence,
  title,
};

// Changes the case of the text outside of `no_case` spans. `language` (BCP 47) chooses the case
// mapping; title case is for English only, and leaves other languages as they are.
void apply_text_case(RichText& text, TextCase text_case, std::string_view language);

// Whole strings, by the rules of Unicode.
std::string to_lower(std::string_view text, std::string_view language = {});
std::string to_upper(std::string_view text, std::string_view language = {});
// The first character in upper case.
std::string capitalized(std::string_view text);

}  // namespace pressmark::csl
