// The article and its record in whole pages.
#include <gtest/gtest.h>

#include <utility>

#include <string>

#include "converters/importers/html/table_of_contents.h"
#include "core/model/walk.h"
#include "tests/converters/importers/html/sample_page.h"

namespace pressmark::html {
namespace {

TEST(HtmlArticle, TheArticleIsKeptAndItsSurroundingsAreNot) {
  const Document document = import(page("", "<p class=\"byline\">By Ann Lee</p>"));
  const std::string body = text_of(document.body);
  EXPECT_NE(body.find("The council met"), std::string::npos);
  EXPECT_NE(body.find("not all of it in this year's budget"), std::string::npos);
  for (const char* other : {"Sport", "Share on", "Ferry timetable", "my own brother", "Copyright",
                            "Old bridge to close", "By Ann Lee"}) {
    EXPECT_EQ(body.find(other), std::string::npos) << other;
  }
  EXPECT_EQ(document.metadata.text(Variable::title), "Old bridge to close");
  EXPECT_EQ(authors(document), "Ann Lee");
}

TEST(HtmlArticle, TheRecordComesFromJsonLdWithReferences) {
  const Document document = import(page(
      R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
        {"@type":"Person","@id":"#ann","name":"Ann van Lee"},
        {"@type":"NewsArticle","headline":"Old bridge to close","author":{"@id":"#ann"},
         "datePublished":"2026-10-12T23:30:00+03:00","dateModified":"2026-10-13T08:00:00+03:00",
         "publisher":{"@type":"Organization","name":"Lantern Press"},"articleSection":"City",
         "keywords":["bridge","traffic"],},]}</script>)",
      ""));
  EXPECT_EQ(authors(document), "Ann van Lee");
  EXPECT_EQ(to_string(document.metadata.date(DateVariable::issued)), "2026-10-12T23:30:00+03:00");
  EXPECT_EQ(day_string(document.metadata.date(DateVariable::modified)), "2026-10-13");
  EXPECT_EQ(document.metadata.text(Variable::publisher), "Lantern Press");
  EXPECT_EQ(document.metadata.text(Variable::section), "City");
  EXPECT_EQ(document.metadata.keywords.size(), 2U);
  EXPECT_EQ(document.metadata.type, ItemType::article_newspaper);
}

TEST(HtmlArticle, ScholarlyMetaElementsComeFirst) {
  const Document document = import(page(
      "<meta name=\"citation_title\" content=\"Old bridge to close\">"
      "<meta name=\"citation_author\" content=\"Lee, Ann\">"
      "<meta name=\"citation_author\" content=\"Ray, Bob\">"
      "<meta name=\"citation_journal_title\" content=\"Journal of Bridges\">"
      "<meta name=\"citation_volume\" content=\"7\"><meta name=\"citation_issue\" content=\"2\">"
      "<meta name=\"citation_firstpage\" content=\"11\"><meta name=\"citation_lastpage\" "
      "content=\"19\"><meta name=\"citation_doi\" content=\"doi:10.1000/182\">"
      "<meta name=\"citation_publication_date\" content=\"2026/10/12\">",
      ""));
  EXPECT_EQ(authors(document), "Ann Lee; Bob Ray");
  EXPECT_EQ(document.metadata.type, ItemType::article_journal);
  EXPECT_EQ(document.metadata.text(Variable::container_title), "Journal of Bridges");
  EXPECT_EQ(document.metadata.text(Variable::page), "11-19");
  EXPECT_EQ(document.metadata.text(Variable::doi), "10.1000/182");
  EXPECT_EQ(day_string(document.metadata.date(DateVariable::issued)), "2026-10-12");
}

