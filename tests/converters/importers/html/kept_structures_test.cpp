#include "converters/importers/html/kept_structures.h"

#include <gtest/gtest.h>

#include "converters/importers/html/elements.h"

namespace pressmark::html {
namespace {

// Leaves out every element with the attribute "out" and everything below it, takes those with
// "refused" for tables of contents, keeps structures, and gives the text that is then kept.
std::string kept_text(const std::string& content) {
  ParseReport report;
  const Dom dom = parse("<article>" + content, 200, 10'000, report).value();
  Article article;
  article.parts = {find_descendant(dom.body(), "article")};
  article.left_out.assign(dom.size(), false);
  for (const Node* at = dom.root(); at != nullptr; at = next_in_order(at, dom.root())) {
    if (at->has_attribute("out")) article.left_out[at->index] = true;
    if (at->has_attribute("refused")) article.refused.push_back(at);
  }
  keep_structures(dom, article);
  keep_notes(find_notes(dom, article, ""), article);
  std::string text;
  for (const Node* at = dom.root(); at != nullptr;) {
    if (article.left_out[at->index]) {
      at = next_after_subtree(at, dom.root());
      continue;
    }
    if (at->type == NodeType::text) text += at->text;
    at = next_in_order(at, dom.root());
  }
  return text;
}

TEST(KeptStructures, AreWholeWhereAPartIsKept) {
  EXPECT_EQ(kept_text("<table><tr><th out>a</th><td>b</td></tr><tr><td out>c</td></tr></table>"),
            "abc");
  EXPECT_EQ(kept_text("<pre><code><span out>1 </span>x</code></pre>"), "1 x");
  EXPECT_EQ(kept_text("<div><p out>a</p><p>b</p></div>"), "b");
}

TEST(KeptStructures, AreKeptBetweenKeptText) {
  EXPECT_EQ(kept_text("<p>a</p><div out><pre>b</pre></div><p>c</p>"), "abc");
  EXPECT_EQ(kept_text("<p>a</p><table out><tr><th>b<td>c</table>"), "abc");
  EXPECT_EQ(kept_text("<p out>a</p><pre out>b</pre><p>c</p>"), "c");
  EXPECT_EQ(kept_text("<p>a</p><nav out><pre>b</pre></nav><p>c</p>"), "ac");
  EXPECT_EQ(kept_text("<p>a</p><div out>b</div><p>c</p>"), "ac");
}

TEST(KeptStructures, AreKeptWithTheirCaptions) {
  const std::string table = "<table out><tr><th>b<td>c</table>";
  EXPECT_EQ(kept_text("<p>a</p><figure>" + table + "<figcaption>d</figcaption></figure>"), "abcd");
  EXPECT_EQ(kept_text("<p>a</p><figure out>" + table + "<figcaption out>d</figcaption></figure>" +
                      "<p out>e</p>"),
            "a");
  EXPECT_EQ(kept_text("<figure><figcaption><h4 out>a</h4><p>b</p></figcaption></figure>"), "ab");
}

TEST(KeptStructures, TablesOfSeveralColumnsAreDataAlsoWithoutHeaders) {
  const std::string grid = "<table><tr><td>b<td>c<tr><td>d<td><a href='/e'>e</a></table>";
  EXPECT_EQ(kept_text("<p>a</p><div out><p></p><div>" + grid + "</div></div><br><p>f</p>"),
            "abcdef");
  EXPECT_EQ(kept_text("<p>a</p><table out><tr><td>b<tr><td>c</table><p>f</p>"), "af");
  EXPECT_EQ(kept_text("<p>a</p><table out><tr><td><a href='/b'>b</a><td><a href='/c'>c</a>"
                      "<tr><td><a href='/d'>d</a><td>e</table><p>f</p>"),
            "af");
}

TEST(KeptStructures, TablesOfDataAreWholeAmongTextWhateverIsKeptOfThem) {
  const auto around = [](const std::string& table) {
    return kept_text("<p>a</p><div><div>" + table + "</div></div><p>z</p>");
  };
  EXPECT_EQ(around("<table><tr><td out>bbbb<td>c<tr><td out>dddd<td out>e</table>"),
            "abbbbcddddez");
  EXPECT_EQ(around("<table><tr><td out><a href='/b'>bbbb</a><td>c<tr><td out><a href='/d'>dddd</a>"
                   "<td out>e</table>"),
            "acz");
  EXPECT_EQ(kept_text("<table><tr><td out>bbbb<td>c<tr><td out>dddd<td out>e</table>"), "c");
}

TEST(KeptStructures, TablesOfLinesAreCode) {
  EXPECT_EQ(kept_text("<p>a:</p><div out><p><a href='/f'>f.cc</a></p><table><tr><td class=blob-num>"
                      "<td class=blob-code>int line = 3;</table></div><p>z</p>"),
            "a:int line = 3;z");
}

TEST(KeptStructures, BoxesOfTheTextAreKeptAmongIt) {
  const std::string box = "<div out class='callout'>b</div>";
  EXPECT_EQ(kept_text("<p>a</p>" + box + "<p>c</p>"), "abc");
  EXPECT_EQ(kept_text("<p>a</p>" + box + "<div out><a href='/t'>t</a></div><p>c</p>"), "abc");
  EXPECT_EQ(kept_text("<p>a</p><details out><summary>b</summary>c</details><p>d</p>"), "abcd");
  EXPECT_EQ(kept_text("<p>a</p><div out class='callout'><form>b</form></div><p>c</p>"), "ac");
  EXPECT_EQ(kept_text("<p>a</p>" + box + "<div out><a href='/t'>t</a></div>"), "a");
}

TEST(KeptStructures, TablesOfFiguresAreKeptWithTheirCaptions) {
  EXPECT_EQ(kept_text("<p>a</p><figure out><table><tr><th>b<td>c</table><figcaption>d</figcaption>"
                      "</figure><p>e</p>"),
            "abcde");
}

TEST(KeptStructures, CodeIsKeptWithoutTheNamesOfItsTabsAndFiles) {
  const std::string tabs =
      "<div out><ul><li>sh</li><li>ps</li></ul><div><span>f.sh</span><pre>code of it</pre></div>"
      "</div>";
  EXPECT_EQ(kept_text("<p>a</p>" + tabs + "<p>c</p>"), "acode of itc");
  // The heading before it, and the code, each wait for the other.
  EXPECT_EQ(kept_text("<p>a</p><h2 out>b</h2>" + tabs + "<p>c</p>"), "abcode of itc");
  EXPECT_EQ(kept_text("<p>a</p><div out>a list of many words<pre>x</pre></div><p>c</p>"), "ac");
}

TEST(KeptStructures, ListsAreWholeWhereNearlyAllIsKept) {
  EXPECT_EQ(kept_text("<ul><li>abcdefgh</li><li out>i</li></ul>"), "abcdefghi");
  EXPECT_EQ(kept_text("<ul><li>a</li><li out>b</li></ul>"), "a");
}

TEST(KeptStructures, HeadingsOfKeptTextAreKept) {
  EXPECT_EQ(kept_text("<p>a</p><div out><h2>b</h2></div><p>c</p>"), "abc");
  EXPECT_EQ(kept_text("<p>a</p><h2 out>b</h2><p out>c</p>"), "a");
  EXPECT_EQ(kept_text("<h2 out>b</h2><p>c</p>"), "c");
  EXPECT_EQ(kept_text("<p>a</p><h2 out><a href='/b'>b</a></h2><p>c</p>"), "ac");
}

TEST(KeptStructures, HeadingsOfEntriesAreKeptWithoutTheirTimes) {
  const auto entry = [](const std::string& heading, const std::string& text) {
    return "<article><header out><time>18:10</time>" + heading + "</header><p>" + text +
           "</p></article>";
  };
  EXPECT_EQ(kept_text(entry("<h3>a</h3>", "b") + entry("<h3>c</h3>", "d")), "abcd");
  EXPECT_EQ(kept_text(entry("<h3><a href='/a'>a</a></h3>", "b") + entry("<h3>c</h3>", "d")), "bcd");
  EXPECT_EQ(kept_text(entry("<h3>a</h3>", "b")), "b");
}

TEST(KeptStructures, TheFirstHeadingNeedsFellows) {
  EXPECT_EQ(kept_text("<h2 out>a</h2><p>b</p><h2>c</h2><p>d</p>"), "abcd");
  EXPECT_EQ(kept_text("<h2 out>a</h2><p>b</p><h3>c</h3><p>d</p>"), "bcd");
  EXPECT_EQ(kept_text("<div><h2 out>a</h2><ul><li>b</li></ul></div><p>c</p>"), "abc");
}

TEST(KeptStructures, HeadingsMayLeadToThemselvesAndHeadSections) {
  const std::string itself = "<div out><h2>b<a href='#b'>#</a></h2></div>";
  EXPECT_EQ(kept_text("<p>a</p>" + itself + "<p>c</p>"), "ab#c");
  EXPECT_EQ(kept_text("<p>a</p><section>" + itself + "<p>c</p></section>"), "ab#c");
  EXPECT_EQ(kept_text("<section>" + itself + "<p>c</p></section>"), "b#c");
  EXPECT_EQ(kept_text("<div>" + itself + "<p>c</p></div>"), "c");
}

TEST(KeptStructures, AnnouncedListsAreKept) {
  EXPECT_EQ(kept_text("<h2>a</h2><ul out><li>b</li></ul><h2>c</h2>"), "abc");
  EXPECT_EQ(kept_text("<p>a:</p><ul out><li>b</li></ul><p>c</p>"), "a:bc");
  EXPECT_EQ(kept_text("<p>a</p><ul out><li>b</li></ul><p>c</p>"), "ac");
  EXPECT_EQ(kept_text("<p>a:</p><ul out><li>b</li></ul><p out>c</p>"), "a:");
  EXPECT_EQ(kept_text("<h2>a</h2><ul out refused><li>b</li></ul><h2>c</h2>"), "ac");
}

TEST(KeptStructures, ListsOfSourcesAreKeptWithTheirHeading) {
  const std::string list = "<ul out><li><a href='/b'>b</a></li></ul>";
  EXPECT_EQ(kept_text("<p>a</p><h2 out>Sources &amp; links</h2>" + list), "aSources & linksb");
  EXPECT_EQ(kept_text("<p>a</p><h2 out>Quellen</h2>" + list), "aQuellenb");
  EXPECT_EQ(kept_text("<p>a</p><h2 out>More news</h2>" + list), "a");
  EXPECT_EQ(kept_text("<p out>a</p><h2 out>Sources</h2>" + list), "");
}

TEST(KeptStructures, TablesWithAHeadAreWholeWhereACellHoldsATable) {
  const std::string body =
      "<tbody><tr><td>row <table><tr><td>inner</td></tr></table></td></tr></tbody></table>";
  EXPECT_EQ(kept_text("<p>a</p><table><thead out><tr><th>head</th></tr></thead>" + body),
            "aheadrow inner");
  EXPECT_EQ(kept_text("<p>a</p><table><tbody out><tr><td>menu</td></tr></tbody>" + body),
            "arow inner");
}

TEST(KeptStructures, PicturesAmongKeptTextAreKeptWithTheirCaptions) {
  const auto around = [](const std::string& picture) { return "<p>text</p>" + picture; };
  EXPECT_EQ(kept_text(around("<div out><img src='a.jpg'><p class='caption'>b</p></div>")), "textb");
  EXPECT_EQ(kept_text(around("<div out><img src='a.jpg'><figcaption class='promo'>b</figcaption>"
                             "</div>")),
            "textb");
  // Teasers, portraits, icons and what stands in boxes of another purpose.
  EXPECT_EQ(kept_text(around("<div out><a href='/b'><img src='a.jpg'>b</a></div>")), "text");
  EXPECT_EQ(kept_text(around("<div out><img src='a.jpg' width='60'>b</div>")), "text");
  EXPECT_EQ(kept_text(around("<div out><img src='a.jpg' class='siteLogo'>b</div>")), "text");
  EXPECT_EQ(kept_text(around("<div out><img src='a.jpg' class='silicon'>b</div>")), "textb");
  EXPECT_EQ(kept_text(around("<div out class='related'><img src='a.jpg'>b</div>")), "text");
  EXPECT_EQ(kept_text(around("<div out><img src='a.jpg'><h3>b</h3></div>")), "text");
  EXPECT_EQ(kept_text("<div><p>t</p><p out>longer than what is kept</p>"
                      "<div out><img src='a.jpg'>b</div></div>" +
                      std::string("<p out>") + std::string(300, 'x') + "</p>"),
            "t");
}

TEST(KeptStructures, NotesAreWholeWhereTheirMarkIsKept) {
  const std::string note =
      "<ol><li id=\"fn1\"><a out href=\"https://example.org/\">A source</a></li></ol>";
  const std::string mark = "<sup><a href=\"#fn1\">1</a></sup>";
  EXPECT_EQ(kept_text("<p>a" + mark + "</p>" + note), "a1A source");
  EXPECT_EQ(kept_text("<p>a</p><p out>b" + mark + "</p>" + note), "a");
}

}  // namespace
}  // namespace pressmark::html
