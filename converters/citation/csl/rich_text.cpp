#include "converters/citation/csl/rich_text.h"

#include <algorithm>
#include <utility>

namespace pressmark::csl {

RichText::RichText(std::string text) {
  if (!text.empty()) tokens_.push_back({Token::Kind::text, std::move(text), {}});
}

bool RichText::empty() const {
  return std::ranges::none_of(tokens_, [](const Token& token) { return !token.text.empty(); });
}

std::string RichText::plain() const {
  std::string text;
  for (const Token& token : tokens_) text += token.text;
  return text;
}

void RichText::push(Token token) {
  if (token.kind == Token::Kind::text) {
    if (token.text.empty()) return;
    if (!tokens_.empty() && tokens_.back().kind == Token::Kind::text) {
      tokens_.back().text += token.text;
      return;
    }
  }
  tokens_.push_back(std::move(token));
}

void RichText::wrap(const Span& span) {
  if (span.plain() || empty()) return;
  tokens_.insert(tokens_.begin(), Token{Token::Kind::open, {}, span});
  tokens_.push_back({Token::Kind::close, {}, span});
}

void RichText::append(RichText next) {
  for (Token& token : next.tokens_) push(std::move(token));
}

char RichText::first() const {
  for (const Token& token : tokens_) {
    if (token.kind == Token::Kind::text && !token.text.empty()) {
      return static_cast<unsigned char>(token.text.front()) < 0x80 ? token.text.front() : '\0';
    }
    if (token.kind == Token::Kind::open && token.span.quotes) return quotation;
  }
  return '\0';
}

char RichText::last() const {
  for (auto token = tokens_.rbegin(); token != tokens_.rend(); ++token) {
    if (token->kind == Token::Kind::text && !token->text.empty()) {
      return static_cast<unsigned char>(token->text.back()) < 0x80 ? token->text.back() : '\0';
    }
    if (token->kind == Token::Kind::close && token->span.quotes) return quotation;
  }
  return '\0';
}

void RichText::drop_last() {
  for (auto token = tokens_.rbegin(); token != tokens_.rend(); ++token) {
    if (token->text.empty()) continue;
    token->text.pop_back();
    return;
  }
}

void RichText::drop_first() {
  for (Token& token : tokens_) {
    if (token.text.empty()) continue;
    token.text.erase(0, 1);
    return;
  }
}

void RichText::trim_end() {
  while (last() == ' ') drop_last();
}

Meeting meeting_of(char left, char right) {
  constexpr std::string_view marks = "!?.:;,";
  if (left == ' ' && right == ' ') return Meeting::first;
  if (left == ' ' && (right == ',' || right == '.')) return Meeting::second;
  if (marks.find(left) == std::string_view::npos || marks.find(right) == std::string_view::npos) {
    return Meeting::both;
  }
  if (left == right) return Meeting::first;
  switch (left) {
    case '!':
    case '?':
      return right == '.' || right == ':' ? Meeting::first : Meeting::both;
    case ':':
      return right == '!' || right == '?' ? Meeting::second
             : right == '.'               ? Meeting::first
                                          : Meeting::both;
    case ';':
      return right == '!' || right == '?'   ? Meeting::second
             : right == '.' || right == ':' ? Meeting::first
                                            : Meeting::both;
    default:
      return Meeting::both;
  }
}

void RichText::join(RichText next) {
  if (empty()) {
    *this = std::move(next);
    return;
  }
  while (!next.empty()) {
    const Meeting meeting = meeting_of(last(), next.first());
    if (meeting == Meeting::both) break;
    if (meeting == Meeting::second) {
      drop_last();
      if (empty()) break;
    } else {
      next.drop_first();
    }
  }
  append(std::move(next));
}

RichText join_all(std::vector<RichText> pieces, std::string_view delimiter) {
  RichText all;
  for (RichText& piece : pieces) {
    if (piece.empty()) continue;
    if (!all.empty() && !delimiter.empty()) {
      const char first = piece.first();
      if (first != ',' && first != ';' && first != '.') {
        all.join(RichText(std::string(delimiter)));
      }
    }
    all.join(std::move(piece));
  }
  return all;
}

void move_punctuation_inside_quotes(RichText& text) {
  std::vector<Token>& tokens = text.tokens();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != Token::Kind::close || !tokens[i].span.quotes) continue;
    std::size_t next = i + 1;
    while (next < tokens.size() && tokens[next].kind != Token::Kind::text) ++next;
    if (next == tokens.size() || tokens[next].text.empty()) continue;
    // The last text before the mark, inside inner quotes, too.
    std::size_t before = i;
    while (before > 0 && tokens[before].kind != Token::Kind::text) --before;
    if (tokens[before].text.empty()) continue;
    const char mark = tokens[next].text.front();
    const bool moves = mark == '.' || mark == ',' || mark == '!' || mark == '?';
    if (!moves) continue;
    const Meeting meeting = meeting_of(tokens[before].text.back(), mark);
    tokens[next].text.erase(0, 1);
    if (meeting == Meeting::second) tokens[before].text.pop_back();
    if (meeting != Meeting::first) tokens[before].text += mark;
  }
}

}  // namespace pressmark::csl
