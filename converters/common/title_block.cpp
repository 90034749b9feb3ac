#include "converters/common/title_block.h"

#include "core/model/walk.h"

namespace pressmark {

std::string title_of(const Document& document) {
  std::string title = text_of(document.front.headline);
  if (title.find_first_not_of(" \t\n") == std::string::npos) {
    title = document.metadata.text(Variable::title);
  }
  return title;
}

std::string catalogued_title_of(const Document& document) {
  const std::string& title = document.metadata.text(Variable::title);
  return title.find_first_not_of(" \t\n") == std::string::npos ? title_of(document) : title;
}

std::string byline_of_authors(const Document& document) {
  if (!document.front.bylines.empty()) return {};
  std::string names;
  for (const Contributor& author : document.metadata.with_role(Role::author)) {
    if (!names.empty()) names += ", ";
    names += display_name(author.name);
  }
  return names;
}

}  // namespace pressmark
