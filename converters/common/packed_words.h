// converters/common/packed_words.h: word lists as one string literal, which reads and edits better
// than an array with a line for each word.
#pragma once

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace pressmark {

// The words between the separators, in their order. They point into `packed`.
inline std::vector<std::string_view> unpack_words(std::string_view packed, char separator) {
  std::vector<std::string_view> words;
  while (!packed.empty()) {
    const std::size_t end = std::min(packed.find(separator), packed.size());
    words.push_back(packed.substr(0, end));
    packed.remove_prefix(std::min(end + 1, packed.size()));
  }
  return words;
}

// A set to look words up in; made once of a literal with '|' between the words.
class WordSet {
 public:
  explicit WordSet(std::string_view packed) {
    for (const std::string_view word : unpack_words(packed, '|')) words_.insert(word);
  }
  bool has(std::string_view word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace pressmark
