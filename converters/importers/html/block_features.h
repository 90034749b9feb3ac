// converters/importers/html/block_features.h: what the block model knows of a text block.
//
// Each block is described by a row of numbers: its own text, the purpose of the elements around it,
// how much running text these hold, where it stands in the page, and its neighbours. The model
// (block_model.h) makes of a row how likely the block is matter of the article.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "converters/importers/html/dom.h"
#include "converters/importers/html/text_blocks.h"

namespace pressmark::html {

class LinkedData;

// What the page says of itself, which helps to judge its blocks.
struct PageHints {
  std::vector<std::string> titles;  // of the title element and the meta elements
  std::string description;
  std::string article_body;   // JSON-LD articleBody as plain text; empty: none
  bool says_article = false;  // og:type or JSON-LD name an article
  bool says_thread = false;   // JSON-LD names a forum posting or a page of questions
};
PageHints read_page_hints(const Dom& dom, const LinkedData& data);

// Row-major: `width` numbers for each block.
struct FeatureTable {
  std::size_t width = 0;
  std::vector<float> values;
  const float* row(std::size_t block) const { return values.data() + block * width; }
};
// The names of the columns are appended to `names` where it is not null: for training and for
// explaining a result.
FeatureTable describe_blocks(const TextBlocks& blocks, const PageHints& hints,
                             std::vector<std::string>* names = nullptr);

}  // namespace pressmark::html
