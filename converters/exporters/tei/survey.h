// converters/exporters/tei/survey.h: what the header must know of the document before the text is
// written.
#pragma once

#include <set>
#include <string>

#include "core/model/document.h"

namespace pressmark::tei {

class Survey {
 public:
  explicit Survey(const Document& document);

  // BCP 47 tags in use, the document's own included, in the order of the alphabet.
  const std::set<std::string>& languages() const { return languages_; }
  // The looks that a rendition must define.
  const std::set<Style>& looks() const { return looks_; }
  std::size_t words() const { return words_; }

  // An xml:id that no node has: `wanted`, or it with a number behind.
  std::string free_id(const std::string& wanted) const;

 private:
  void add_language(const std::string& tag) {
    if (!tag.empty()) languages_.insert(tag);
  }

  std::set<std::string> ids_;
  std::set<std::string> languages_;
  std::set<Style> looks_;
  std::size_t words_ = 0;
};

}  // namespace pressmark::tei
