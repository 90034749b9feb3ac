#include "converters/common/anthology.h"

#include <gtest/gtest.h>

#include <set>

#include "core/model/validate.h"
#include "core/model/walk.h"
#include "tests/support/sample_documents.h"

namespace pressmark {
namespace {

std::vector<Document> samples() {
  std::vector<Document> articles;
  for (auto& [name, document] : sample::all()) articles.push_back(std::move(document));
  return articles;
}

TEST(Anthology, EverySampleTogetherIsAValidDocument) {
  std::vector<Document> articles = samples();
  // The same articles twice have the same ids.
  for (Document& again : samples()) articles.push_back(std::move(again));
  const Document book = combine_articles(articles, "All");
  EXPECT_EQ(validate(book), std::vector<std::string>{});
  EXPECT_EQ(text_of(book.front.headline), "All");
  EXPECT_EQ(book.metadata.text(Variable::title), "All");
}

TEST(Anthology, NoBlockOfAnArticleIsLost) {
  const std::vector<Document> articles = samples();
  const Document book = combine_articles(articles, "");
  std::size_t before = 0;
  for (const Document& article : articles) {
    for_each_block(article, [&](const Block&) { ++before; });
  }
  std::size_t after = 0;
  for_each_block(book, [&](const Block&) { ++after; });
  EXPECT_GT(after, before);
  std::size_t words = 0;
  for (const Document& article : articles) words += count_words(text_of(article.body));
  EXPECT_GE(count_words(text_of(book.body)), words);
}

TEST(Anthology, LinksStayInsideOfTheirArticle) {
  Document one;
  one.front.headline = {text("One")};
  Block target = paragraph({text("target")});
  target.id = "t";
  one.body = {target, paragraph({Inline{Link{"#t", {text("up")}}}})};
  const Document book = combine_articles({one, one}, "Two");
  std::vector<std::string> targets;
  for_each_inline(book, [&](const Inline& item) {
    if (const auto* link = std::get_if<Link>(&item.node)) targets.push_back(link->target);
  });
  EXPECT_EQ(targets, (std::vector<std::string>{"#a1-t", "#a2-t"}));
}

TEST(Anthology, EachArticleHasItsBylineAndCitation) {
  Document one;
  one.front.headline = {text("One")};
  one.front.bylines = {{text("By Ada Example")}};
  one.body = {Block{Heading{2, {text("Inside")}}}, paragraph({text("Words.")})};
  one.metadata.set(Variable::container_title, "Example Times", {});
  one.metadata.set(DateVariable::issued, make_date(2026, 11, 20), {});
  one.metadata.set(Variable::url, "https://example.org/one", {});
  one.metadata.contributors = {{Role::author, person_name("Ada", "Example")}};
  const Document book = combine_articles({one, one}, "");
  EXPECT_EQ(text_of(book.front.headline), "One");
  EXPECT_EQ(book.metadata.contributors.size(), 1U);
  std::vector<std::string> lines;
  std::vector<int> levels;
  for (const Block& block : book.body) {
    if (const auto* heading = std::get_if<Heading>(&block.node)) {
      levels.push_back(heading->level);
      lines.push_back(text_of(heading->children));
    } else if (const auto* line = std::get_if<Paragraph>(&block.node)) {
      lines.push_back(text_of(line->children));
    }
  }
  const std::vector<std::string> part = {"One", "By Ada Example", "Inside", "Words.",
                                         "Example Times, 2026-11-20, https://example.org/one"};
  std::vector<std::string> expected = part;
  expected.insert(expected.end(), part.begin(), part.end());
  EXPECT_EQ(lines, expected);
  EXPECT_EQ(levels, (std::vector<int>{2, 3, 2, 3}));
}

TEST(Anthology, EqualImagesAreKeptOnce) {
  const Document book = combine_articles({sample::images(), sample::images()}, "Pictures");
  EXPECT_EQ(book.resources.all().size(), sample::images().resources.all().size());
}

}  // namespace
}  // namespace pressmark
