#include "converters/importers/html/html.h"

#include <gtest/gtest.h>

#include <ctime>

#include "converters/importers/html/codes.h"
#include "core/model/dump.h"
#include "core/model/validate.h"
#include "core/model/walk.h"
#include "tests/support/fake_environment.h"
#include "tests/support/golden.h"

namespace pressmark::html {
namespace {

class HtmlImport : public testing::Test {
 protected:
  Result<Document> import(const std::string& page, const Options& options = {}) {
    Source source;
    source.bytes = page;
    source.name = "page.html";
    source.url = "http://example.org/a/page.html";
    return import_html(source, options, context_);
  }
  // The article of a page with this body; checks the invariants.
  Document article(const std::string& content, const Options& options = {}) {
    Result<Document> document =
        import("<!DOCTYPE html><meta charset=utf-8><title>T</title><article>" + content, options);
    EXPECT_TRUE(document.has_value()) << document.error().message();
    if (!document) return {};
    const auto problems = validate(*document);
    EXPECT_TRUE(problems.empty()) << problems.front();
    return *document;
  }
  std::string body(const std::string& content) { return dump(article(content).body); }

  FakeEnvironment environment_;
  Diagnostics diagnostics_;
  Context context_{environment_, diagnostics_, Limits{}};
};

TEST_F(HtmlImport, ALanguageThatIsNotKnownIsNone) {
  const auto language = [&](const std::string& tag) {
    const Result<Document> document = import("<!DOCTYPE html><html lang='" + tag +
                                             "'><title>T</title><article><p>Some words of it.");
    return document ? document->language : document.error().message();
  };
  EXPECT_EQ(language("und"), "");
  EXPECT_EQ(language("de-at"), "de-AT");
}

// Each folder below tests/golden/converters/importers/html is a page with the blocks and the
// diagnostics that it must give.
class HtmlGolden : public HtmlImport, public testing::WithParamInterface<const char*> {};

TEST_P(HtmlGolden, GivesTheExpectedBlocks) {
  const std::string folder = std::string("converters/importers/html/") + GetParam();
  const Result<Document> document =
      import(read_project_file("tests/golden/" + folder + "/source.html"));
  ASSERT_TRUE(document.has_value()) << document.error().message();
  EXPECT_EQ(validate(*document), std::vector<std::string>());
  EXPECT_GOLDEN(folder + "/document.txt", dump(document->body));
  std::string reports;
  for (const Diagnostic& diagnostic : diagnostics_.all()) {
    reports += std::to_string(diagnostic.where.line) + ":" +
               std::to_string(diagnostic.where.column) + " " + std::string(diagnostic.id()) + " " +
               diagnostic.message() + "\n";
  }
  EXPECT_GOLDEN(folder + "/diagnostics.txt", reports);
}

INSTANTIATE_TEST_SUITE_P(Pages, HtmlGolden,
                         testing::Values("notes", "code", "tables", "figures", "inlines", "boxes",
                                         "lists", "formulas", "pulled_quotes", "margin_notes"),
                         [](const auto& test) { return std::string(test.param); });

// The reports with this code.
int count_of(const Diagnostics& diagnostics, const DiagnosticCode& code) {
  int count = 0;
  for (const Diagnostic& report : diagnostics.all()) count += report.id() == code.id ? 1 : 0;
  return count;
}

TEST_F(HtmlImport, EveryPlayerBecomesALinkOrIsReported) {
  const std::string blocks = body(
      "<p>One.</p><video src=\"clip.mp4\" poster=\"http://x.example/p.jpg\"></video>"
      "<audio><source src=\"//cdn.example/talk.mp3\"></audio><embed src=\"/a.mov\">"
      "<object data=\"http://x.example/chart.swf\"></object><p>Two.</p>"
      "<video></video><iframe></iframe><video src=\"blob:1\"><p>No player.</p></video>");
  EXPECT_EQ(blocks,
            "paragraph\n  text \"One.\"\n"
            "figure\n  paragraph\n    image source=\"http://x.example/p.jpg\"\n"
            "  paragraph\n    link \"http://example.org/a/clip.mp4\"\n"
            "      text \"Video (example.org)\"\n"
            "figure\n  paragraph\n    link \"http://cdn.example/talk.mp3\"\n"
            "      text \"Audio (cdn.example)\"\n"
            "figure\n  paragraph\n    link \"http://example.org/a.mov\"\n"
            "      text \"Video (example.org)\"\n"
            "figure\n  paragraph\n    link \"http://x.example/chart.swf\"\n"
            "      text \"Embedded content (x.example)\"\n"
            "paragraph\n  text \"Two.\"\n"
            "paragraph\n  text \"No player.\"\n");
  EXPECT_EQ(count_of(diagnostics_, codes::embed), 4);
  EXPECT_EQ(count_of(diagnostics_, codes::dropped_media), 2);
  EXPECT_EQ(count_of(diagnostics_, codes::dropped_frame), 1);
}

TEST_F(HtmlImport, WithoutTheAddressOfThePageRelativeMediaAndLinksAreReported) {
  Source source;
  source.bytes =
      "<article><p>One <a href=\"b.html\">b</a> and <a href=\"//x.example/c\">c</a>.</p>"
      "<video src=\"clip.mp4\"></video>"
      "<p>Two <img src=\"1.png\" alt=\"Star\"><img src=\"2.png\" alt=\"Moon\"> "
      "three.</p></article>";
  source.name = "page.html";
  const Result<Document> document = import_html(source, {}, context_);
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(dump(document->body),
            "paragraph\n  text \"One b and \"\n  link \"https://x.example/c\"\n    text \"c\"\n"
            "  text \".\"\nparagraph\n  text \"Two Star Moon three.\"\n");
  EXPECT_EQ(count_of(diagnostics_, codes::relative_link), 1);
  EXPECT_EQ(count_of(diagnostics_, codes::dropped_media), 1);
  EXPECT_EQ(count_of(diagnostics_, codes::dropped_link), 0);
}

TEST_F(HtmlImport, TitlesOfWorksAreNamedAndAttributionsHaveNoDash) {
  EXPECT_EQ(body("<p>In <cite>The Almanac</cite>.</p><blockquote><p>So.</p><footer>"
                 "<cite>\u2014 Oda Wen</cite></footer></blockquote><figure><blockquote><p>No.</p>"
                 "</blockquote><figcaption>\u2014 <b>Oda</b> Wen</figcaption></figure>"),
            "paragraph\n  text \"In \"\n  name work\n    text \"The Almanac\"\n  text \".\"\n"
            "quotation\n  paragraph\n    text \"So.\"\n  attribution\n    italic\n"
            "      text \"Oda Wen\"\n"
            "quotation\n  paragraph\n    text \"No.\"\n  attribution\n    bold\n"
            "      text \"Oda\"\n    text \" Wen\"\n");
}

TEST_F(HtmlImport, CollapsesWhiteSpaceAndMovesItOutOfStyles) {
  EXPECT_EQ(body("<p> One\n two<b> three </b>four <i> </i> five</p>"),
            "paragraph\n"
            "  text \"One two \"\n"
            "  bold\n"
            "    text \"three\"\n"
            "  text \" four five\"\n");
}

TEST_F(HtmlImport, ReadsImagesBesideThePageAndKeepsTheAddressOfOthers) {
  const std::string gif =
      "GIF89a\x02\x00\x02\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,"
      "\x00\x00\x00\x00\x02\x00\x02\x00\x00\x02\x02\x84\x51\x00;";
  environment_.files["b%20c.gif"] = std::string("GIF89a\x02\x00\x03\x00\x80\x00\x00", 13) + gif;
  environment_.files["page_files/saved.gif"] = environment_.files["b%20c.gif"];
  environment_.files["broken.png"] = "no image";
  const Document document = article(
      "<p>Images</p><p><img src='b%20c.gif?v=1' alt=' one  two '></p>"
      "<p><img src='http://other.example/x/saved.gif'></p>"
      "<p><img src='broken.png' alt=gone></p><p><img src='none.png'></p>");
  EXPECT_EQ(document.resources.all().size(), 1U);
  const Resource& image = document.resources.all().begin()->second;
  EXPECT_EQ(image.media_type, "image/gif");
  EXPECT_EQ(image.width, 2);
  EXPECT_EQ(image.height, 3);
  std::vector<Image> images;
  for_each_inline(document.body, [&](const Inline& item) {
    if (const auto* found = std::get_if<Image>(&item.node)) images.push_back(*found);
  });
  ASSERT_EQ(images.size(), 4U);
  EXPECT_EQ(images[0].resource, image.id);
  EXPECT_EQ(images[0].alt, "one two");
  EXPECT_EQ(images[1].resource, image.id);
  EXPECT_EQ(images[1].alt, std::nullopt);
  EXPECT_EQ(images[2].source, "http://example.org/a/broken.png");
  EXPECT_EQ(images[3].source, "http://example.org/a/none.png");
  EXPECT_EQ(diagnostics_.count("html.unreadable-image"), 1U);
  EXPECT_EQ(diagnostics_.count("html.remote-image"), 2U);
}

TEST_F(HtmlImport, FetchesImagesOnlyWhereTheEnvironmentDoes) {
  const std::string gif = std::string("GIF89a\x02\x00\x03\x00\x80\x00\x00", 13) +
                          "GIF89a\x02\x00\x02\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,"
                          "\x00\x00\x00\x00\x02\x00\x02\x00\x00\x02\x02\x84\x51\x00;";
  environment_.files["http://example.org/a/there.gif"] = gif;
  const std::string page =
      "<p>Images</p><p><img src='there.gif'></p><p><img src='there.gif'></p>"
      "<p><img src='none.gif'></p>";
  EXPECT_EQ(article(page).resources.all().size(), 0U);
  EXPECT_EQ(diagnostics_.count("html.unfetched-image"), 0U);
  environment_.has_network = true;
  const Document document = article(page);
  ASSERT_EQ(document.resources.all().size(), 1U);
  EXPECT_EQ(document.resources.all().begin()->second.origin, "http://example.org/a/there.gif");
  EXPECT_EQ(diagnostics_.count("html.unfetched-image"), 1U);
}

TEST_F(HtmlImport, TakesTheImageForBrowsersWithoutScriptsOnce) {
  // A preview, an image that waits for a script, and the same for browsers without one.
  const Document document = article(
      "<p>Text</p><figure><div><div><img src='http://x.example/max/60/photo.png'></div>"
      "<img class=wait><noscript><img src='http://x.example/max/1900/photo.png'></noscript></div>"
      "</figure><p>More</p><img src='http://x.example/img/lazy-loading-4x3.png' "
      "data-src='http://x.example/second.png'>");
  std::vector<std::string> sources;
  for_each_inline(document.body, [&](const Inline& item) {
    if (const auto* image = std::get_if<Image>(&item.node)) sources.push_back(image->source);
  });
  EXPECT_EQ(sources, (std::vector<std::string>{"http://x.example/max/1900/photo.png",
                                               "http://x.example/second.png"}));
}

TEST_F(HtmlImport, SmallEmbeddedImagesAreImagesAndPlaceholdersAreNone) {
  // A PNG of 8 by 8 pixels, and a GIF of one.
  const Document document = article(
      "<p>Text <img alt=dot src='data:image/png;base64,"
      "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9h"
      "AAAAAElFTkSuQmCC'> and <img src='data:image/gif;base64,"
      "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'></p>");
  ASSERT_EQ(document.resources.all().size(), 1U);
  EXPECT_EQ(document.resources.all().begin()->second.width, 8);
}

TEST_F(HtmlImport, JoinsListingsThatTheirGeneratorCut) {
  const Document document = article(
      "<p>Text</p><div><code class=block>let a = 1\n\n</code> <code class=block>-- sums\nshow a"
      "</code> <pre>1</pre></div><p>Keys: <code>A</code> <code>B</code></p>"
      "<div><code>one</code> <code>two</code></div>");
  ASSERT_EQ(document.body.size(), 4U);
  const auto* code = std::get_if<Preformatted>(&document.body[1].node);
  ASSERT_NE(code, nullptr);
  EXPECT_EQ(code->text, "let a = 1\n\n-- sums\nshow a\n1");
  EXPECT_EQ(text_of(Blocks{document.body[3]}), "one two");
}

TEST_F(HtmlImport, LeavesOutImagesWhereAskedTo) {
  const Document document =
      article("<p>Text</p><figure><img src=a.png><figcaption>Caption</figcaption></figure>",
              Options{ImageReading::none});
  EXPECT_EQ(text_of(document.body), "Text\nCaption");
}

TEST_F(HtmlImport, RepeatsNoHeadline) {
  const Document document = article("<h1>The headline</h1><p>Text</p><h2>The  HEADLINE</h2>");
  EXPECT_EQ(text_of(document.front.headline), "The headline");
  EXPECT_EQ(text_of(document.body), "Text");
}

TEST_F(HtmlImport, ReadsLegacyEncodings) {
  const Result<Document> document = import(
      "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><article>"
      "<p>\xcf\xf0\xe8\xe2\xe5\xf2 \x97 text</p>");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(text_of(document->body), "Привет — text");
  EXPECT_EQ(document->provenance.encoding, "windows-1251");
}

TEST_F(HtmlImport, SaysWhyThereIsNoArticle) {
  EXPECT_EQ(import("").error().kind(), ErrorKind::no_article);
  EXPECT_EQ(import("<title>x</title>").error().kind(), ErrorKind::no_article);
  EXPECT_EQ(import("%PDF-1.4\n1 0 obj").error().kind(), ErrorKind::unrecognised);
}

TEST_F(HtmlImport, FlattensWhatIsTooDeepAndLosesNoText) {
  std::string page;
  for (int i = 0; i < 3000; ++i) page += "<blockquote><i>";
  page += "inmost";
  const Document document = article("<p>first</p>" + page);
  EXPECT_NE(text_of(document.body).find("inmost"), std::string::npos);
  EXPECT_GE(diagnostics_.count("html.flattened"), 1U);
}

TEST_F(HtmlImport, KeepsNotesFromNesting) {
  const Document document = article(
      "<p>a<sup><a href='#fn1'>1</a></sup> b<sup><a href='#fn2'>2</a></sup></p>"
      "<ol><li id=fn1>one<sup><a href='#fn2'>2</a></sup></li><li id=fn2>two</li></ol>");
  int notes = 0;
  for_each_inline(document.body, [&](const Inline& item) {
    notes += std::holds_alternative<Note>(item.node) ? 1 : 0;
  });
  EXPECT_EQ(notes, 2);
}

TEST_F(HtmlImport, JoinsNotesInTheMarginToTheParagraphBefore) {
  const Document document = article("<p>Text</p><aside class=sidenote>A note</aside><p>More</p>");
  ASSERT_EQ(document.body.size(), 2U);
  const auto& first = std::get<Paragraph>(document.body[0].node);
  ASSERT_EQ(first.children.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<Note>(first.children[1].node));
}

TEST_F(HtmlImport, RefusesMoreElementsThanTheLimit) {
  std::string page = "<article>";
  for (int i = 0; i < 700'000; ++i) page += "<p>";
  const Result<Document> document = import(page);
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().kind(), ErrorKind::limit);
}

TEST_F(HtmlImport, TakesLinearTimeOnHostileMarkup) {
  // Each took quadratic time or memory in the parser or in a careless importer. The bound is far
  // above what they take and far below what they would.
  std::vector<std::string> pages;
  const auto repeat = [&](const std::string& unit, int times) {
    std::string page;
    for (int i = 0; i < times; ++i) page += unit;
    pages.push_back(page);
  };
  repeat("<div>", 50'000);
  repeat("<a><div>", 30'000);
  repeat("<ul><li>", 30'000);
  repeat("<table><tr><td>", 20'000);
  repeat("<br>", 50'000);
  repeat("<b><p></b>", 20'000);
  std::string fonts;
  for (int i = 0; i < 10'000; ++i) fonts += "<font size=" + std::to_string(i) + "><p>x";
  pages.push_back(fonts);
  std::string attributes = "<p ";
  for (int i = 0; i < 50'000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  pages.push_back(attributes + ">x");
  const std::clock_t start = std::clock();
  for (const std::string& page : pages) {
    const Result<Document> document = import("<article><p>text</p>" + page);
    if (document) {
      EXPECT_EQ(validate(*document), std::vector<std::string>());
    }
  }
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 20);
}

}  // namespace
}  // namespace pressmark::html
