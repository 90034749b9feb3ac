#include "converters/checkers/pdf/lexer.h"

#include <charconv>

namespace pressmark::pdf_check {
namespace {

constexpr int most_depth = 64;

bool is_delimiter(char c) {
  return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}
bool is_regular(char c) { return !is_white_space(c) && !is_delimiter(c); }

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// A number as PDF writes them: "12", "-.5", "+3."; nothing for other words.
std::optional<Object> number_of(std::string_view word) {
  if (word.find_first_not_of("+-.0123456789") != std::string_view::npos) return std::nullopt;
  if (word.starts_with('+')) word.remove_prefix(1);
  const char* end = word.data() + word.size();
  if (word.find('.') == std::string_view::npos) {
    std::int64_t whole = 0;
    const auto read = std::from_chars(word.data(), end, whole);
    if (read.ec == std::errc() && read.ptr == end) return Object{whole};
  }
  double real = 0;
  const auto read = std::from_chars(word.data(), end, real, std::chars_format::fixed);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return Object{real};
}

}  // namespace

bool is_white_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

void Lexer::skip_white_space() {
  while (!at_end()) {
    if (octets_[position_] == '%') {
      position_ = std::min(octets_.find_first_of("\r\n", position_), octets_.size());
    } else if (is_white_space(octets_[position_])) {
      ++position_;
    } else {
      return;
    }
  }
}

std::optional<Object> Lexer::next() { return next(0); }

std::optional<Object> Lexer::next(int depth) {
  skip_white_space();
  if (at_end() || depth > most_depth) return std::nullopt;
  const char c = octets_[position_];
  const bool is_double = position_ + 1 < octets_.size() && octets_[position_ + 1] == c;
  if (c == '/') return name();
  if (c == '(') return literal_string();
  if (c == '[') return array(depth);
  if (c == '<') return is_double ? dictionary(depth) : hexadecimal_string();
  if (c == '{' || c == '}') {  // only in the programs of type 4 functions
    ++position_;
    return Object{Keyword{Bytes(1, c)}};
  }
  if (is_delimiter(c)) return std::nullopt;
  Object object = word();
  if (references_ == References::yes) {
    if (const auto number = object.integer()) {
      if (const auto reference = reference_from(*number)) return Object{*reference};
    }
  }
  return object;
}

std::optional<Reference> Lexer::reference_from(std::int64_t number) {
  const std::size_t start = position_;
  skip_white_space();
  if (!at_end() && digit_value(octets_[position_]) >= 0) {
    const auto generation = word().integer();
    skip_white_space();
    const bool ends = position_ + 1 >= octets_.size() || !is_regular(octets_[position_ + 1]);
    if (generation && !at_end() && octets_[position_] == 'R' && ends) {
      ++position_;
      return Reference{number, *generation};
    }
  }
  position_ = start;
  return std::nullopt;
}

Object Lexer::word() {
  const std::size_t start = position_;
  while (!at_end() && is_regular(octets_[position_])) ++position_;
  const std::string_view text = octets_.substr(start, position_ - start);
  if (const auto number = number_of(text)) return *number;
  if (text == "true") return Object{true};
  if (text == "false") return Object{false};
  if (text == "null") return Object{};
  return Object{Keyword{Bytes(text)}};
}

Object Lexer::name() {
  Bytes value;
  ++position_;
  while (!at_end() && is_regular(octets_[position_])) {
    if (octets_[position_] == '#' && position_ + 2 < octets_.size()) {
      const int high = digit_value(octets_[position_ + 1]);
      const int low = digit_value(octets_[position_ + 2]);
      if (high >= 0 && low >= 0) {
        value += static_cast<char>(high * 16 + low);
        position_ += 3;
        continue;
      }
    }
    value += octets_[position_++];
  }
  return Object{Name{std::move(value)}};
}

std::optional<Object> Lexer::literal_string() {
  Bytes value;
  int open = 1;
  for (++position_; !at_end(); ++position_) {
    char c = octets_[position_];
    if (c == '(') ++open;
    if (c == ')' && --open == 0) {
      ++position_;
      return Object{String{std::move(value)}};
    }
    if (c != '\\') {
      value += c;
      continue;
    }
    if (++position_ >= octets_.size()) return std::nullopt;
    c = octets_[position_];
    if (c >= '0' && c <= '7') {
      int code = 0;
      int digits = 0;
      while (digits < 3 && !at_end() && octets_[position_] >= '0' && octets_[position_] <= '7') {
        code = code * 8 + (octets_[position_++] - '0');
        ++digits;
      }
      --position_;
      value += static_cast<char>(code & 0xFF);
    } else if (c == '\r' || c == '\n') {
      const bool two =
          c == '\r' && position_ + 1 < octets_.size() && octets_[position_ + 1] == '\n';
      if (two) ++position_;
    } else {
      constexpr std::string_view letters = "nrtbf";
      constexpr std::string_view meanings = "\n\r\t\b\f";
      const std::size_t index = letters.find(c);
      value += index == std::string_view::npos ? c : meanings[index];
    }
  }
  return std::nullopt;
}

std::optional<Object> Lexer::hexadecimal_string() {
  Bytes value;
  int half = -1;
  for (++position_; !at_end(); ++position_) {
    const char c = octets_[position_];
    if (c == '>') {
      ++position_;
      if (half >= 0) value += static_cast<char>(half * 16);
      return Object{String{std::move(value)}};
    }
    const int digit = digit_value(c);
    if (digit < 0) {
      if (is_white_space(c)) continue;
      return std::nullopt;
    }
    if (half < 0) {
      half = digit;
    } else {
      value += static_cast<char>(half * 16 + digit);
      half = -1;
    }
  }
  return std::nullopt;
}

std::optional<Object> Lexer::array(int depth) {
  Array elements;
  ++position_;
  while (true) {
    skip_white_space();
    if (at_end()) return std::nullopt;
    if (octets_[position_] == ']') {
      ++position_;
      return Object{std::move(elements)};
    }
    std::optional<Object> element = next(depth + 1);
    if (!element) return std::nullopt;
    elements.push_back(std::move(*element));
  }
}

std::optional<Object> Lexer::dictionary(int depth) {
  Dictionary dictionary;
  position_ += 2;
  while (true) {
    skip_white_space();
    if (octets_.substr(std::min(position_, octets_.size())).starts_with(">>")) {
      position_ += 2;
      return Object{std::move(dictionary)};
    }
    const std::optional<Object> key = next(depth + 1);
    if (!key || !std::holds_alternative<Name>(key->data)) return std::nullopt;
    std::optional<Object> value = next(depth + 1);
    if (!value) return std::nullopt;
    dictionary.entries.emplace_back(Bytes(key->name()), std::move(*value));
  }
}

}  // namespace pressmark::pdf_check
