#include "converters/exporters/text/text.h"

#include <gtest/gtest.h>

#include "converters/common/line_writer.h"
#include "converters/exporters/text/format.h"
#include "converters/exporters/text/numbering.h"
#include "core/model/walk.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"
#include "tests/support/sample_documents.h"

namespace pressmark::text_output {
namespace {

std::string text_of_document(const Document& document, const Options& options = {}) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  return *export_text(document, options, context);
}

TEST(TextExport, WritesEverySampleAsExpected) {
  for (const auto& [name, document] : sample::all()) {
    Options options;
    options.width = 72;
    options.pictures = Pictures::described;
    EXPECT_GOLDEN("exporters/text/" + name + ".txt", text_of_document(document, options));
  }
}

TEST(TextExport, TheDatelineRunsIntoTheFirstParagraph) {
  const std::string text = text_of_document(sample::wire());
  EXPECT_NE(text.find("\n\nPORT SAMPLE, October 12. /EXA/. The ferry between"), std::string::npos);
  Options bare;
  bare.front = Front::left_out;
  EXPECT_TRUE(text_of_document(sample::wire(), bare).starts_with("PORT SAMPLE"));
}

TEST(TextExport, EveryWordOfALongArticleIsThereAtAnyWidth) {
  const Document document = sample::generated(5000);
  const std::size_t words = count_words(text_of_document(document));
  for (const int width : {20, 40, 72}) {
    Options options;
    options.width = width;
    const std::string text = text_of_document(document, options);
    EXPECT_EQ(count_words(text), words);
    for (std::size_t start = 0; start < text.size();) {
      const std::size_t end = text.find('\n', start);
      EXPECT_LE(columns_of(text.substr(start, end - start)), width);
      start = end + 1;
    }
  }
}

TEST(TextExport, WrapsEastAsianTextBetweenCharacters) {
  LineWriter lines(20);
  lines.paragraph("新しい橋が開通した。「とても便利だ」と市民は話した。");
  const std::string text = lines.take();
  EXPECT_EQ(text, "新しい橋が開通した。\n「とても便利だ」と市\n民は話した。\n");
}

TEST(TextExport, PrefixesFollowTheirBlocks) {
  LineWriter lines(0);
  const auto outer = lines.open("> ", "> ");
  const auto item = lines.open("- ", "  ");
  lines.paragraph("one\ntwo");
  lines.close(item);
  const auto empty = lines.open("- ", "  ");
  lines.close(empty);
  lines.paragraph("after");
  lines.close(outer);
  lines.paragraph("outside");
  EXPECT_EQ(lines.take(), "> - one\n>   two\n>\n> -\n>\n> after\n\noutside\n");
}

TEST(TextExport, CaptionsGoWithTheirImages) {
  Document article;
  Figure picture;
  picture.content.push_back(
      paragraph({Inline{Image{{}, "A bridge", "https://example.org/b.jpg"}}}));
  picture.caption = {text("The bridge in May.")};
  Figure listing;
  listing.content.push_back(paragraph({text("Four columns.")}));
  listing.caption = {text("The order of columns.")};
  article.body.push_back({picture});
  article.body.push_back({listing});
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  Options options;
  EXPECT_EQ(*export_text(article, options, context), "Four columns.\n\nThe order of columns.\n");
  EXPECT_EQ(diagnostics.count(caption_left_out.id), 1U);
  options.pictures = Pictures::described;
  EXPECT_EQ(*export_text(article, options, context),
            "[A bridge]\n\nThe bridge in May.\n\nFour columns.\n\nThe order of columns.\n");
}

TEST(TextExport, NumeralsAreThoseOfTheList) {
  EXPECT_EQ(numeral(Numbering::decimal, 12), "12");
  EXPECT_EQ(numeral(Numbering::lower_alpha, 3), "c");
  EXPECT_EQ(numeral(Numbering::upper_alpha, 27), "27");
  EXPECT_EQ(numeral(Numbering::upper_roman, 1994), "MCMXCIV");
  EXPECT_EQ(numeral(Numbering::lower_roman, 0), "0");
}

TEST(TextExport, QuotationMarksAreThoseOfTheLanguage) {
  Document document = sample::plain();
  document.language = "de";
  document.body = {paragraph({Inline{Quoted{{text("a "), Inline{Quoted{{text("b")}}}}}}})};
  Options bare;
  bare.front = Front::left_out;
  EXPECT_EQ(text_of_document(document, bare), "„a ‚b‘“\n");
}

TEST(TextExport, ValuesOfOptionsAreChecked) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  for (const auto& [key, value] :
       OptionValues{{"width", "19"}, {"front-matter", "maybe"}, {"images", "x"}}) {
    const auto result = format().write(sample::plain(), {{key, value}}, context);
    ASSERT_FALSE(result) << key;
    EXPECT_EQ(result.error().kind(), ErrorKind::usage);
  }
  EXPECT_TRUE(format().write(sample::plain(), {{"width", "72"}}, context));
}

}  // namespace
}  // namespace pressmark::text_output
