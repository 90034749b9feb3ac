// converters/archive/snippet.h: the words of a text around those that were looked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::archive {

// Words that follow each other, folded (search_words.h).
struct SearchPhrase {
  std::vector<std::string> words;
  bool is_beginning = false;  // the last one is the beginning of a word
};

// Marks around what was found in a snippet.
inline constexpr std::string_view snippet_start = "[";
inline constexpr std::string_view snippet_end = "]";

// Some sixteen words of `text` (valid UTF-8) with as many different phrases as lie near each other,
// not far behind the first that is found; from the start of a sentence where that one is short
// enough. What is found stands in marks, and an ellipsis where the text goes on. Without any of the
// phrases: the text's beginning. Reads no further than it must.
std::string snippet_of(std::string_view text, const std::vector<SearchPhrase>& phrases);

}  // namespace pressmark::archive