TEST(HtmlArticle, TheOpenUrlOfThePageIsRead) {
  const std::string span =
      "<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev"
      "%3Amtx%3Ajournal&amp;rft.atitle=Old+bridge+to+close&amp;rft.jtitle=Journal+of+Bridges&amp;"
      "rft.au=Lee%2C+Ann&amp;rft.au=Bob+Ray&amp;rft.volume=7&amp;rft.spage=11&amp;"
      "rft.date=2026-10-12&amp;rft_id=info%3Adoi%2F10.1000%2F182\"></span>";
  const Document document = import(page("", span));
  EXPECT_EQ(authors(document), "Ann Lee; Bob Ray");
  EXPECT_EQ(document.metadata.text(Variable::container_title), "Journal of Bridges");
  EXPECT_EQ(document.metadata.text(Variable::volume), "7");
  EXPECT_EQ(document.metadata.text(Variable::doi), "10.1000/182");
  EXPECT_EQ(day_string(document.metadata.date(DateVariable::issued)), "2026-10-12");
  // Several are the references of the article and not its own record.
  EXPECT_EQ(authors(import(page("", span + span))), "");
}

TEST(HtmlArticle, RdfaIsReadLikeMicrodata) {
  const Document document =
      import(page("",
                  "<div vocab=\"https://schema.org/\" typeof=\"NewsArticle\"><span "
                  "property=\"schema:author\" typeof=\"Person\"><b property=\"name\">Ann Lee</b>"
                  "</span><time property=\"datePublished\" datetime=\"2026-10-12\">Monday</time>"
                  "</div>"));
  EXPECT_EQ(authors(document), "Ann Lee");
  EXPECT_EQ(document.metadata.contributors.front().evidence.source, "rdfa:NewsArticle.author");
  EXPECT_EQ(day_string(document.metadata.date(DateVariable::issued)), "2026-10-12");
}

TEST(HtmlArticle, NoAuthorIsInvented) {
  const Document document =
      import(page("<meta name=\"author\" content=\"The Lantern\">"
                  "<meta property=\"og:site_name\" content=\"The Lantern\">",
                  "<p class=\"byline\">By admin</p>"));
  EXPECT_EQ(authors(document), "");
  EXPECT_FALSE(document.metadata.rejected.empty());
  EXPECT_EQ(document.metadata.text(Variable::container_title), "The Lantern");
}

TEST(HtmlArticle, TheAddressSettlesTheDay) {
  const Document document = import(
      page("<meta property=\"article:published_time\" content=\"2026-10-13T01:00:00Z\">", ""),
      "https://lantern.example/2026/10/12/bridge");
  EXPECT_EQ(day_string(document.metadata.date(DateVariable::issued)), "2026-10-12");
}

// The addresses of the images in the text.
std::vector<std::string> images_of(const Document& document) {
  std::vector<std::string> addresses;
  for_each_inline(document.body, [&](const Inline& item) {
    if (const auto* image = std::get_if<Image>(&item.node)) addresses.push_back(image->source);
  });
  return addresses;
}

TEST(HtmlArticle, ThePictureBetweenHeadlineAndTextBelongsToTheArticle) {
  const std::string named =
      "<meta property=\"og:image\" content=\"https://i.example/old-bridge-800x600.jpg\">";
  const std::string portrait =
      "<div class=\"byline\"><img src=\"https://i.example/ann.jpg\" width=\"40\"></div>";
  const std::string picture = "<div><img src=\"https://i.example/old-bridge.jpg\"></div>";
  EXPECT_EQ(images_of(import(page(named, portrait + picture))),
            std::vector<std::string>{"https://i.example/old-bridge.jpg"});
  std::string above = page(named, "");
  above.insert(above.find("<h1>"), picture);
  EXPECT_EQ(images_of(import(above)), std::vector<std::string>{"https://i.example/old-bridge.jpg"});
  // Nothing says that this one is the article's.
  EXPECT_TRUE(images_of(import(page("", picture))).empty());
  const Document captioned =
      import(page("",
                  "<figure><img src=\"https://i.example/b.jpg\"><figcaption>The bridge</figcaption>"
                  "</figure>"));
  EXPECT_EQ(images_of(captioned), std::vector<std::string>{"https://i.example/b.jpg"});
  EXPECT_TRUE(text_of(captioned.body).starts_with("The bridge"));
}

