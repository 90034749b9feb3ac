// converters/exporters/pdf/layout/hyphenator.h: where words may be divided, by libhyphen.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct _HyphenDict;

namespace pressmark::pdf {

// Dictionaries are those of the machine (Debian's packages hyphen-*), each opened at its first use.
// For one thread.
class Hyphenator {
 public:
  Hyphenator() = default;
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  // Whether there is a dictionary for the language (BCP 47).
  bool knows(const std::string& language);

  // Whether the language is one that is usually hyphenated, so that a dictionary is missed.
  static bool is_usual(const std::string& language);

  // Byte offsets in a word of letters where it may be divided, ascending; none where no dictionary
  // is known. At least two characters stay before a division and three after it.
  const std::vector<std::uint32_t>& points(const std::string& language, std::string_view word);

 private:
  _HyphenDict* dictionary(const std::string& language);

  std::map<std::string, _HyphenDict*> by_language_;
  std::map<std::string, _HyphenDict*> by_path_;
  std::map<std::string, std::unordered_map<std::string, std::vector<std::uint32_t>>> points_;
};

}  // namespace pressmark::pdf
