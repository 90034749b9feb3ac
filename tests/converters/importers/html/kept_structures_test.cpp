#include "converters/importers/html/kept_structures.h"

#include <gtest/gtest.h>

#include "converters/importers/html/elements.h"

namespace pressmark::html {
namespace {

// Leaves out every element with the attribute "out" and everything below it, keeps structures, and
// gives the text that is then kept.
std::string kept_text(const std::string& content) {
  ParseReport report;
  const Dom dom = parse("<article>" + content, 200, 10'000, report).value();
  Article article;
  article.parts = {find_descendant(dom.body(), "article")};
  article.left_out.assign(dom.size(), false);
  for (const Node* at = dom.root(); at != nullptr; at = next_in_order(at, dom.root())) {
    if (at->has_attribute("out")) article.left_out[at->index] = true;
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

TEST(KeptStructures, NotesAreWholeWhereTheirMarkIsKept) {
  const std::string note =
      "<ol><li id=\"fn1\"><a out href=\"https://example.org/\">A source</a></li></ol>";
  const std::string mark = "<sup><a href=\"#fn1\">1</a></sup>";
  EXPECT_EQ(kept_text("<p>a" + mark + "</p>" + note), "a1A source");
  EXPECT_EQ(kept_text("<p>a</p><p out>b" + mark + "</p>" + note), "a");
}

}  // namespace
}  // namespace pressmark::html