TEST(HtmlArticle, AClassMakesAPictureTheLeadByItsWholeWords) {
  const auto images_with_class = [](const std::string& name) {
    return images_of(import(
        page("", "<div class=\"" + name + "\"><img src=\"https://i.example/b.jpg\"></div>")));
  };
  for (const char* name : {"hero", "article-lead-image", "leadImage", "post_featured"}) {
    EXPECT_EQ(images_with_class(name).size(), 1U) << name;
  }
  for (const char* name : {"recovery", "discover", "object-cover", "leading-6", "misleading"}) {
    EXPECT_TRUE(images_with_class(name).empty()) << name;
  }
}

TEST(HtmlArticle, TablesOfContentsAndFilingLinesAreNoText) {
  const std::string contents =
      "<ul><li><a href=\"#piers\">The five piers</a></li><li><a href=\"#ferry\">A ferry again</a>"
      "</li><li><a href=\"#money\">Where the money is</a></li></ul>";
  std::string whole = page("", contents);
  whole.insert(whole.find("<h1>"), "<p><a href=\"/city\">City hall</a></p>");
  const std::string body = text_of(import(whole).body);
  EXPECT_EQ(body.find("A ferry again"), std::string::npos);
  EXPECT_EQ(body.find("City hall"), std::string::npos);
  EXPECT_NE(body.find("The council met"), std::string::npos);
}

// The body of a page at https://lantern.example/bridge with a list of three links behind `before`.
std::string body_with_list(const std::string& before, const std::string& place,
                           const std::string& behind) {
  std::string list = before + "<ul>";
  for (const char* name : {"piers", "ferry", "money"}) {
    list += "<li><a href=\"" + place + "#" + name + "\">How the " + name + " fare</a></li>";
  }
  const std::string html = page("<link rel=\"canonical\" href=\"https://lantern.example/bridge\">",
                                "<p>Nobody had asked for the bridge to be closed before the "
                                "winter, and nobody had thought that it would be.</p>" +
                                    list + "</ul>" + behind);
  return text_of(import(html, "https://lantern.example/bridge").body);
}

TEST(HtmlArticle, ATableOfContentsGoesWithTheHeadingThatAnnouncesIt) {
  const std::string section =
      "<h2>How the piers fare</h2><p>Two of the five are cracked from the waterline to the arch, "
      "and "
      "the other three are sound.</p>";
  using Announcement = std::pair<std::string, std::string>;
  for (const auto& [markup, words] : {Announcement{"<h2>In this article</h2>", "In this article"},
                                      Announcement{"<p><b>Contents</b></p>", "Contents"},
                                      Announcement{"<h2>What you will read</h2>", "What you"},
                                      Announcement{"<p>It has three parts:</p>", "three parts"}}) {
    const std::string body = body_with_list(markup, "", section);
    EXPECT_EQ(body.find("How the ferry fare"), std::string::npos) << markup;
    EXPECT_EQ(body.find(words), std::string::npos) << markup;
    EXPECT_NE(body.find("How the piers fare"), std::string::npos) << markup;  // the section
    EXPECT_NE(body.find("Nobody had asked"), std::string::npos) << markup;
  }
}

TEST(HtmlArticle, LinksToThePagesOwnAddressLeadIntoIt) {
  for (const char* place : {"https://lantern.example/bridge", "http://www.lantern.example/bridge/",
                            "/bridge", "https://lantern.example/bridge?"}) {
    EXPECT_EQ(body_with_list("", place, "").find("How the ferry fare"), std::string::npos) << place;
  }
  ParseReport report;
  const Dom dom = parse("<p>x</p>", 200, 100, report).value();
  const OwnAddresses own(PageSignals(dom), "https://lantern.example/bridge");
  EXPECT_TRUE(own.leads_into_page("/bridge#piers"));
  for (const char* elsewhere : {"/ferry#piers", "/bridge", "https://other.example/bridge#piers",
                                "/bridge?page=2#piers", ""}) {
    EXPECT_FALSE(own.leads_into_page(elsewhere)) << elsewhere;
  }
}

