// Poems that a page marks as such.
#include "converters/importers/html/verse.h"

#include <gtest/gtest.h>

#include <ctime>

#include "converters/importers/html/html.h"
#include "core/model/dump.h"
#include "core/model/validate.h"
#include "tests/support/fake_environment.h"

namespace pressmark::html {
namespace {

Result<Document> import(const std::string& content) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  Source source;
  source.name = "page.html";
  source.bytes = "<!DOCTYPE html><meta charset=utf-8><title>T</title><article>" + content;
  return import_whole(source, source.bytes, context);
}

std::string body(const std::string& content) {
  const Result<Document> document = import(content);
  EXPECT_TRUE(document) << document.error().describe();
  if (!document) return {};
  EXPECT_EQ(validate(*document), std::vector<std::string>());
  return dump(document->body);
}

std::string verse(const std::vector<std::vector<std::string>>& stanzas) {
  std::string text = "verse\n";
  for (const auto& stanza : stanzas) {
    text += "  stanza\n";
    for (const std::string& line : stanza) {
      const bool indented = line[0] == '>';
      text += indented ? "    line indent=" + line.substr(1, 1) + "\n" : "    line\n";
      text += "      text \"" + line.substr(indented ? 2 : 0) + "\"\n";
    }
  }
  return text;
}

TEST(HtmlVerse, ParagraphsWithBreaksAreStanzas) {
  EXPECT_EQ(body("<div class=poem><p>a<br>b</p><p>c <br> d</p></div>"),
            verse({{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(body("<p class='text verse'>a<br>b<br><br>c<br>d</p>"),
            verse({{"a", "b"}, {"c", "d"}}));
  // As our own pages have it.
  EXPECT_EQ(body("<div class=verse><p>a<br>\n<span class=indent-3>b</span></p>\n<p>c</p></div>"),
            verse({{"a", ">3b"}, {"c"}}));
}

TEST(HtmlVerse, ElementsMayBeLines) {
  const std::string lines = "<p class=line>a</p><p class='line indent'>b</p>";
  EXPECT_EQ(body("<div class=poem>" + lines + "<div class=stanza>" + lines + "</div></div>"),
            verse({{"a", ">1b"}, {"a", ">1b"}}));
  EXPECT_EQ(body("<p class=stanza><span class=line>a</span><br><span class=line>b</span>"
                 "<span class=line style='margin-left: 2em'>c</span></p>"),
            verse({{"a", "b", ">2c"}}));
}

TEST(HtmlVerse, SpacesIndentLines) {
  EXPECT_EQ(body("<p class=poem>a<br>&nbsp;&nbsp;b<br>&emsp;&emsp;c<br>&#x3000;d<br>&nbsp;e</p>"),
            verse({{"a", ">1b", ">2c", ">1d", "e"}}));
  EXPECT_EQ(body("<pre class=wp-block-verse>a\n  b\n\n\n      c </pre>"),
            verse({{"a", ">1b"}, {">3c"}}));
}

TEST(HtmlVerse, KeepsMarkupTitlesAndWhoIsQuoted) {
  EXPECT_EQ(body("<div class=poem><h3>T</h3><p><em>a</em> b<br>c</p></div>"),
            "heading 2\n  text \"T\"\nverse\n  stanza\n    line\n      emphasis\n"
            "        text \"a\"\n      text \" b\"\n    line\n      text \"c\"\n");
  const std::string quoted = body(
      "<blockquote class=poem><p>a<br>b</p><footer>W. X.</footer>"
      "</blockquote>");
  EXPECT_TRUE(quoted.starts_with("quotation\n")) << quoted;
  EXPECT_NE(quoted.find("attribution\n    text \"W. X.\""), std::string::npos) << quoted;
  EXPECT_NE(quoted.find("line\n        text \"b\""), std::string::npos) << quoted;
}

TEST(HtmlVerse, ProseIsNone) {
  EXPECT_EQ(body("<p class=verse>a b c</p>"), "paragraph\n  text \"a b c\"\n");
  EXPECT_EQ(body("<div class=verse><p>a</p><p>b</p></div>"),
            "paragraph\n  text \"a\"\nparagraph\n  text \"b\"\n");
  EXPECT_EQ(body("<p class=universe>a<br>b</p>"),
            "paragraph\n  text \"a\"\n  line-break\n  text \"b\"\n");
  EXPECT_EQ(body("<table class=verse><tr><th>a<br>b<th>c<tr><td>d<td>e</table>").substr(0, 5),
            "table");
}

TEST(HtmlVerse, NothingOfAPoemIsLost) {
  const std::string odd = body(
      "<div class=poem>a<div>b<ul><li>c<br></ul><span><p>d</p></span></div>"
      "<p>e<br><b>f<br>g</b></p>h<table><tr><td>i</table></div>");
  for (const char letter : {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'}) {
    const std::string quoted = std::string("\"") + letter + "\"";
    EXPECT_NE(odd.find(quoted), std::string::npos) << letter << "\n" << odd;
  }
}

TEST(HtmlVerse, DeepPoemsTakeNoLongerThanTheirSize) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div class=poem>";
  const std::clock_t start = std::clock();
  EXPECT_TRUE(import(deep + "a<br>b"));
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 5.0);
}

}  // namespace
}  // namespace pressmark::html
