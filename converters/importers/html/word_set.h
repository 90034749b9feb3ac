// converters/importers/html/word_set.h: a list of words or phrases that text is looked up in.
#pragma once

#include <string_view>
#include <unordered_set>

namespace pressmark::html {

class WordSet {
 public:
  // `list` has the words divided by ", " and must live as long as the set.
  explicit WordSet(std::string_view list) {
    while (!list.empty()) {
      const std::size_t end = list.find(", ");
      words_.insert(list.substr(0, end));
      if (end == std::string_view::npos) return;
      list.remove_prefix(end + 2);
    }
  }
  bool contains(std::string_view word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace pressmark::html
