// converters/importers/html/article_finder.h: which elements of a page are the article.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "converters/importers/html/dom.h"
#include "core/pipeline/context.h"

namespace pressmark::html {

struct Article {
  std::vector<const Node*> parts;  // subtrees that make the article, in document order
  std::vector<bool>
      left_out;  // by Node::index: subtrees inside the parts that are no article matter
  const Node* headline =
      nullptr;  // the element with the visible headline, where found (may be outside the parts)
  std::string strategy;
  double score = 0;
};

// Absent: no article in this page.
std::optional<Article> find_article(const Dom& dom, Context& context);

}  // namespace pressmark::html
