// Who wrote the article: which places of a page are believed, in pages that we wrote.
#include <gtest/gtest.h>

#include <string>

#include "tests/converters/importers/html/sample_page.h"

namespace pressmark::html {
namespace {

std::string authors_of(const std::string& head, const std::string& top) {
  return authors(import(page(head, top), "https://lantern.example/bridge"));
}

std::string linked_author(const std::string& type, const std::string& author) {
  return R"(<script type="application/ld+json">{"@type":")" + type +
         R"(","headline":"Old bridge to close","author":)" + author +
         R"(,"publisher":{"@type":"Organization","name":"The Lantern"}}</script>)";
}

TEST(HtmlAuthors, AWholeNameIsTakenBeforeTheAccountItWasPostedBy) {
  EXPECT_EQ(authors_of(linked_author("Article", R"({"@type":"Person","name":"annl77"})"),
                       "<p>By <a href=\"/authors/ann-lee/\">Ann Lee</a></p>"),
            "Ann Lee");
  EXPECT_EQ(authors_of("<meta name=\"parsely-author\" content=\"ann-lee\">"
                       "<meta name=\"author\" content=\"Ann Lee\">",
                       ""),
            "Ann Lee");
}

TEST(HtmlAuthors, SourcesOfDifferentKindsConfirmEachOther) {
  EXPECT_EQ(authors_of(linked_author("Article", R"({"@type":"Person","name":"Carl Web"})") +
                           "<meta name=\"author\" content=\"Ann Lee\">",
                       "<div class=\"byline\">By <a rel=\"author\" href=\"/x\">Ann Lee</a></div>"),
            "Ann Lee");
}

TEST(HtmlAuthors, ALabelledValueIsReadByItsLabel) {
  const std::string written =
      "<meta name=\"twitter:label1\" content=\"Verfasst von\">"
      "<meta name=\"twitter:data1\" content=\"Eva Klein\">";
  const std::string reading =
      "<meta name=\"twitter:label1\" content=\"Reading time\">"
      "<meta name=\"twitter:data1\" content=\"Five Minutes\">";
  EXPECT_EQ(authors_of(written, ""), "Eva Klein");
  EXPECT_EQ(authors_of(reading, ""), "");
}

TEST(HtmlAuthors, AnAddressIsNoName) {
  EXPECT_EQ(
      authors_of("<meta property=\"article:author\" content=\"https://social.example/ann.lee.9\">",
                 ""),
      "");
}

TEST(HtmlAuthors, TheInnermostMarkedElementHoldsTheName) {
  EXPECT_EQ(authors_of("",
                       "<div class=\"postAuthor-box\"><span class=\"postAuthor-name\">Ann Lee"
                       "</span><button>Follow</button><div class=\"postAuthor-bio\">Ann Lee "
                       "writes about bridges.</div></div>"),
            "Ann Lee");
  EXPECT_EQ(authors_of("",
                       "<div class=\"article__author\"><p>Ann Lee</p><p>Senior Reporter</p>"
                       "</div>"),
            "Ann Lee");
}

TEST(HtmlAuthors, WordsOfNeighbouringElementsStayApart) {
  EXPECT_EQ(authors_of("", "<div class=\"author\"><span>By</span><span>Ann Lee</span></div>"),
            "Ann Lee");
}

TEST(HtmlAuthors, ALabelSpeaksForTheLineBelow) {
  EXPECT_EQ(authors_of("", "<div><h6>Autor:</h6><p>Eva Klein</p></div>"), "Eva Klein");
}

TEST(HtmlAuthors, BylinesBelowTheHeadlineCountWhateverTheirBoxIsCalled) {
  EXPECT_EQ(authors_of("",
                       "<div class=\"widget sidebar\"><span class=\"author-name\">Ann Lee"
                       "</span></div>"),
            "Ann Lee");
}

TEST(HtmlAuthors, MentionsInTheTextAreNoBylines) {
  EXPECT_EQ(authors_of("",
                       "<p>The plan was drawn up by the engineers, and <a "
                       "href=\"/people/ann-lee\">Ann Lee</a> told the council that it would "
                       "hold for another ninety years at least.</p>"),
            "");
}

TEST(HtmlAuthors, APersonsSiteBearsThePersonsName) {
  EXPECT_EQ(authors_of("<meta property=\"og:site_name\" content=\"Ann Lee\">"
                       "<meta name=\"author\" content=\"Ann Lee\">",
                       ""),
            "Ann Lee");
}

TEST(HtmlAuthors, AnOrganisationSignsItsOwnTextsButNotUnsignedNews) {
  const std::string body = R"({"@type":"Organization","name":"The Lantern"})";
  EXPECT_EQ(authors_of(linked_author("BlogPosting", body), ""), "The Lantern");
  EXPECT_EQ(authors_of(linked_author("NewsArticle", body), ""), "");
  EXPECT_EQ(authors_of(linked_author("NewsArticle", body),
                       "<div class=\"byline\"><a rel=\"author\" href=\"/x\">The Lantern</a></div>"),
            "The Lantern");
}

TEST(HtmlAuthors, AHiddenNameMustBeAPersons) {
  EXPECT_EQ(authors_of("<meta name=\"author\" content=\"webteam7\">", ""), "");
  EXPECT_EQ(authors_of("<meta name=\"author\" content=\"Ann Lee\">", ""), "Ann Lee");
}

