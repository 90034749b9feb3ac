// converters/common/word_set.h: word lists as one string literal, which reads and edits better than
// an array with a line for each word.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

namespace pressmark {

// The words of a list that has ", " between them, in their order. They point into `list`.
inline std::vector<std::string_view> words_of_list(std::string_view list) {
  std::vector<std::string_view> words;
  while (!list.empty()) {
    const std::size_t end = list.find(", ");
    words.push_back(list.substr(0, end));
    if (end == std::string_view::npos) break;
    list.remove_prefix(end + 2);
  }
  return words;
}

// A set to look words up in.
class WordSet {
 public:
  // `list` has the words divided by ", " and must live as long as the set.
  explicit WordSet(std::string_view list) {
    for (const std::string_view word : words_of_list(list)) words_.insert(word);
  }
  bool contains(std::string_view word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace pressmark