TEST(HtmlArticle, LinesAboveTheHeadlineThatFileTheArticleAreNoText) {
  const auto body_below = [](const std::string& line) {
    std::string html = page("", "");
    html.insert(html.find("<h1>"), line);
    return text_of(import(html).body);
  };
  for (const char* line : {"<p><a href=\"/c\">City hall</a> <a href=\"/b\">Bridges</a></p>",
                           "<p>3 May 2026 · <a href=\"/c\">City hall</a></p>"}) {
    EXPECT_EQ(body_below(line).find("City hall"), std::string::npos) << line;
  }
}

TEST(HtmlArticle, ALinkToItselfIsNoPartOfTheTitle) {
  std::string html = page("", "");
  html.insert(html.find("</h1>"), "<a class=\"headerlink\" href=\"#old\">\u00B6</a>");
  EXPECT_EQ(import(html).metadata.text(Variable::title), "Old bridge to close");
}

TEST(HtmlArticle, NoticesAreNotTakenForAShortText) {
  const std::string cookies =
      "<div class=\"cookie-banner\" role=\"dialog\"><h2>We value your privacy</h2><p>We and our "
      "812 "
      "partners store and access information on your device, such as unique identifiers in "
      "cookies, "
      "to process personal data. You may manage your choices at any time by clicking below.</p>"
      "<button>Accept all</button></div>";
  const std::string offer =
      "<div class=\"paywall\"><h2>Keep reading for one euro</h2><p>You have read your three free "
      "articles this month. Subscribe now to read this story and everything else that we publish."
      "</p><a href=\"/subscribe\">Subscribe</a></div>";
  const std::string text =
      "<p>The quay has had four owners since the war, and none of them has paid for a single stone "
      "of it.</p><p>That is the finding of a report that the council has kept in a drawer for "
      "eleven "
      "months, and which this newspaper has seen.</p>";
  const std::string body =
      text_of(import("<html><body><header><nav><a href=\"/\">News</a></nav></header>" + cookies +
                     "<main><article><h1>Who owns the quay?</h1>" + text + offer +
                     "</article></main></body></html>")
                  .body);
  EXPECT_NE(body.find("four owners"), std::string::npos);
  EXPECT_EQ(body.find("cookies"), std::string::npos);
  EXPECT_EQ(body.find("three free"), std::string::npos);
  EXPECT_EQ(body.find("one euro"), std::string::npos);
}

TEST(HtmlArticle, AHeadlineWithTheHostsNameIsNotTheSite) {
  std::string html = page("", "");
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (auto at = html.find(from); at != std::string::npos; at = html.find(from, at + to.size())) {
      html.replace(at, from.size(), to);
    }
  };
  replace("<title>Old bridge to close | The Lantern", "<title>The Lantern burns - Lantern Weekly");
  replace("<h1>Old bridge to close", "<h1>The Lantern burns");
  const Document document = import(html, "https://lantern.example/burns");
  ASSERT_NE(document.metadata.find(Variable::title), nullptr);
  EXPECT_EQ(document.metadata.find(Variable::title)->value, "The Lantern burns");
  ASSERT_NE(document.metadata.find(Variable::container_title), nullptr);
  EXPECT_EQ(document.metadata.find(Variable::container_title)->value, "Lantern Weekly");
}

TEST(HtmlArticle, ADayThatASentenceTellsOfIsNotThatOfTheArticle) {
  const Document document = import(
      page("",
           "<p>Two of the piers will be replaced by 1 September 2027 if the winter is mild, as "
           "the engineers of the city hope.</p><p class=\"info\">12 October 2026</p>"));
  EXPECT_EQ(day_string(document.metadata.date(DateVariable::issued)), "2026-10-12");
}

TEST(HtmlArticle, APageWithoutTextHasNoArticle) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  Source source;
  source.bytes = "<html><body><img src=a.png></body></html>";
  source.name = "page.html";
  const Result<Document> document = import_html(source, {}, context);
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().kind(), ErrorKind::no_article);
}

}  // namespace
}  // namespace pressmark::html