TEST(HtmlAuthors, WhatReadersSeeIsBelievedBeforeWhatOnlyTheDataSay) {
  EXPECT_EQ(authors_of(linked_author("Article", R"({"@type":"Person","name":"Carl Web"})"),
                       "<p>By Ann Lee</p>"),
            "Ann Lee");
  EXPECT_EQ(authors_of(linked_author("Article", R"({"@type":"Person","name":"annl77"})"),
                       "<div style=\"display:none\"><span class=\"author\">annl77</span></div>"),
            "");
}

TEST(HtmlAuthors, DesksAndAgenciesSignWhereNobodyElseDoes) {
  EXPECT_EQ(authors_of(linked_author("Article", R"([{"@type":"Person","name":"Redaktion"},
                                                    {"@type":"Person","name":"Eva Klein"}])"),
                       "<p class=\"byline\">Redaktion, Eva Klein</p>"),
            "Eva Klein");
  EXPECT_EQ(authors_of("", "<div class=\"author-name\">Redaktion</div>"), "Redaktion");
  const Document document = import(page(linked_author("NewsArticle", R"({"name":"AFP"})"), ""));
  EXPECT_EQ(authors(document), "AFP");
  EXPECT_EQ(document.metadata.text(Variable::source), "AFP");
}

TEST(HtmlAuthors, TeamsAreOrganisationsAndPageWordsAreNone) {
  EXPECT_EQ(authors_of("", "<p><a href=\"/authors/team\">The Lighthouse Team</a></p>"),
            "The Lighthouse Team");
  EXPECT_EQ(authors_of("", "<p><a href=\"/authors/all\">View All Posts</a></p>"), "");
}

TEST(HtmlAuthors, WordsOfTheHeadlineAndPathsOfSectionsAreNoNames) {
  EXPECT_EQ(authors_of("", "<p class=\"author\">Old Bridge</p>"), "");
  EXPECT_EQ(authors_of("", "<div class=\"author-path\">Home &gt; City Bridges</div>"), "");
}

TEST(HtmlAuthors, ANameBesideAProfessionIsAByline) {
  const Document document = import(page("", "<p>Ann Lee | Senior Writer | 12 October 2026</p>"));
  ASSERT_EQ(authors(document), "Ann Lee");
  EXPECT_TRUE(document.metadata.contributors.front().evidence.inferred);
  EXPECT_LE(document.metadata.contributors.front().evidence.confidence, 0.3);
  EXPECT_EQ(authors_of("", "<p>Market Square | Bridge Street</p>"), "");
}

TEST(HtmlAuthors, ADateIsNoWitnessOfAnAuthor) {
  for (const std::string name : {"White House", "New York", "Sunday Lunch", "Lake Geneva",
                                 "Berlin Marathon", "Prince Harry", "Winston Churchill"}) {
    EXPECT_EQ(authors_of("", "<p>" + name + " | 3 March 2026</p>"), "") << name;
  }
  EXPECT_EQ(authors_of("", "<p>New York | Correspondent | 3 March 2026</p>"), "");
}

TEST(HtmlAuthors, ByAndWordsOfThingsIsNoByline) {
  for (const std::string words :
       {"By Popular Demand", "By Candle Light", "By Royal Appointment", "By Monday Morning"}) {
    EXPECT_EQ(authors_of("", "<p>" + words + "</p>"), "") << words;
  }
}

TEST(HtmlAuthors, FamilyNamesThatArePlacesStayNames) {
  EXPECT_EQ(authors_of("", "<p>By Mina Park</p>"), "Mina Park");
  EXPECT_EQ(authors_of("", "<p>By Theresa May</p>"), "Theresa May");
}

TEST(HtmlAuthors, ServicesAndAdministratorsAreNoAuthors) {
  for (const std::string name : {"GitHub", "Bluesky", "jdadmin"}) {
    EXPECT_EQ(authors_of("", "<p class=\"author\">" + name + "</p>"), "") << name;
  }
}

TEST(HtmlAuthors, ANameBesideASmallPortraitAndAProfessionIsAnAuthorBox) {
  const std::string portrait =
      "<img src=\"a.jpg\" width=\"80\" height=\"80\" alt=\"Picture of Ann Lee\">";
  EXPECT_EQ(authors_of("", "<div>" + portrait + "<p>Ann Lee</p><p>Reporter</p></div>"), "Ann Lee");
  EXPECT_EQ(authors_of("", "<div>" + portrait + "<p>Ann Lee</p></div>"), "");
  EXPECT_EQ(authors_of("", "<div>" + portrait + "<p>The pier</p><p>Reporter</p></div>"), "");
  EXPECT_EQ(authors_of("<meta name=\"author\" content=\"Bob Ray\">",
                       "<div>" + portrait + "<p>Ann Lee</p><p>Reporter</p></div>"),
            "Bob Ray");
}

TEST(HtmlAuthors, ACaptionNamesWhatThePictureShows) {
  for (const std::string name : {"Eiffel Tower", "Winston Churchill", "Mount Everest"}) {
    const std::string image = "<img src=\"a.jpg\" alt=\"" + name + "\">";
    EXPECT_EQ(authors_of("", "<figure>" + image + "<figcaption>" + name + "</figcaption></figure>"),
              "")
        << name;
    EXPECT_EQ(authors_of("", image + "<p>" + name + "</p>"), "") << name;
  }
}

TEST(HtmlAuthors, ARefusedNameIsToldOnce) {
  const Document document = import(page("<meta name=\"author\" content=\"admin\">", ""));
  int told = 0;
  for (const Rejected& rejected : document.metadata.rejected) {
    told += rejected.variable == "author" && rejected.value == "admin" ? 1 : 0;
  }
  EXPECT_EQ(told, 1);
}

}  // namespace
}  // namespace pressmark::html
