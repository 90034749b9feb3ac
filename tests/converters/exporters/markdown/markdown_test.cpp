#include "converters/exporters/markdown/markdown.h"

#include <gtest/gtest.h>

#include "converters/exporters/markdown/escape.h"
#include "converters/exporters/markdown/format.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"
#include "tests/support/sample_documents.h"

namespace pressmark::markdown {
namespace {

struct Written {
  std::string text;
  Diagnostics diagnostics;
};

Written write(const Document& document, const Options& options = {}) {
  FakeEnvironment environment;
  Written written;
  Context context{environment, written.diagnostics};
  written.text = *export_markdown(document, options, context);
  return written;
}

std::string body_of(Blocks blocks) {
  Document document;
  document.body = std::move(blocks);
  return write(document).text;
}

std::string line_of(Inlines inlines) { return body_of({paragraph(std::move(inlines))}); }

TEST(MarkdownExport, WritesEverySampleAsExpected) {
  for (const auto& [name, document] : sample::all()) {
    EXPECT_GOLDEN("exporters/markdown/" + name + ".md", write(document).text);
  }
}

TEST(MarkdownExport, TextThatLooksLikeMarkupIsEscaped) {
  EXPECT_EQ(line_of({text("a*b [c] `d` <e> &amp; f|g ~h")}),
            "a\\*b \\[c\\] \\`d\\` \\<e> \\&amp; f\\|g \\~h\n");
  EXPECT_EQ(line_of({text("snake_case, _emphasis_ & more")}),
            "snake_case, \\_emphasis\\_ & more\n");
  for (const char* start : {"# a", "- a", "+ a", "> a", "=== a", ":-- a"}) {
    EXPECT_EQ(line_of({text(start)}), std::string("\\") + start + "\n");
  }
  EXPECT_EQ(line_of({text("1. a")}), "1\\. a\n");
  EXPECT_EQ(line_of({text("12) a")}), "12\\) a\n");
  EXPECT_EQ(line_of({text("1.5 a")}), "1\\.5 a\n");
  EXPECT_EQ(line_of({text("a"), Inline{LineBreak{}}, text("- b")}), "a\\\n\\- b\n");
}

TEST(MarkdownExport, EmphasisIsMarkedWhereMarksWork) {
  EXPECT_EQ(line_of({text("a "), styled(Style::emphasis, {text("b")}), text("c")}), "a *b*c\n");
  EXPECT_EQ(line_of({styled(Style::strong, {text(" b ")}), text("c")}), "**b** c\n");
  // Beside punctuation or another mark an asterisk may be no delimiter.
  EXPECT_EQ(line_of({text("a"), styled(Style::emphasis, {text("\"b\"")}), text("c")}),
            "a<em>\"b\"</em>c\n");
  EXPECT_EQ(line_of({styled(Style::emphasis, {text("a")}), styled(Style::bold, {text("b")})}),
            "*a*<b>b</b>\n");
  EXPECT_EQ(line_of({styled(Style::emphasis, {text("a "), styled(Style::strong, {text("b")})})}),
            "<em>a **b**</em>\n");
}

TEST(MarkdownExport, CodeIsFencedByMoreBackticksThanItHas) {
  EXPECT_EQ(code_span("a`b"), "``a`b``");
  EXPECT_EQ(code_span("`"), "`` ` ``");
  EXPECT_EQ(body_of({{Preformatted{"```\nx", true, "md"}}}), "````md\n```\nx\n````\n");
}

TEST(MarkdownExport, NeighbouringListsStayTwo) {
  List one;
  one.items = {{paragraph({text("a")})}, {paragraph({text("b")})}};
  List two = one;
  EXPECT_EQ(body_of({{one}, {two}}), "- a\n- b\n\n+ a\n+ b\n");
  two.numbering = one.numbering = Numbering::decimal;
  two.start = 3;
  EXPECT_EQ(body_of({{one}, {two}}), "1. a\n2. b\n\n3) a\n4) b\n");
}

TEST(MarkdownExport, LinksLeadToWhatIsThere) {
  Block target = paragraph({text("target")});
  target.id = "t";
  EXPECT_EQ(body_of({target, paragraph({Inline{Link{"#t", {text("up")}}}})}),
            "<a id=\"t\"></a>target\n\n[up](#t)\n");
  EXPECT_EQ(line_of({Inline{Link{"#none", {text("up")}}}}), "up\n");
  EXPECT_EQ(line_of({Inline{Link{"https://example.org/a(b)?c&lt;|`", {text("x]")}}}}),
            "[x\\]](<https://example.org/a(b)?c&amp;lt;%7C%60>)\n");
}

TEST(MarkdownExport, NotesInsideOfLinksFollowThem) {
  const Inline note{Note{"*", {paragraph({text("n")})}}};
  EXPECT_EQ(line_of({Inline{Link{"https://example.org/", {text("a"), note}}}, text("b")}),
            "[a](https://example.org/)[^1]b\n\n[^1]: n\n");
}

TEST(MarkdownExport, WhatAPipeTableCannotSayIsReported) {
  Table table;
  Cell wide{{paragraph({text("a|b")})}, 1, 2, Scope::column, Alignment::end};
  Cell list;
  List items;
  items.items = {{paragraph({text("x")})}, {paragraph({Inline{Code{"y|z", ""}}})}};
  list.children = {{items}};
  Cell plain{{paragraph({text("c"), Inline{LineBreak{}}, text("d")})}};
  table.rows = {{{wide}}, {{list, plain}}};
  table.header_rows = 1;
  Document document;
  document.body = {{table}};
  const Written written = write(document);
  EXPECT_EQ(written.text, "| a\\|b |  |\n| --: | --- |\n| • x<br />• `y\\|z` | c<br />d |\n");
  EXPECT_EQ(written.diagnostics.count(table_simplified.id), 1U);
}

TEST(MarkdownExport, ValuesOfOptionsAreChecked) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  const auto result = format().write(sample::plain(), {{"front-matter", "maybe"}}, context);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::usage);
  const auto bare = format().write(sample::wire(), {{"front-matter", "no"}}, context);
  ASSERT_TRUE(bare);
  EXPECT_TRUE(bare->starts_with("PORT SAMPLE"));
}

}  // namespace
}  // namespace pressmark::markdown
