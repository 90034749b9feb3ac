// converters/citation/csl/rich_text.h: text with formatting while a citation is put together.
//
// A run of tokens, not a tree: the rules of CSL work on the characters at the seams (an affix after
// a title in quotation marks, a full stop after a question mark), and in a run the next character
// is the next token.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::csl {

// The formatting attributes of CSL 1.0.2 ("Formatting"); `unset` leaves what surrounds it.
enum class FontStyle : unsigned char { unset, normal, italic, oblique };
enum class FontVariant : unsigned char { unset, normal, small_caps };
enum class FontWeight : unsigned char { unset, normal, bold, light };
enum class Decoration : unsigned char { unset, none, underline };
enum class VerticalAlign : unsigned char { unset, baseline, sup, sub };
enum class Display : unsigned char { unset, block, left_margin, right_inline, indent };

struct Span {
  FontStyle style = FontStyle::unset;
  FontVariant variant = FontVariant::unset;
  FontWeight weight = FontWeight::unset;
  Decoration decoration = Decoration::unset;
  VerticalAlign align = VerticalAlign::unset;
  Display display = Display::unset;
  bool quotes = false;   // in quotation marks of the locale, chosen by nesting on output
  bool no_case = false;  // text-case leaves it alone

  bool plain() const { return *this == Span{}; }
  bool operator==(const Span&) const = default;
};

struct Token {
  enum class Kind : unsigned char { text, open, close } kind = Kind::text;
  std::string text = {};
  Span span = {};  // of `open` and of its `close`
};

class RichText {
 public:
  RichText() = default;
  explicit RichText(std::string text);

  // Whether there is no character in it.
  bool empty() const;
  const std::vector<Token>& tokens() const { return tokens_; }
  std::vector<Token>& tokens() { return tokens_; }
  // All text without formatting and quotation marks.
  std::string plain() const;

  // Encloses all of it; empty text stays empty.
  void wrap(const Span& span);
  void push(Token token);
  // Puts `next` behind it as it is.
  void append(RichText next);
  // Puts `next` behind it; where two punctuation marks or two spaces meet, one of them goes as the
  // public tests of CSL have it (a full stop after an exclamation mark).
  void join(RichText next);

  // Leaves out spaces at the end.
  void trim_end();

  // The first and last character where it is ASCII; `quotation` for a quotation mark that is still
  // to be chosen, 0 for any other and for no text.
  static constexpr char quotation = '\x01';
  char first() const;
  char last() const;

 private:
  void drop_last();   // the ASCII character at the end
  void drop_first();  // the ASCII character at the start
  std::vector<Token> tokens_;
};

// What is left of two ASCII punctuation marks that meet: both, the first or the second.
enum class Meeting { both, first, second };
Meeting meeting_of(char left, char right);

// The pieces that have text with the delimiter between them; none before a piece that begins with a
// comma, semicolon or full stop.
RichText join_all(std::vector<RichText> pieces, std::string_view delimiter);

// Text of a record: "<i>", "<b>", "<sup>", "<sub>", "<sc>" and spans of small capitals or "nocase"
// become formatting, pairs of quotation marks become quotes, other apostrophes U+2019.
RichText parse_markup(std::string_view text);

// Moves full stops and commas that follow a closing quotation mark inside it ("punctuation-in-
// quote" of a locale).
void move_punctuation_inside_quotes(RichText& text);

}  // namespace pressmark::csl
