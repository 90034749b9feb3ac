// converters/checkers/pdf/lexer.h: octets to objects (ISO 32000-1, 7.2 and 7.3).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "converters/checkers/pdf/object.h"

namespace pressmark::pdf_check {

bool is_white_space(char c);

// Reads objects one after another. What it has given stays valid; the octets must outlive it.
class Lexer {
 public:
  // Whether "12 0 R" is a reference (in files) or two numbers and a keyword (in content streams).
  enum class References { yes, no };

  Lexer(std::string_view octets, std::size_t position, References references)
      : octets_(octets), position_(position), references_(references) {}

  // The next object or keyword. Nothing at the end, for what is no object (an unpaired delimiter,
  // a string without end), and for arrays and dictionaries nested more than 64 deep.
  std::optional<Object> next();

  // Behind what was given last.
  std::size_t position() const { return position_; }
  void set_position(std::size_t position) { position_ = position; }

  // Moves over white space and comments.
  void skip_white_space();

 private:
  bool at_end() const { return position_ >= octets_.size(); }
  std::optional<Object> next(int depth);
  std::optional<Object> literal_string();
  std::optional<Object> hexadecimal_string();
  std::optional<Object> array(int depth);
  std::optional<Object> dictionary(int depth);
  Object name();
  Object word();
  std::optional<Reference> reference_from(std::int64_t number);

  std::string_view octets_;
  std::size_t position_;
  References references_;
};

}  // namespace pressmark::pdf_check
