// The processor's face: errors, languages, markup.
#include "converters/citation/csl/processor.h"

#include <gtest/gtest.h>

namespace pressmark::csl {
namespace {

std::string style_with(const std::string& inner) {
  return "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\">\n"
         "<info><title>T</title></info>\n" +
         inner + "</style>";
}

std::string error_of(const std::string& style) {
  const auto created = Processor::create(style, {}, "", {});
  return created ? "" : created.error().message();
}

TEST(CslProcessor, NamesTheLineOfWhatIsWrong) {
  EXPECT_NE(error_of("<style><info>").find("line 1"), std::string::npos)
      << error_of("<style><info>");
  EXPECT_EQ(error_of("<html/>"), "line 1: <html> is no CSL style");
  EXPECT_EQ(error_of(style_with("")), "the style has no <citation>");
  EXPECT_EQ(error_of(style_with("<citation><layout>\n<text macro=\"x\"/></layout></citation>")),
            "line 4: there is no macro 'x'");
  EXPECT_EQ(error_of(style_with("<macro name=\"a\"><text macro=\"b\"/></macro>"
                                "<macro name=\"b\"><text macro=\"a\"/></macro>"
                                "<citation><layout/></citation>")),
            "the macro 'a' calls itself");
  EXPECT_EQ(error_of(style_with("<citation><layout><shout/></layout></citation>")),
            "line 3: <shout> is no rendering element of CSL");
}

TEST(CslProcessor, EscapesForEachMarkup) {
  auto processor = Processor::create(
      style_with("<citation><layout><text variable=\"title\" font-style=\"italic\"/></layout>"
                 "</citation>"),
      {}, "", {});
  ASSERT_TRUE(processor) << processor.error().describe();
  Metadata record;
  record.set(Variable::title, "A < B & *C* _d_ <script>", {});
  processor->set_records({record});
  const std::vector<CitationRequest> requests = {{{{.record = 0}}}, {{{.record = 7}}}};
  EXPECT_EQ(processor->citations(requests, Markup::text),
            (std::vector<std::string>{"A < B & *C* _d_ <script>", ""}));
  EXPECT_EQ(processor->citations(requests, Markup::html)[0],
            "<i>A &lt; B &amp; *C* _d_ &lt;script&gt;</i>");
  EXPECT_EQ(processor->citations(requests, Markup::markdown)[0],
            "*A \\< B & \\*C\\* \\_d\\_ \\<script\\>*");
  EXPECT_FALSE(processor->has_bibliography());
  EXPECT_TRUE(processor->bibliography(Markup::text).entries.empty());
}

TEST(CslProcessor, RaisedLettersAreMarkupWhereThereIsSome) {
  auto processor = Processor::create(
      style_with("<citation><layout><text variable=\"edition\"/></layout></citation>"), {}, "", {});
  ASSERT_TRUE(processor) << processor.error().describe();
  Metadata record;
  record.set(Variable::edition, "1ʳᵉ", {});
  processor->set_records({record});
  const std::vector<CitationRequest> requests = {{{{.record = 0}}}};
  EXPECT_EQ(processor->citations(requests, Markup::text)[0], "1ʳᵉ");
  EXPECT_EQ(processor->citations(requests, Markup::html)[0], "1<sup>r</sup><sup>e</sup>");
}

TEST(CslProcessor, DisplaysEndLinesOfText) {
  auto processor = Processor::create(
      style_with("<citation><layout/></citation><bibliography><layout>"
                 "<text variable=\"note\" prefix=\" \" suffix=\" \"/>"
                 "<text value=\" T\"/>"
                 "<text variable=\"title\" display=\"block\" font-style=\"italic\"/>"
                 "<group display=\"right-inline\"><text variable=\"abstract\"/></group>"
                 "<text value=\"end\" font-weight=\"bold\"/>"
                 "<text value=\"1.\" display=\"left-margin\"/>"
                 "<text value=\"beside\" display=\"right-inline\"/>"
                 "</layout></bibliography>"),
      {}, "", {});
  ASSERT_TRUE(processor) << processor.error().describe();
  Metadata record;
  record.set(Variable::title, "Kites", {});
  record.set(Variable::abstract_text, "Of wind", {});
  processor->set_records({record});
  EXPECT_EQ(processor->bibliography(Markup::text).entries[0].text,
            "T\nKites\nOf wind\nend\n1. beside");
  EXPECT_EQ(processor->bibliography(Markup::markdown).entries[0].text,
            "T\\\n*Kites*\\\nOf wind\\\n**end**\\\n1. beside");
}

TEST(CslProcessor, DescribesRecordsWithoutATitle) {
  const auto processor =
      Processor::create(style_with("<citation><layout/></citation>"), {}, "", {});
  ASSERT_TRUE(processor) << processor.error().describe();
  Metadata record;
  record.type = ItemType::article_newspaper;
  EXPECT_EQ(processor->description_of(record), "[Article newspaper]");
  record.set(Variable::genre, "photograph", {});
  EXPECT_EQ(processor->description_of(record), "[Photograph]");
}

TEST(CslProcessor, AsksForLocalesFromTheNearestOn) {
  const std::string style = style_with("<citation><layout/></citation>");
  EXPECT_EQ(*Processor::locale_names(style, "de-AT", {}),
            (std::vector<std::string>{"de-AT", "de-DE", "de", "en-US"}));
  EXPECT_EQ(*Processor::locale_names(style, "", {}), (std::vector<std::string>{"en-US", "en"}));
  EXPECT_EQ(*Processor::locale_names(style, "pt", {}),
            (std::vector<std::string>{"pt-PT", "pt", "en-US"}));
}

// A style that multiplies at every macro stops instead of rendering for ever.
TEST(CslProcessor, EndsForStylesThatMultiply) {
  std::string macros = "<macro name=\"m0\"><text value=\"x\"/></macro>";
  for (int i = 1; i <= 30; ++i) {
    const std::string call = "<text macro=\"m" + std::to_string(i - 1) + "\"/>";
    macros += "<macro name=\"m" + std::to_string(i) + "\">" + call + call + "</macro>";
  }
  auto processor = Processor::create(
      style_with(macros + "<citation><layout><text macro=\"m30\"/></layout></citation>"), {}, "",
      {});
  ASSERT_TRUE(processor) << processor.error().describe();
  processor->set_records({Metadata{}});
  EXPECT_EQ(processor->citations({{{{.record = 0}}}}, Markup::text).size(), 1U);
}

}  // namespace
}  // namespace pressmark::csl
