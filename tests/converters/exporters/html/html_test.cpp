#include "converters/exporters/html/html.h"

#include <gtest/gtest.h>

#include "converters/common/schema_org.h"
#include "converters/exporters/html/format.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"
#include "tests/support/sample_documents.h"

namespace pressmark::html {
namespace {

struct Page {
  std::string markup;
  Diagnostics diagnostics;
};

Page page_of(const Document& document, const PageOptions& options = {}) {
  FakeEnvironment environment;
  Page page;
  Context context{environment, page.diagnostics};
  const Result<Bytes> result = export_html(document, options, context);
  EXPECT_TRUE(result) << result.error().describe();
  page.markup = result ? *result : "";
  return page;
}

// Without the style sheet and with pictures cut short, for people to read.
std::string readable(std::string markup) {
  const std::size_t style = markup.find("<style>");
  const std::size_t end = markup.find("</style>");
  markup.replace(style, end - style, "<style>");
  for (std::size_t at = 0; (at = markup.find(";base64,", at)) != std::string::npos; at += 8) {
    markup.erase(at + 8, markup.find('"', at) - at - 8);
  }
  return markup;
}

bool has(const std::string& markup, std::string_view piece) {
  return markup.find(piece) != std::string::npos;
}

TEST(HtmlExport, WritesEverySampleAsExpected) {
  for (const auto& [name, document] : sample::all()) {
    EXPECT_GOLDEN("exporters/html/" + name + ".html", readable(page_of(document).markup)) << name;
  }
}

TEST(HtmlExport, EqualDocumentsGiveEqualBytes) {
  for (const auto& [name, document] : sample::all()) {
    EXPECT_EQ(page_of(document).markup, page_of(document).markup) << name;
  }
}

TEST(HtmlExport, ThePageNeedsNoOtherFile) {
  const std::string markup = page_of(sample::every_block()).markup;
  EXPECT_TRUE(has(markup, "src=\"data:image/png;base64,"));
  EXPECT_FALSE(has(markup, "<link rel=\"stylesheet\""));
  PageOptions beside;
  beside.images = Images::beside;
  EXPECT_TRUE(has(page_of(sample::every_block(), beside).markup, "src=\"images/r-"));
}

TEST(HtmlExport, MarkupCharactersOfTheTextAreText) {
  const std::string markup = page_of(sample::hostile()).markup;
  EXPECT_FALSE(has(markup, "<script>alert"));
  EXPECT_TRUE(has(markup, "&lt;script&gt;alert(1)"));
}

TEST(HtmlExport, LinksThatRunCodeBecomeText) {
  Document document = sample::plain();
  document.body = {paragraph({Inline{Link{"javascript:alert(1)", {text("press")}}}, text(" "),
                              Inline{Link{"other.html", {text("beside")}}}})};
  const Page page = page_of(document);
  EXPECT_FALSE(has(page.markup, "javascript"));
  EXPECT_TRUE(has(page.markup, "<p>press <a href=\"other.html\">beside</a></p>"));
  EXPECT_EQ(page.diagnostics.count(link_as_text.id), 1u);
}

TEST(HtmlExport, ALinkInsideOfALinkAndANoteInsideOfOneStayValid) {
  Document document = sample::plain();
  document.body = {paragraph(
      {Inline{Link{"https://example.org/",
                   {text("outer "), Inline{Link{"https://example.org/inner", {text("inner")}}},
                    Inline{Note{"", {paragraph({text("The note.")})}}}}}}})};
  const std::string markup = page_of(document).markup;
  EXPECT_TRUE(
      has(markup, "<a href=\"https://example.org/\">outer inner</a><sup><a id=\"fnref-1\""));
}

TEST(HtmlExport, TheRecordIsInTheHeadAsJsonLd) {
  const std::string record = schema_org_json_ld(sample::full_metadata());
  EXPECT_TRUE(has(record, "\"@type\":\"ScholarlyArticle\""));
  EXPECT_TRUE(has(record, "\"datePublished\":\"2026-11-20T08:30:00+03:00\""));
  EXPECT_TRUE(has(record, "\"sameAs\":\"https://orcid.org/0000-0002-1825-0097\""));
  EXPECT_EQ(schema_org_json_ld(sample::hostile()).find('<'), std::string::npos);
}

TEST(HtmlExport, AnotherStyleSheetIsReadAndChecked) {
  FakeEnvironment environment;
  environment.files["own.css"] = "p { margin: 0 }";
  environment.files["bad.css"] = "</style><script>";
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  PageOptions options;
  options.stylesheet = "own.css";
  EXPECT_TRUE(has(*export_html(sample::plain(), options, context), "p { margin: 0 }"));
  options.stylesheet = "bad.css";
  EXPECT_EQ(export_html(sample::plain(), options, context).error().kind(), ErrorKind::usage);
  options.stylesheet = "none.css";
  EXPECT_FALSE(export_html(sample::plain(), options, context));
}

TEST(HtmlExport, TheFrontMatterCanBeLeftOut) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  const auto page = page_format().write(sample::plain(), {{"front-matter", "no"}}, context);
  ASSERT_TRUE(page);
  EXPECT_FALSE(has(*page, "<h1"));
  EXPECT_FALSE(has(*page, "<header>"));
  EXPECT_TRUE(has(*page, "<title>"));
  EXPECT_FALSE(page_format().write(sample::plain(), {{"front-matter", "none"}}, context));
}

TEST(HtmlExport, ValuesOfOptionsAreChecked) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  const Format format = page_format();
  EXPECT_TRUE(format.write(sample::plain(), {{"images", "beside"}}, context));
  const auto wrong = format.write(sample::plain(), {{"images", "remote"}}, context);
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().remedy().find("embedded"), std::string::npos);
}

}  // namespace
}  // namespace pressmark::html
