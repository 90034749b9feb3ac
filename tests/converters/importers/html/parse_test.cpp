#include <gtest/gtest.h>

#include "converters/importers/html/charset_prescan.h"
#include "converters/importers/html/dom.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/markup_guard.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

Dom tree(const std::string& text) {
  ParseReport report;
  return parse(text, 200, 100'000, report).value();
}

TEST(Parse, BuildsTheTreeOfHtml5) {
  const Dom dom = tree("<p id=a CLASS='x y'>One<table><tr><td>Two</table><svg><linearGradient/>");
  const Node* body = dom.body();
  ASSERT_NE(body, nullptr);
  const Node* paragraph = find_descendant(body, "p");
  ASSERT_NE(paragraph, nullptr);
  EXPECT_EQ(paragraph->attribute("id"), "a");
  EXPECT_TRUE(paragraph->has_class("y"));
  EXPECT_NE(find_descendant(body, "tbody"), nullptr);
  const Node* svg = find_descendant(body, "linearGradient");
  ASSERT_NE(svg, nullptr);
  EXPECT_EQ(svg->space, Namespace::svg);
  EXPECT_EQ(collapsed_text(body), "OneTwo");
}

TEST(Parse, NumbersNodesInDocumentOrderAndKnowsTheirPlace) {
  const Dom dom = tree("<!DOCTYPE html>\n<html><body>\n  <p>x</p>");
  int last = -1;
  for (const Node* at = dom.root(); at != nullptr; at = next_in_order(at, dom.root())) {
    EXPECT_GT(at->index, last);
    last = at->index;
  }
  EXPECT_EQ(static_cast<std::size_t>(last) + 1, dom.size());
  const Node* paragraph = find_descendant(dom.body(), "p");
  EXPECT_EQ(paragraph->from, (Location{3, 3}));
}

TEST(Parse, MapsReferencesToWindows1252AndLeavesOutControls) {
  const Dom dom = tree("<p>&#150;&#x80;&#x1;&#xFFFE;&#0;</p>");
  EXPECT_EQ(text_content(dom.body()), "–€\xEF\xBF\xBD");
}

TEST(Parse, FlattensBelowTheDepth) {
  ParseReport report;
  const Dom dom = parse("<div><div><div><div>deep</div>er", 4, 1000, report).value();
  EXPECT_EQ(report.flattened, 2U);
  EXPECT_EQ(text_content(dom.body()), "deeper");
}

TEST(Parse, KeepsPointersWhenMoved) {
  Dom first = tree("<p>x");
  const Node* paragraph = find_descendant(first.body(), "p");
  const Dom second = std::move(first);
  EXPECT_EQ(find_descendant(second.body(), "p"), paragraph);
}

TEST(MarkupGuard, LeavesOrdinaryMarkupAlone) {
  const std::string page =
      "<!-- <div> --><p a='>' b=\">\">x<script>'<div>'.repeat(9)</script></p><br/><img/>";
  const auto guarded = guard_markup(page, {.depth = 1});
  ASSERT_TRUE(guarded.has_value());
  EXPECT_TRUE(guarded->text.empty());
}

TEST(MarkupGuard, BlanksWhatIsTooDeepWithItsEnd) {
  const auto guarded = guard_markup("<div><b>x</b>\n<i\n>y</i></div>z", {.depth = 1});
  ASSERT_TRUE(guarded.has_value());
  EXPECT_EQ(guarded->text, "<div>   x    \n  \n y    </div>z");
  EXPECT_EQ(guarded->blanked_tags, 2U);
}

TEST(MarkupGuard, BlanksAttributesBeyondTheBound) {
  const auto guarded = guard_markup("<p a b='>' c=d>x", {.attributes = 1});
  ASSERT_TRUE(guarded.has_value());
  EXPECT_EQ(guarded->text, "<p a          >x");
  EXPECT_EQ(guarded->blanked_attributes, 2U);
}

TEST(MarkupGuard, RawTextThatClosesItselfSwallowsNothingInXhtml) {
  const std::string page = "<script src='a.js'/><p>x</p><title/>";
  EXPECT_TRUE(guard_markup(page, {}).value().text.empty());
  const auto guarded = guard_markup("<?xml version='1.0'?>" + page, {});
  ASSERT_TRUE(guarded.has_value());
  EXPECT_EQ(guarded->text, "<?xml version='1.0'?>                    <p>x</p>        ");
}

TEST(MarkupGuard, AFrameThatClosesItselfStaysAFrameInXhtml) {
  const std::string page = "<body><p>x</p><iframe src='v'/><p>y</p><embed src='e'/></body>";
  ParseReport report;
  const Dom dom = parse("<?xml version='1.0'?>" + page, 200, 1000, report).value();
  const Node* frame = find_descendant(dom.body(), "iframe");
  ASSERT_NE(frame, nullptr);
  EXPECT_EQ(frame->attribute("src"), "v");
  EXPECT_EQ(frame->first_child, nullptr);
  ASSERT_NE(find_descendant(dom.body(), "embed"), nullptr);
  EXPECT_EQ(text_content(dom.body()), "xy");
}

TEST(MarkupGuard, CountsWhatUnclosedFormattingMultiplies) {
  std::string page;
  for (int i = 0; i < 20; ++i) page += "<font size=" + std::to_string(i) + ">";
  for (int i = 0; i < 100; ++i) page += "<p>x";
  EXPECT_EQ(guard_markup(page, {.elements = 2000}).error().kind(), ErrorKind::limit);
  EXPECT_TRUE(guard_markup(page, {.elements = 3000}).has_value());
}

TEST(CharsetPrescan, FollowsTheStandard) {
  EXPECT_EQ(prescan_charset("<meta charset=\"koi8-r\">"), "koi8-r");
  EXPECT_EQ(prescan_charset("<META http-equiv='content-type' content='text/html;charset=big5'>"),
            "big5");
  EXPECT_EQ(prescan_charset("<meta name=x content='text/html;charset=big5'>"), "");
  EXPECT_EQ(prescan_charset("<!-- <meta charset=a> --><title><meta charset=b>"), "b");
  EXPECT_EQ(prescan_charset("<p title='<meta charset=a>'><meta charset = b >"), "b");
  EXPECT_EQ(prescan_charset("<meta charset=utf-16le>"), "UTF-8");
  EXPECT_EQ(prescan_charset("<?xml version='1.0' encoding='iso-8859-2'?><html>"), "iso-8859-2");
  EXPECT_EQ(prescan_charset("<meta"), "");
  EXPECT_EQ(prescan_charset("<meta charset='x"), "x");
}

TEST(Words, KnowHtmlWhiteSpaceAndTokens) {
  EXPECT_EQ(trim("\xC2\xA0 a b\n\xC2\xA0"), "a b");
  EXPECT_EQ(collapse_space(" a \n\t b "), "a b");
  EXPECT_TRUE(is_blank(" \xC2\xA0\xE2\x80\x8B\n"));
  EXPECT_TRUE(has_token("a bc d", "bc"));
  EXPECT_FALSE(has_token("abc", "bc"));
  EXPECT_EQ(parse_integer(" 12px", 0, 100, 7), 12);
  EXPECT_EQ(parse_integer("99999999999999", 0, 100, 7), 100);
  EXPECT_EQ(parse_integer("x", 0, 100, 7), 7);
}

TEST(Elements, ReadStyleAttributes) {
  const Dom dom = tree("<p style='color:red; Font-Weight : BOLD !important;x'>x");
  const Node* paragraph = find_descendant(dom.body(), "p");
  EXPECT_EQ(style_property(paragraph, "font-weight"), "bold");
  EXPECT_EQ(style_property(paragraph, "margin"), "");
}

}  // namespace
}  // namespace pressmark::html
