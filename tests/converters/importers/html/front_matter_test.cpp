// The title block of pages: what is moved to it, and what stays in the text.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "converters/importers/html/front_lines.h"
#include "converters/importers/html/html.h"
#include "converters/importers/html/leftover_lines.h"
#include "core/model/dump.h"
#include "core/model/validate.h"
#include "core/model/walk.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"

namespace pressmark::html {
namespace {

Document import(const std::string& bytes) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  Source source;
  source.bytes = bytes;
  source.name = "page.html";
  Result<Document> document = import_html(source, {}, context);
  EXPECT_TRUE(document.has_value());
  if (!document) return {};
  EXPECT_EQ(validate(*document), std::vector<std::string>());
  return *document;
}

// Each folder front_* below tests/golden/converters/importers/html is a page with the whole
// document that it must give.
class HtmlFrontGolden : public testing::TestWithParam<const char*> {};

TEST_P(HtmlFrontGolden, GivesTheExpectedDocument) {
  const std::string folder = std::string("converters/importers/html/front_") + GetParam();
  const Document document = import(read_project_file("tests/golden/" + folder + "/source.html"));
  EXPECT_GOLDEN(folder + "/document.txt", dump(document));
}

INSTANTIATE_TEST_SUITE_P(Pages, HtmlFrontGolden,
                         testing::Values("author_box", "broken_markup", "byline_below",
                                         "byline_in_list", "dateline", "deck_heading",
                                         "description_is_text", "german", "magazine",
                                         "many_authors", "no_byline"),
                         [](const auto& test) { return std::string(test.param); });

// A page whose h1 has that content, and whose title element those words.
Document headed(const std::string& headline, const std::string& title) {
  const std::string sentence =
      "<p>The council met on Monday evening to hear what the engineers had found under the old "
      "bridge, and the report was longer than anybody had expected.</p>";
  return import("<!doctype html><html lang='en'><title>" + title + "</title><article><h1>" +
                headline + "</h1>" + sentence + sentence + "</article></html>");
}

TEST(HtmlHeadline, KeepsItsMarkupWithoutLinks) {
  const Document document = headed(
      "<a href='/self'>The <em>old</em> bridge</a><br> at "
      "<span lang='fr'>Pont</span> and <ruby>川<rp>(</rp><rt>かわ</rt><rp>)</rp></ruby> H<sub>2"
      "</sub>O",
      "The old bridge at Pont and 川 H2O");
  EXPECT_EQ(dump(Blocks{paragraph(document.front.headline)}),
            "paragraph\n  text \"The \"\n  emphasis\n    text \"old\"\n"
            "  text \" bridge at \"\n  text \"Pont\" language=\"fr\"\n  text \" and \"\n"
            "  ruby reading=\"かわ\"\n    text \"川\"\n  text \" H\"\n"
            "  subscript\n    text \"2\"\n  text \"O\"\n");
  EXPECT_EQ(document.metadata.text(Variable::title), "The old bridge at Pont and 川 H2O");
}

TEST(HtmlHeadline, IsPlainWhereItHoldsMoreThanWords) {
  const Document document =
      headed("The <i>old</i> bridge <img src='https://a.example/b.png' alt=''>", "The old bridge");
  ASSERT_EQ(document.front.headline.size(), 1u);
  EXPECT_EQ(document.front.headline[0].node, InlineNode(Text{"The old bridge"}));
}

// The same of folders shape_*: kinds of pages as a whole, with their record, the text and what
// stands around it.
class HtmlShapeGolden : public testing::TestWithParam<const char*> {};

TEST_P(HtmlShapeGolden, GivesTheExpectedDocument) {
  const std::string folder = std::string("converters/importers/html/shape_") + GetParam();
  const Document document = import(read_project_file("tests/golden/" + folder + "/source.html"));
  EXPECT_GOLDEN(folder + "/document.txt", dump(document));
}

INSTANTIATE_TEST_SUITE_P(Pages, HtmlShapeGolden,
                         testing::Values("documentation", "forum", "layout_tables", "line_breaks",
                                         "live_blog", "other_article_body", "paywall",
                                         "right_to_left", "split_containers", "vertical_japanese"),
                         [](const auto& test) { return std::string(test.param); });

struct Sample {
  const char* name;
  const char* headline;
  const char* kicker;
  const char* deck;
  std::vector<std::string> bylines;
  int paragraphs;
  std::vector<std::string> absent;  // words of the page that are no part of the article
};

// The words of the tests' failures, and the parameter's name.
std::ostream& operator<<(std::ostream& out, const Sample& sample) { return out << sample.name; }

class HtmlSample : public testing::TestWithParam<Sample> {};

TEST_P(HtmlSample, HasItsTitleBlockAndNothingOfThePageAround) {
  const Sample& sample = GetParam();
  const Document document = import(read_project_file(std::string("samples/") + sample.name));
  EXPECT_EQ(text_of(document.front.headline), sample.headline);
  EXPECT_EQ(text_of(document.front.kicker), sample.kicker);
  EXPECT_EQ(text_of(document.front.deck), sample.deck);
  std::vector<std::string> bylines;
  for (const Inlines& byline : document.front.bylines) bylines.push_back(text_of(byline));
  EXPECT_EQ(bylines, sample.bylines);
  int paragraphs = 0;
  for (const Block& block : document.body) {
    paragraphs += std::holds_alternative<Paragraph>(block.node) ? 1 : 0;
  }
  EXPECT_EQ(paragraphs, sample.paragraphs);
  const std::string body = text_of(document.body);
  for (const std::string& words : sample.absent) {
    EXPECT_EQ(body.find(words), std::string::npos) << words;
  }
  for (const std::string& byline : sample.bylines) {
    EXPECT_EQ(body.find(byline), std::string::npos) << byline;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Pages, HtmlSample,
    testing::Values(
        Sample{"kite-makers.html",
               "The last kite makers of Lantern Hill",
               "Crafts",
               "Three workshops still make kites of paper and split bamboo. They have more orders "
               "than hands.",
               {"By Imogen Tarrant and Rafael de la Cueva"},
               7,
               {"Subscribe", "Privacy", "More from Drift", "©", "11 April 2026"}},
        Sample{"salt-caravan.html",
               "قافلة الملح تعود إلى الطريق القديم",
               "",
               "ستة وعشرون جملاً وثمانية أيام بين البحيرة والسوق",
               {"بقلم ليلى المنصوري"},
               3,
               {"الرئيسية", "من نحن", "الحقوق"}},
        Sample{"tide-tables.html",
               "On reading old tide tables",
               "",
               "",
               {"Bridget Halloran and Daniel Okonkwo"},
               6,
               {"©"}},
        Sample{"garden-notes.html",
               "Garden notes: the week of the slugs",
               "",
               "",
               {"Posted by Gwen Pask on 3 June 2026"},
               7,
               {"Home", "Archive", "Links", "Advertisement", "pellets", "©"}}),
    [](const auto& test) {
      std::string name = test.param.name;
      for (char& c : name) c = c == '-' || c == '.' ? '_' : c;
      return name;
    });

// Running text enough for an article.
const std::string paragraphs =
    "<p>The path begins behind the mill, where the water was led off for the wheel, and it climbs "
    "for an hour through beeches that nobody has cut since the war.</p>"
    "<p>At the top there is a bench, and from the bench one sees both valleys, the old road, and, "
    "on clear days in autumn, the chimneys of the works at Orrin.</p>";

TEST(FrontMatter, LeavesSentencesAboutTheAuthorInTheText) {
  for (const std::string sentence :
       {"Anna Smith died in 1900.", "Anna Smith lied", "Anna Smith was 12 on 3 May 1990."}) {
    const Document document =
        import("<article><h1>A walk</h1><p class=byline>By Anna Smith</p><p>" + sentence + "</p>" +
               paragraphs + "</article>");
    EXPECT_EQ(document.front.bylines.size(), 1U) << sentence;
    EXPECT_NE(text_of(document.body).find(sentence), std::string::npos) << sentence;
  }
}

TEST(FrontMatter, TakesNoHeadlineForTheBeginningOfAByline) {
  const Document document = import("<article><h1>Interview</h1><p class=byline>By Anna Smith</p>" +
                                   paragraphs + "</article>");
  ASSERT_EQ(document.front.bylines.size(), 1U);
  EXPECT_EQ(text_of(document.front.bylines.front()), "By Anna Smith");
}

TEST(FrontMatter, KeepsTheDaysOfADiary) {
  const Document diary = import("<article><h1>Notes from the hut</h1><p>3 March 2026</p>" +
                                paragraphs + "<p>4 March 2026</p>" + paragraphs + "</article>");
  EXPECT_NE(text_of(diary.body).find("3 March 2026"), std::string::npos);
  EXPECT_NE(text_of(diary.body).find("4 March 2026"), std::string::npos);
}

TEST(FrontMatter, TakesAHeadingOfADateWithTheHeadline) {
  const std::string start = "<article><h1>Notes from the hut</h1><h3>Tuesday, 3 March 2026</h3>";
  const Document one = import(start + paragraphs + "</article>");
  EXPECT_EQ(text_of(one.body).find("3 March"), std::string::npos);
  const Document diary =
      import(start + paragraphs + "<h3>Wednesday, 4 March 2026</h3>" + paragraphs + "</article>");
  EXPECT_NE(text_of(diary.body).find("3 March 2026"), std::string::npos);
}

TEST(FrontMatter, TakesALineOfADayAndLinksToSections) {
  const auto text = [](const std::string& line) {
    return text_of(import("<main><article><h1>A walk to the hut</h1>" + line + paragraphs +
                          "</article></main>")
                       .body);
  };
  EXPECT_EQ(text("<p>3 March 2026 · <a href='/c/1'>1</a> · <a href='/t/hills'>hills</a></p>")
                .find("hills"),
            std::string::npos);
  EXPECT_NE(
      text("<p>On 3 March 2026 we saw the <a href='/t/hills'>hills</a> again.</p>").find("hills"),
      std::string::npos);
}

TEST(FrontMatter, ElementsSideBySideAreWordsOfTheirOwn) {
  const Document document = import(
      "<article><h1>A walk</h1><div class=byline><span>By Anna Smith</span>"
      "<time datetime=2026-03-03>3 March 2026</time></div>" +
      paragraphs + "</article>");
  ASSERT_EQ(document.front.bylines.size(), 1U);
  EXPECT_EQ(text_of(document.front.bylines.front()), "By Anna Smith");
}

TEST(FrontMatter, WhatASentenceSaysOfTheAuthorIsNoByline) {
  const Document document =
      import("<article><h1>A walk</h1><p class=byline>By Anna Smith</p>" + paragraphs +
             "<div class=author-box><p>Anna Smith writes about towns and what becomes of them.</p>"
             "</div></article>");
  ASSERT_EQ(document.front.bylines.size(), 1U);
  EXPECT_EQ(text_of(document.front.bylines.front()), "By Anna Smith");
}

TEST(Leftovers, ALineOfLinksBelowTheTextOfABarePageIsAMenu) {
  const auto text = [](const std::string& end) {
    return text_of(import("<h2>A walk to the hut</h2>" + paragraphs + end).body);
  };
  const std::string links = "<p><a href=\"index.html\">Back</a> | <a href=\"n.html\">Next</a></p>";
  EXPECT_EQ(text(links).find("Next"), std::string::npos);
  EXPECT_NE(text("<p>See also:</p>" + links).find("Next"), std::string::npos);
}

TEST(FrontLines, BylinesLoseTheirDatesAndSeparators) {
  EXPECT_EQ(clean_line("| Ann Lee , Bob Ray ·"), "Ann Lee, Bob Ray");
  EXPECT_EQ(without_last_date("By Ann Lee Dec 21, 2023, 11:00am EST"), "By Ann Lee ");
  EXPECT_EQ(without_last_date("Posted by Ann Lee on 3 May 2026"),
            "Posted by Ann Lee on 3 May 2026");
  EXPECT_EQ(without_last_date("By Ann Lee"), "By Ann Lee");
  EXPECT_EQ(without_dated_parts("By Ann Lee | Published Nov 16, 2023 11:00 AM EST"), "By Ann Lee");
  EXPECT_EQ(without_dated_parts("By Ann Lee | The Lantern"), "By Ann Lee | The Lantern");
}

TEST(FrontLines, ABylineNamesAnAuthorAndSaysLittleElse) {
  const std::vector<std::string> authors = {"ann lee"};
  EXPECT_TRUE(is_byline("By Ann Lee", false, authors));
  EXPECT_TRUE(is_byline("Ann Lee", false, authors));
  EXPECT_TRUE(is_byline("Ann Lee, Editor | 3 May 2026", false, authors));
  EXPECT_FALSE(is_byline("Ann Lee said that she had seen nothing.", false, authors));
  EXPECT_FALSE(is_byline("By Bob Ray", false, authors));
  EXPECT_TRUE(is_byline("Ann Lee Jr.", false, authors));
  for (const char* sentence :
       {"Ann Lee died in 1900.", "Ann Lee won.", "Ann Lee lied", "Ann Lee was 12 on 3 May 1990.",
        "Ann Lee died on 3 March.", "Ann Lee!"}) {
    EXPECT_FALSE(is_byline(sentence, false, authors)) << sentence;
  }
  EXPECT_TRUE(is_date_line("Published on 3 May 2026"));
  EXPECT_FALSE(is_date_line("The bridge opened on 3 May 2026"));
}

TEST(Leftovers, ListsOfThePagesMachineryStandAroundTheText) {
  const std::string path =
      "<ul><li><a href=\"/\">Front page</a></li><li><a href=\"/walks\">Walks</a></li>"
      "<li>A walk to the hut</li></ul>";
  const std::string machinery = "<ul><li>3 March 2026</li><li>4 min read</li><li>Share</li></ul>";
  const std::string links =
      "<ul><li><a href=\"/orrin\">The works at Orrin</a></li><li><a href=\"/bench\">The bench at "
      "the top</a></li></ul>";
  const auto text = [](const std::string& before, const std::string& within,
                       const std::string& behind) {
    return text_of(import("<main><article>" + before + paragraphs + within + paragraphs + behind +
                          "</article></main>")
                       .body);
  };
  EXPECT_EQ(text(path, "", machinery).find("Front page"), std::string::npos);
  EXPECT_EQ(text(path, "", machinery).find("min read"), std::string::npos);
  EXPECT_EQ(text(machinery, "", "").find("min read"), std::string::npos);
  EXPECT_NE(text("", machinery, "").find("min read"), std::string::npos);
  // "4 min" alone needs a date or a call to share beside it.
  const std::string minutes = "<ul><li>3 March 2026</li><li>4 min</li><li>Share</li></ul>";
  EXPECT_EQ(text("", "", minutes).find("4 min"), std::string::npos);
  EXPECT_NE(text("", minutes, "").find("4 min"), std::string::npos);
  EXPECT_NE(text("", "<ul><li>4 min</li><li>Two eggs</li></ul>", "").find("4 min"),
            std::string::npos);
  // Times of an article's own are none of it.
  const std::string times = "<ul><li>12 min</li><li>25 min</li><li>40 min</li></ul>";
  EXPECT_NE(text("", "", times).find("25 min"), std::string::npos);
  EXPECT_EQ(text("", "", "<ul><li>4 min</li><li>Share</li></ul>").find("4 min"), std::string::npos);
  EXPECT_NE(text("", path, "").find("Front page"), std::string::npos);
  EXPECT_NE(text("", links, "").find("The bench at the top"), std::string::npos);
}

TEST(Leftovers, TeasersInsideTheTextAreLeftOut) {
  const std::string cards =
      "<div><h2>Related stories</h2><div><article><h3><a href=\"/orrin\">A quarry "
      "opens again</a></h3>"
      "</article><article><h3><a href=\"/bench\">The lighthouse is "
      "painted</a></h3></article></div></div>";
  const std::string text = text_of(
      import("<main><article>" + paragraphs + cards + paragraphs + "</article></main>").body);
  ASSERT_NE(text.find("The path begins"), std::string::npos);
  EXPECT_EQ(text.find("quarry"), std::string::npos);
  EXPECT_EQ(text.find("lighthouse"), std::string::npos);
  EXPECT_EQ(text.find("Related"), std::string::npos);
}

TEST(Leftovers, APictureThatStandsAgainAndAgainWithALinkIsNoPartOfTheText) {
  const auto pictures = [](int count, const std::string& target) {
    std::string html = "<main><article>" + paragraphs;
    for (int i = 0; i < count; ++i) {
      html += "<p><a href=\"" + target + "\"><img src=\"https://i.example/m.png\"></a></p>" +
              paragraphs;
    }
    int images = 0;
    const Document document = import(html + "</article></main>");
    for_each_inline(document.body, [&](const Inline& item) {
      images += std::holds_alternative<Image>(item.node) ? 1 : 0;
    });
    return images;
  };
  EXPECT_EQ(pictures(3, "https://lantern.example/join"), 0);
  EXPECT_EQ(pictures(2, "https://lantern.example/join"), 2);
}

TEST(Leftovers, ALinkToShareIsNoParagraph) {
  const auto text = [](const std::string& line) {
    return text_of(
        import("<main><article>" + paragraphs + line + paragraphs + "</article></main>").body);
  };
  EXPECT_EQ(text("<p><a href=\"/share\"><span>Share</span></a></p>").find("Share"),
            std::string::npos);
  EXPECT_NE(text("<h2>Share</h2>").find("Share"), std::string::npos);
}

TEST(Leftovers, LinesOfThePagesMachineryAreKnownByTheirWords) {
  for (const char* line :
       {"5 min read", "Reading time: 12 minutes", "Lesezeit: ca. 4 Minuten", "ADVERTISEMENT",
        "Share this article", "Share on WhatsApp", "Back to top", "Tempo di lettura: 3 minuti",
        "3 menit baca", "Czas czytania: 7 minut", "Läsning 2 minuter", "約5分で読めます",
        "この記事は約5分で読めます", "阅读时间：3分钟", "Время чтения: 4 минуты"}) {
    EXPECT_TRUE(is_leftover_line(line)) << line;
  }
  for (const char* line :
       {"The train takes 5 minutes.", "Reading time again", "Share", "Share of the market",
        "Share your story", "They met at the top", "2 minutes to midnight", "Ready in 5 minutes",
        "A 5 minute walk", "Minutes of 3 readings", "5分の道", ""}) {
    EXPECT_FALSE(is_leftover_line(line)) << line;
  }
}

}  // namespace
}  // namespace pressmark::html
