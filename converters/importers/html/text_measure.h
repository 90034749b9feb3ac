// converters/importers/html/text_measure.h: counting what a text is made of.
//
// Finding an article rests on amounts of text. They are measured in `mass`: letters and digits,
// with an ideograph counted as three and a Hangul syllable as two, so that equal mass is about
// equally much to read in any script.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/utf8.h"

namespace pressmark::html {

// The character at a place of a text (utf8::decode), without a call for those of most texts.
inline utf8::Decoded character_at(std::string_view text, std::size_t place) {
  const auto octet = static_cast<unsigned char>(text[place]);
  return octet < 0x80 ? utf8::Decoded{octet, 1, true} : utf8::decode(text, place);
}

struct TextMeasure {
  int mass = 0;
  int words = 0;       // runs of letters and digits; an ideograph is a word of its own
  int digits = 0;      // ASCII digits
  int capitals = 0;    // upper-case Latin, Greek and Cyrillic letters
  int commas = 0;      // commas, semicolons and colons of any script
  int sentences = 0;   // full stops, question and exclamation marks behind a word
  char32_t first = 0;  // the first and last character that is no white space; 0: there is none
  char32_t last = 0;

  // Adds valid UTF-8 text; a word may go on over the border of two calls.
  void add(std::string_view text);
  // A border between words, as a line break is.
  void add_border() { in_word_ = false; }
  bool ends_sentence() const;

 private:
  void add_character(char32_t code_point);
  bool in_word_ = false;
};

bool is_space(char32_t code_point);
bool is_ideograph(char32_t code_point);     // Han, Hiragana, Katakana
bool is_letter(char32_t code_point);        // of any script, told by blocks; digits are none
bool is_capital(char32_t code_point);       // Latin, Greek, Cyrillic
bool is_sentence_end(char32_t code_point);  // . ! ? and their relatives in other scripts
char32_t lower_case(char32_t code_point);   // Latin, Greek, Cyrillic, Armenian; others unchanged

// Lower case by lower_case(), runs of white space as one space, none at the ends.
std::string fold_text(std::string_view text);

// The words of a text as views into it, in order; each ideograph is a word.
std::vector<std::string_view> words_of(std::string_view text);
// The views would outlive a temporary text.
template <class T>
requires std::same_as<T, std::string> std::vector<std::string_view> words_of(T&& text)
= delete;

}  // namespace pressmark::html
