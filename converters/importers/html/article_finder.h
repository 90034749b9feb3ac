// converters/importers/html/article_finder.h: which part of a page is the article.
//
// The page is taken as a sequence of text blocks (text_blocks.h); a trained model says of each how
// likely it is matter of the article (block_model.h); what is likely enough is kept. Where that
// gives next to nothing, other strategies follow. docs/article-finding.md describes it all.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/html/dom.h"
#include "converters/importers/html/text_blocks.h"
#include "core/pipeline/context.h"
#include "core/pipeline/format.h"

namespace pressmark::html {

class PageSignals;

struct Article {
  std::vector<const Node*> parts;  // subtrees that make the article, in document order
  // By Node::index: subtrees and text nodes inside the parts that are no article matter.
  std::vector<bool> left_out;
  // The element with the visible headline, where found; may be outside the parts. It is left out of
  // the parts.
  const Node* headline = nullptr;
  // Tables of contents and what announces them, in document order, which nothing may put back.
  std::vector<const Node*> refused;
  std::string strategy;  // "model", "whole", "model-lenient", "core"
  double score = 0;      // mean verdict of what was kept, weighted by mass: 0 to 1

  // What the finder knows of the page, for reading its metadata; both point into the Dom,
  // which must not be moved.
  std::shared_ptr<const TextBlocks> blocks;
  std::shared_ptr<const PageSignals> signals;
  std::vector<float> verdicts;  // one for each block
  std::vector<bool> kept;       // one for each block
};

// A strategy that keeps what the model is this sure of.
struct Strategy {
  std::string_view name;
  float least_verdict;
};
// In the order in which they are tried.
std::span<const Strategy> strategies_by_verdict();

// `url`: where the page was found, by which it may link to itself; empty where nobody knows.
// Absent: the page has no text that could be an article.
std::optional<Article> find_article(const Dom& dom, std::string_view url);
// The error for a source in which none was found.
Error no_article(const Source& source);

}  // namespace pressmark::html
