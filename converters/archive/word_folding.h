// converters/archive/word_folding.h: one form for words that a reader takes for the same.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::archive {

// Whether the words of a script are found by their characters: it is written without spaces, or
// joins particles to words. `c` is a code point.
bool is_searched_by_character(char32_t c);

// Whether a code point makes no difference to a word: a mark above or below, a format character,
// the tatweel.
bool is_ignored_in_words(char32_t c);

// A word in valid UTF-8, folded: compatibility forms and case (Unicode's NFKC_Casefold), without
// what is_ignored_in_words() names. Empty where nothing else was there.
std::string folded_word(std::string_view word);

}  // namespace pressmark::archive
