// converters/importers/html/word_lists.h: the words by which pages name their parts, as data.
//
// The lists hold words that many sites and site systems share, in the languages of the web's larger
// press. A word that only one site uses has no place here. How much a word counts is not said here:
// that are the weights of the block model.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "converters/importers/html/traits.h"

namespace pressmark::html {

// A word of a class or id, which are divided at hyphens, underscores and inner capitals.
enum class WordMatch { whole, beginning };
struct ClassWord {
  std::string_view word;
  Trait trait;
  WordMatch match;
};
// Sorted by word.
std::span<const ClassWord> class_words();

// What a short text on a page is about, by the phrases in it.
enum class Cue : std::uint8_t {
  share,
  related,  // "read more", "see also"
  subscribe,
  comment,
  advertisement,
  legal,  // copyright, terms
  byline,
  time,     // "min read", "updated"
  credit,   // of a photograph
  consent,  // cookies, scripts
  account,  // signing in
  navigation,
};
inline constexpr int cue_count = static_cast<int>(Cue::navigation) + 1;
struct CuePhrase {
  std::string_view phrase;  // lower case
  Cue cue;
};
// Sorted by phrase.
std::span<const CuePhrase> cue_phrases();

}  // namespace pressmark::html
