#include "converters/importers/html/text_blocks.h"

#include <gtest/gtest.h>

namespace pressmark::html {
namespace {

std::vector<std::string> texts(const std::string& content) {
  ParseReport report;
  const Dom dom = parse(content, 200, 10'000, report).value();
  const TextBlocks blocks(dom);
  std::vector<std::string> found;
  for (const TextBlock& block : blocks.all()) found.push_back(block.text);
  return found;
}

TEST(TextBlocks, BoxesDivideTextAndWhatNobodySeesDoesNot) {
  EXPECT_EQ(texts("<section>one <span>two<div>three</div></span> four</section>"),
            (std::vector<std::string>{"one", "two", "three", "four"}));
  EXPECT_EQ(texts("<p>one <span>two<template><div>hidden</div></template></span> three</p>"),
            (std::vector<std::string>{"one two three"}));
}

}  // namespace
}  // namespace pressmark::html
