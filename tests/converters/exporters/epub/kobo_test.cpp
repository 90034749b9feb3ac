#include "converters/exporters/epub/kobo.h"

#include <regex>
#include <set>

#include "tests/converters/exporters/epub/opened_book.h"
#include "tests/support/sample_documents.h"

namespace pressmark::epub {
namespace {

std::string body(const std::string& content) { return "<html><body>" + content + "</body></html>"; }

// What the document became between the wrapping divs, with spans as [P.S ... ].
std::string marked(const std::string& content, const std::string& language = "en") {
  std::string text = add_kobo_markup(body(content), language);
  const std::string begin = "<html><body><div id=\"book-columns\"><div id=\"book-inner\">";
  const std::string end = "</div></div></body></html>";
  EXPECT_TRUE(text.starts_with(begin)) << text;
  EXPECT_TRUE(text.ends_with(end)) << text;
  text = text.substr(begin.size(), text.size() - begin.size() - end.size());
  text = std::regex_replace(
      text, std::regex("<span class=\"koboSpan\" id=\"kobo\\.([0-9.]+)\">([^<]*|<img/>)</span>"),
      "[$1 $2]");
  return text;
}

TEST(Kobo, EachSentenceHasASpan) {
  EXPECT_EQ(marked("<p>One is here. Two is there!</p>\n<p>Three.</p>"),
            "<p>[1.1 One is here. ][1.2 Two is there!]</p>\n<p>[2.1 Three.]</p>");
  EXPECT_EQ(marked("<p>一つ目の文。二つ目の文。</p>", "ja"),
            "<p>[1.1 一つ目の文。][1.2 二つ目の文。]</p>");
}

TEST(Kobo, InlineElementsDivideASentenceButDoNotEndIt) {
  EXPECT_EQ(marked("<p>So <em>very. Much</em> more</p>"),
            "<p>[1.1 So ]<em>[1.2 very. ][1.3 Much]</em>[1.4  more]</p>");
  EXPECT_EQ(marked("<p>A <b>b</b> <i>c</i></p>"), "<p>[1.1 A ]<b>[1.2 b]</b> <i>[1.3 c]</i></p>");
  EXPECT_EQ(marked("<p>line one<br/>line two</p>"), "<p>[1.1 line one]<br/>[1.2 line two]</p>");
}

TEST(Kobo, EscapedCharactersStayWhole) {
  EXPECT_EQ(marked("<p>A &amp; B &lt;c&gt;. D &amp; E.</p>"),
            "<p>[1.1 A &amp; B &lt;c&gt;. ][1.2 D &amp; E.]</p>");
}

TEST(Kobo, ImagesHaveSpansAndSomeElementsNone) {
  EXPECT_EQ(marked("<figure><img/><figcaption>Drawn.</figcaption></figure>"),
            "<figure>[1.1 <img/>]<figcaption>[2.1 Drawn.]</figcaption></figure>");
  EXPECT_EQ(marked("<p>so <math><mi>a</mi></math> it</p><pre>x. y.</pre><p>z</p>"),
            "<p>[1.1 so ]<math><mi>a</mi></math>[1.2  it]</p><pre>x. y.</pre><p>[2.1 z]</p>");
  // Formulas without MathML are text of the class `formula`.
  EXPECT_EQ(marked("<p>so <code id=\"f\" class=\"formula\">a. B.</code> it</p>"),
            "<p>[1.1 so ]<code id=\"f\" class=\"formula\">a. B.</code>[1.2  it]</p>");
  EXPECT_EQ(marked("<p><span class=\"formula display\">a</span> <span class=\"x\">b</span></p>"),
            "<p><span class=\"formula display\">a</span> <span class=\"x\">[1.1 b]</span></p>");
  EXPECT_EQ(marked("<p><ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby></p>"),
            "<p><ruby>[1.1 字]<rp>(</rp><rt>じ</rt><rp>)</rp></ruby></p>");
}

TEST(Kobo, WhiteSpaceBetweenBlocksStaysBare) {
  EXPECT_EQ(marked("<ul>\n<li>a</li>\n<li><p>b</p></li>\n</ul>"),
            "<ul>\n<li>[1.1 a]</li>\n<li><p>[2.1 b]</p></li>\n</ul>");
}

TEST(Kobo, IdsOfTheDocumentAreNotUsedAgain) {
  const std::string text =
      add_kobo_markup(body("<p id=\"kobo.7.2\">a</p><p id=\"book-inner\">b</p>"), "en");
  EXPECT_NE(text.find("id=\"kobo.8.1\">a<"), std::string::npos) << text;
  EXPECT_NE(text.find("<div id=\"book-columns\"><div><p"), std::string::npos) << text;
}

// What a reader sees does not depend on the variant.
TEST(Kobo, TheTextOfEverySampleStaysAsItIs) {
  const auto without_spans = [](std::string text) {
    text = std::regex_replace(text, std::regex("<span class=\"koboSpan\" id=\"[^\"]*\">"), "\1");
    // No span holds another, and what they hold has no span of the document's own.
    text = std::regex_replace(text, std::regex("\1([^\1]*?)</span>"), "$1");
    return std::regex_replace(text, std::regex("<div id=\"book-(columns|inner)\">"), "");
  };
  Options options;
  options.variant = Variant::kobo;
  for (const auto& [name, document] : sample::all()) {
    const OpenedBook standard = open_book({document});
    const OpenedBook kobo = open_book({document}, options);
    std::string expected = standard.file("EPUB/article.xhtml");
    std::string found = without_spans(kobo.file("EPUB/article.xhtml"));
    const std::size_t divs = found.find("</div></div></body>");
    ASSERT_NE(divs, std::string::npos) << name;
    found.erase(divs, 12);
    EXPECT_EQ(found, expected) << name;
    EXPECT_EQ(kobo.file("EPUB/package.opf"), standard.file("EPUB/package.opf")) << name;
  }
}

TEST(Kobo, AnthologiesHaveTheMarkupInEveryDocument) {
  Options options;
  options.variant = Variant::kobo;
  const OpenedBook book = open_book({sample::plain(), sample::notes()}, options);
  for (const ZipEntry& entry : book.entries) {
    if (!entry.path.ends_with(".xhtml")) continue;
    EXPECT_NE(entry.data.find("id=\"book-inner\""), std::string::npos) << entry.path;
    EXPECT_NE(entry.data.find("id=\"kobo.1.1\""), std::string::npos) << entry.path;
  }
  EXPECT_TRUE(book.has("EPUB/style.css", "#book-inner"));
}

}  // namespace
}  // namespace pressmark::epub
