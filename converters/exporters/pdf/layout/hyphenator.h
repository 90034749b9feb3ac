// converters/exporters/pdf/layout/hyphenator.h: where words may be divided, by libhyphen.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "converters/exporters/pdf/fonts/hyphenation_patterns.h"

namespace pressmark::pdf {

// Remembers the words of one document. For one thread.
class Hyphenator {
 public:
  explicit Hyphenator(HyphenationPatterns& patterns) : patterns_(patterns) {}

  // Whether there is a dictionary for the language (BCP 47).
  bool knows(const std::string& language);

  // Whether the language is one that is usually hyphenated, so that a dictionary is missed.
  static bool is_usual(const std::string& language);

  // Byte offsets in a word of letters where it may be divided, ascending; none where no dictionary
  // is known. At least two characters stay before a division and three after it.
  const std::vector<std::uint32_t>& points(const std::string& language, std::string_view word);

 private:
  _HyphenDict* dictionary(const std::string& language);

  HyphenationPatterns& patterns_;
  std::map<std::string, _HyphenDict*> by_language_;
  std::map<std::string, std::unordered_map<std::string, std::vector<std::uint32_t>>> points_;
};

}  // namespace pressmark::pdf
