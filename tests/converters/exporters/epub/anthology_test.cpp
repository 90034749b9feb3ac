#include "tests/converters/exporters/epub/opened_book.h"
#include "tests/support/sample_documents.h"

namespace pressmark::epub {
namespace {

TEST(EpubAnthology, HoldsEveryArticleWithItsOwnContents) {
  const OpenedBook book = open_book({sample::wire(), sample::headings(), sample::notes()});
  EXPECT_EQ(book.count_of_files("EPUB/article-"), 3u);
  EXPECT_TRUE(book.has("EPUB/nav.xhtml", "<a href=\"article-1-text.xhtml\">Ferry line"));
  EXPECT_TRUE(book.has("EPUB/nav.xhtml", "<a href=\"article-2-text.xhtml#h-1\">Two</a>"));
  EXPECT_TRUE(book.has("EPUB/article-1-text.xhtml", "<p class=\"byline\">By "));
  EXPECT_TRUE(book.has("EPUB/package.opf", ">Many</dc:title>"));
  EXPECT_TRUE(book.has("EPUB/package.opf", "<itemref idref=\"nav\"/>"));
}

TEST(EpubAnthology, EqualImagesOfTwoArticlesAreOneFile) {
  const OpenedBook book = open_book({sample::images(), sample::every_block()});
  EXPECT_EQ(book.count_of_files("EPUB/images/"), 2u);
}

TEST(EpubAnthology, EachLanguageAndPersonIsThereOnce) {
  const OpenedBook book = open_book({sample::wire(), sample::wire(), sample::right_to_left()});
  const std::string package = book.file("EPUB/package.opf");
  const auto count = [&](std::string_view piece) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = package.find(piece, at)) != std::string::npos; ++at) ++found;
    return found;
  };
  EXPECT_EQ(count(">Ada Example</dc:creator>"), 1u);
  EXPECT_EQ(count("<dc:language>en</dc:language>"), 1u);
  EXPECT_EQ(count("<dc:language>ar</dc:language>"), 1u);
}

TEST(EpubAnthology, NoArticleIsAnError) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  EXPECT_EQ(export_anthology({}, "Empty", {}, context).error().kind(), ErrorKind::usage);
}

}  // namespace
}  // namespace pressmark::epub
