#include "converters/exporters/epub/split.h"

#include "tests/converters/exporters/epub/opened_book.h"
#include "tests/support/sample_documents.h"

namespace pressmark::epub {
namespace {

TEST(EpubSplit, AShortArticleIsOneFile) {
  const Division division = divide(sample::every_block(), 250'000);
  ASSERT_EQ(division.files.size(), 1u);
  EXPECT_EQ(division.files[0].last, sample::every_block().body.size());
  EXPECT_EQ(divide(Document{}, 250'000).files.size(), 1u);
}

TEST(EpubSplit, ALongArticleIsDividedAtItsHeadings) {
  const Document document = sample::generated(60'000);
  const Division division = divide(document, 100'000);
  ASSERT_GT(division.files.size(), 3u);
  std::size_t next = 0;
  for (const Range& file : division.files) {
    EXPECT_EQ(file.first, next);
    EXPECT_LT(file.first, file.last);
    if (file.first > 0) {
      EXPECT_TRUE(std::holds_alternative<Heading>(document.body[file.first].node));
    }
    next = file.last;
  }
  EXPECT_EQ(next, document.body.size());
}

TEST(EpubSplit, TextWithoutHeadingsIsDividedBetweenBlocks) {
  Document document = sample::plain();
  document.body.clear();
  for (int i = 0; i < 40; ++i) document.body.push_back(paragraph({text(std::string(10'000, 'x'))}));
  EXPECT_EQ(divide(document, 100'000).files.size(), 5u);
}

TEST(EpubSplit, LinksLeadIntoTheOtherFile) {
  Document document = sample::plain();
  document.body.clear();
  document.body.push_back(
      paragraph({Inline{Link{"#far", {text("there")}}}, Inline{Link{"#near", {text("here")}}}}));
  document.body.back().id = "near";
  for (int i = 0; i < 40; ++i) document.body.push_back(paragraph({text(std::string(10'000, 'x'))}));
  Block last = paragraph({Inline{Link{"#near", {text("back")}}}});
  last.id = "far";
  document.body.push_back(last);
  const OpenedBook book = open_book({document});
  EXPECT_EQ(book.count_of_files("EPUB/article-"), 2u);
  EXPECT_TRUE(book.has("EPUB/article-1.xhtml", "<a href=\"article-2.xhtml#far\">there</a>"));
  EXPECT_TRUE(book.has("EPUB/article-1.xhtml", "<a href=\"#near\">here</a>"));
  EXPECT_TRUE(book.has("EPUB/article-2.xhtml", "<a href=\"article-1.xhtml#near\">back</a>"));
}

TEST(EpubSplit, NotesStandInTheFileOfTheirMarks) {
  const OpenedBook book = open_book({sample::generated(60'000)});
  ASSERT_GT(book.count_of_files("EPUB/article-"), 1u);
  for (const ZipEntry& entry : book.entries) {
    if (!entry.path.starts_with("EPUB/article-")) continue;
    std::size_t marks = 0;
    for (std::size_t at = 0; (at = entry.data.find("href=\"#fn-", at)) != std::string::npos;) {
      const std::size_t end = entry.data.find('"', at + 7);
      const std::string id = entry.data.substr(at + 7, end - at - 7);
      EXPECT_NE(entry.data.find("id=\"" + id + "\""), std::string::npos) << id;
      at = end;
      ++marks;
    }
    EXPECT_GT(marks, 0u);
  }
}

}  // namespace
}  // namespace pressmark::epub
