// converters/importers/text/language.h: the language of a text, told by its letters and words.
#pragma once

#include <optional>
#include <string_view>

namespace pressmark::plain_text {

struct GuessedLanguage {
  std::string_view tag;  // BCP 47
  double confidence = 0;
};

// By script where that decides (Greek, Hebrew, Thai, Korean, Japanese, ...), by frequent words and
// special letters for the others; Chinese as "zh-Hans" or "zh-Hant" by characters that differ.
// Looks at the beginning of a long text only. Absent where too few words are known.
std::optional<GuessedLanguage> guess_language(std::string_view text);

// Whether the language is written from right to left by default.
bool is_right_to_left(std::string_view language);

}  // namespace pressmark::plain_text
