// Formatting inside a record's text, and its quotation marks.
#include <array>
#include <optional>

#include "converters/citation/csl/rich_text.h"
#include "core/base/utf8.h"

namespace pressmark::csl {
namespace {

struct Tag {
  std::string_view open;
  std::string_view close;
  Span span;
};

const std::array<Tag, 10>& tags() {
  static const std::array<Tag, 10> all = {{
      {"<i>", "</i>", {.style = FontStyle::italic}},
      {"<b>", "</b>", {.weight = FontWeight::bold}},
      {"<sup>", "</sup>", {.align = VerticalAlign::sup, .no_case = true}},
      {"<sub>", "</sub>", {.align = VerticalAlign::sub, .no_case = true}},
      {"<sc>", "</sc>", {.variant = FontVariant::small_caps, .no_case = true}},
      {"<span style=\"font-variant:small-caps;\">",
       "</span>",
       {.variant = FontVariant::small_caps, .no_case = true}},
      {"<span style=\"font-variant: small-caps;\">",
       "</span>",
       {.variant = FontVariant::small_caps, .no_case = true}},
      {"<span class=\"nocase\">", "</span>", {.no_case = true}},
      {"<em>", "</em>", {.style = FontStyle::italic}},
      {"<strong>", "</strong>", {.weight = FontWeight::bold}},
  }};
  return all;
}

struct QuotePair {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<QuotePair, 6> quote_pairs = {{{"\"", "\""},
                                                   {"'", "'"},
                                                   {"\u201C", "\u201D"},
                                                   {"\u2018", "\u2019"},
                                                   {"\u201E", "\u201C"},
                                                   {"\u00AB", "\u00BB"}}};

bool is_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) &&
          !(c >= 0x3000 && c <= 0x303F));
}

// One mark that may be a half of a pair.
struct Mark {
  std::size_t token;
  std::string literal;  // what it is where its other half is missing
  int pair;             // index of quote_pairs; -1 for a tag
  std::string_view close_tag;
  Span span;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  RichText parse() {
    while (place_ < text_.size()) {
      if (tag() || quote()) continue;
      const utf8::Decoded decoded = utf8::decode(text_, place_);
      run_.append(text_.substr(place_, static_cast<std::size_t>(decoded.size)));
      before_ = decoded.code_point;
      place_ += static_cast<std::size_t>(decoded.size);
    }
    flush();
    for (const Mark& mark : open_) unpair(mark);
    RichText result;
    for (Token& token : tokens_) result.push(std::move(token));
    return result;
  }

 private:
  void flush() {
    if (run_.empty()) return;
    tokens_.push_back({Token::Kind::text, std::move(run_), {}});
    run_.clear();
  }

  void unpair(const Mark& mark) {
    tokens_[mark.token] = {Token::Kind::text, mark.literal == "'" ? "\u2019" : mark.literal, {}};
  }

  void open(std::string_view literal, int pair, std::string_view close_tag, const Span& span) {
    flush();
    open_.push_back({tokens_.size(), std::string(literal), pair, close_tag, span});
    tokens_.push_back({Token::Kind::open, {}, span});
    place_ += literal.size();
  }

  // Closes the innermost mark for which `fits`; marks inside it that are open stay as they are.
  template <class Fits>
  bool close(std::size_t size, Fits fits) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (!fits(open_[i])) continue;
      flush();
      for (std::size_t j = i + 1; j < open_.size(); ++j) unpair(open_[j]);
      tokens_.push_back({Token::Kind::close, {}, open_[i].span});
      open_.resize(i);
      place_ += size;
      return true;
    }
    return false;
  }

  bool tag() {
    if (text_[place_] != '<') return false;
    const std::string_view rest = text_.substr(place_);
    for (const Tag& known : tags()) {
      if (rest.starts_with(known.open)) {
        open(known.open, -1, known.close, known.span);
        return true;
      }
      if (rest.starts_with(known.close) && close(known.close.size(), [&](const Mark& mark) {
            return mark.close_tag == known.close;
          })) {
        return true;
      }
    }
    return false;
  }

  char32_t after(std::size_t size) const {
    // A tag between the mark and the word is not seen.
    std::size_t place = place_ + size;
    while (place < text_.size() && text_[place] == '<') {
      const std::size_t end = text_.find('>', place);
      if (end == std::string_view::npos) break;
      place = end + 1;
    }
    return place < text_.size() ? utf8::decode(text_, place).code_point : 0;
  }

  bool quote() {
    const std::string_view rest = text_.substr(place_);
    for (std::size_t i = 0; i < quote_pairs.size(); ++i) {
      const QuotePair& pair = quote_pairs[i];
      const bool straight = pair.open == pair.close;
      const int index = static_cast<int>(i);
      if (rest.starts_with(pair.close)) {
        const char32_t next = after(pair.close.size());
        const bool in_word = is_word(before_) && is_word(next);
        const bool may_close = before_ != 0 && before_ != ' ' && !in_word;
        if (may_close &&
            close(pair.close.size(), [&](const Mark& mark) { return mark.pair == index; })) {
          before_ = '"';
          return true;
        }
      }
      if (rest.starts_with(pair.open)) {
        const char32_t next = after(pair.open.size());
        const bool may_open = !is_word(before_) && next != 0 && next != ' ';
        if (may_open && (!straight || before_ != '.')) {
          open(pair.open, index, {}, Span{.quotes = true});
          before_ = '(';
          return true;
        }
      }
    }
    if (rest.front() != '\'') return false;
    run_ += "\u2019";
    before_ = 0x2019;
    ++place_;
    return true;
  }

  std::string_view text_;
  std::size_t place_ = 0;
  char32_t before_ = 0;
  std::string run_;
  std::vector<Token> tokens_;
  std::vector<Mark> open_;
};

}  // namespace

RichText parse_markup(std::string_view text) {
  // Most text has no mark at all.
  if (text.find_first_of("<\"'\xE2\xC2") == std::string_view::npos) {
    return RichText(std::string(text));
  }
  return Parser(text).parse();
}

}  // namespace pressmark::csl
