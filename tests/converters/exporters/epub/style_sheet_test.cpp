#include "converters/exporters/epub/style_sheet.h"

#include <gtest/gtest.h>

namespace pressmark::epub {
namespace {

TEST(EpubStyleSheet, TakesWhatRefersToNothing) {
  for (const char* css :
       {"", "p { text-indent: 1em }", "@charset \"utf-8\";\nbody { margin: 0 }",
        "q::before { content: \"\\201C\" }", "/* url(x.png) @import */ p { color: red }",
        "p::after { content: 'url(' }", ".a { flex-direction: column }",
        "@media (prefers-color-scheme: dark) { a { color: white } }"}) {
    EXPECT_FALSE(problem_of_style(css)) << css;
  }
}

TEST(EpubStyleSheet, RefusesReferencesHoweverTheyAreWritten) {
  for (const char* css :
       {"@import 'x.css';", "@IMPORT 'x.css';", "p { background: URL(x.png) }",
        "p { background: u\\72l(x.png) }", "@font-face { font-family: x }",
        "p { background: image-set('x.png' 1x) }", "p { background: src('x.png') }",
        "/* */p { background: red } q { background: url(y) }"}) {
    EXPECT_TRUE(problem_of_style(css)) << css;
  }
}

TEST(EpubStyleSheet, RefusesWhatEpubForbidsAndWhatIsBroken) {
  for (const char* css :
       {"p { direction: rtl }", "p { unicode-bidi : embed }", "p { color: red", "p } {",
        "/* no end", "p { content: 'no end }", "p { content: 'line\nend' }", "\xFF\xFE p {}",
        "@charset \"latin1\"; p {}"}) {
    EXPECT_TRUE(problem_of_style(css)) << css;
  }
  EXPECT_EQ(*problem_of_style("p { direction: rtl }"), "it sets direction, which EPUB forbids");
}

}  // namespace
}  // namespace pressmark::epub
