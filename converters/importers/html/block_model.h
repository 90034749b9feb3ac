// converters/importers/html/block_model.h: how likely a text block is matter of the article.
//
// Two sets of small decision trees, whose numbers stand in block_model_weights.cpp. The first
// judges each block by its own row of features; the second judges again, knowing what the first
// said of the block's surroundings. docs/article-finding.md says how they were trained.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "converters/importers/html/block_features.h"

namespace pressmark::html {

// A node of a tree. An inner node goes to the node `left` where the feature is at most `value`,
// else to `right` (both counted from the tree's root); a leaf (feature -1) adds `value`.
struct TreeNode {
  std::int16_t feature;
  std::int16_t left;
  std::int16_t right;
  float value;
};
// Trees behind one another; `roots` are the indices of their first nodes.
struct Forest {
  std::span<const TreeNode> nodes;
  std::span<const std::int32_t> roots;
};
Forest first_forest();
Forest second_forest();

// The logistic function of the sum of the trees' leaves: 0 to 1.
float evaluate(const Forest& forest, const float* row);

// The rows of the second stage: those of the first with what it said of the surroundings.
FeatureTable describe_surroundings(const TextBlocks& blocks, const FeatureTable& features,
                                   std::span<const float> first,
                                   std::vector<std::string>* names = nullptr);

// The verdict on each block, 0 to 1.
std::vector<float> judge_blocks(const TextBlocks& blocks, const PageHints& hints);

}  // namespace pressmark::html
