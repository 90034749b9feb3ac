// converters/archive/search_words.h: the words of a text by which it is found.
//
// Words end where UAX #29 says (ICU). Scripts that are written without spaces, or join particles to
// words (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese), give one word for each character,
// so that any part of such a text is found as the phrase of its characters, with no dictionary.
// Words are folded: case, width and other compatibility forms, accents, Arabic and Hebrew vowel
// signs and the tatweel make no difference.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace pressmark::archive {

// A folded word, and where its source lies in the text (octets). Returns whether to go on.
using WordSink = std::function<bool(const std::string& word, int start, int end)>;

// The words of valid UTF-8 text of at most 2 GB, in order. False where the sink said to stop.
bool for_each_search_word(std::string_view text, const WordSink& sink);

}  // namespace pressmark::archive
