// core/base/location.h: a place in a source text.
#pragma once

namespace pressmark {

// A 1-based line and column (in bytes) of the source as received; 0 where it is not known.
// Parsers that keep lines only leave the column 0.
struct Location {
  int line = 0;
  int column = 0;

  bool known() const { return line > 0; }
  friend bool operator==(const Location&, const Location&) = default;
};

}  // namespace pressmark
