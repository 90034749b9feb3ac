// converters/importers/text/characters.h: questions about the characters of a line, and a scanner.
//
// All text is valid UTF-8. Properties are Unicode's, by ICU; no locale is used.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::plain_text {

bool is_letter(char32_t c);
bool is_upper(char32_t c);  // upper or title case
bool is_lower(char32_t c);
bool is_space(char32_t c);  // with no-break and ideographic spaces
bool is_ascii_digit(char32_t c);
bool is_ideograph(char32_t c);  // Han, Hiragana, Katakana
bool is_ignorable(char32_t c);  // zero-width characters, soft hyphen, bidirectional marks

// The first and last code points; 0 of an empty text.
char32_t first_of(std::string_view text);
char32_t last_of(std::string_view text);

// Without white space and ignorable characters at both ends.
std::string_view trim(std::string_view text);
// Lower case, for matching: one code point for one, ignorable characters left out.
std::string fold(std::string_view text);
// Width in columns of a terminal: wide East Asian characters take two, marks none.
std::size_t columns(std::string_view text);
// The parts between white space.
std::vector<std::string_view> split_words(std::string_view text);

// Whether the text ends as sentences do: . ! ? … 。 and the like, closing quotes and brackets
// behind them.
bool ends_sentence(std::string_view text);
// Whether it ends as sentences and their parts do: with a comma, a colon or a dash, too.
bool ends_with_mark(std::string_view text);
// How many sentences there seem to be: ends followed by a space and no lower-case letter, and the
// end.
std::size_t count_sentences(std::string_view text);
// Whether the first letter is in lower case, opening quotes and brackets before it skipped.
bool starts_lower(std::string_view text);
// At least two letters, and none of them in lower case, in a script that has case.
bool is_capitals(std::string_view text);
// Whether no letter has case: the words are of a script that has none, or there are none.
bool is_caseless(std::string_view text);
// Whether nearly all longer words, and at least two, begin in upper case.
bool is_title_case(std::string_view text);
bool has_letter(std::string_view text);
// Whether most letters are of a script without word spaces (Han, Kana).
bool is_mostly_ideographs(std::string_view text);

// "-", "--", the dashes, the Katakana mark and the underscore of old wire services.
std::size_t dash_length(std::string_view text);  // octets of the dash at the start; 0: none

// Reads a text from its start.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return position_ >= text_.size(); }
  std::size_t position() const { return position_; }
  void move_to(std::size_t position) { position_ = position; }
  std::string_view rest() const { return text_.substr(position_); }
  std::string_view since(std::size_t start) const { return text_.substr(start, position_ - start); }

  char32_t peek() const { return first_of(rest()); }
  char32_t next();
  // Skips the literal where it stands here.
  bool skip(std::string_view literal);
  bool skip_dash();
  // Skips white space; whether there was any.
  bool skip_spaces();
  // A number of ASCII digits, at most `most` of them and no digit behind; -1 and no move otherwise.
  int number(std::size_t most);
  // A run of letters and marks; empty and no move where there is none.
  std::string_view letters();

 private:
  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace pressmark::plain_text
