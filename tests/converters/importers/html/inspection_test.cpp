#include "converters/importers/html/inspection.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "tests/support/fake_environment.h"

namespace pressmark::html {
namespace {

constexpr std::string_view page = R"(<!DOCTYPE html>
<html lang="en"><head><title>The mill at Orrin - The Valley</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/water">Water and wind</a></li></ul></nav>
<article>
<h1>The mill at Orrin</h1>
<p>The mill at Orrin turned for three hundred years, and then it stood still for forty, until two
sisters bought it with the money that their uncle had left them.</p>
<p>They began with the wheel. It was of elm, they say, and all of it was rotten, so the first winter
went by with sawing, and the second with waiting for the river to rise.</p>
<p>Now the stones turn on Saturdays. The flour is coarse, it is grey, and there is never enough of it
for the people who walk up the valley with their bags.</p>
</article>
<footer><p>All rights reserved</p></footer>
</body></html>)";

Result<std::string> inspect(std::string_view bytes) {
  Source source;
  source.bytes = Bytes(bytes);
  source.name = "mill.html";
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics};
  return inspect_html(source, context);
}

// The line of the report whose block begins with the words; empty where there is none.
std::string line_with(const std::string& report, std::string_view words) {
  std::istringstream lines(report);
  for (std::string line; std::getline(lines, line);) {
    if (line.find(words) != std::string::npos) return line;
  }
  return {};
}

TEST(InspectHtml, SaysOfEachBlockWhereItIsAndWhatBecameOfIt) {
  const Result<std::string> report = inspect(page);
  ASSERT_TRUE(report) << report.error().describe();
  const std::string paragraph = line_with(*report, "They began with the wheel");
  EXPECT_TRUE(paragraph.starts_with("    8 ")) << paragraph;
  EXPECT_NE(paragraph.find(" kept "), std::string::npos) << paragraph;
  EXPECT_NE(paragraph.find("body > article > p:"), std::string::npos) << paragraph;
  const std::string menu = line_with(*report, "Water and wind");
  EXPECT_TRUE(menu.starts_with("    3 ")) << menu;
  EXPECT_NE(menu.find(" - "), std::string::npos) << menu;
  EXPECT_NE(menu.find(" 100 % "), std::string::npos) << menu;
}

// The words of the blocks that are in the article are those of the document's body.
TEST(InspectHtml, ShowsWhatTheImporterTakes) {
  constexpr std::string_view with_front = R"(<article><h1>The mill at Orrin</h1>
<p class="byline">By Anna Smith</p>
<table><tr><th>Year</th><th>Sacks</th></tr><tr><td>1902</td><td>410 sacks of rye, all sold</td></tr></table>
<p>The mill at Orrin turned for three hundred years, and then it stood still for forty, until two
sisters bought it with the money that their uncle had left them.</p>
<p>Advertisement</p>
<p>They began with the wheel. It was of elm, they say, and all of it was rotten, so the first winter
went by with sawing, and the second with waiting for the river to rise.</p></article>)";
  const Result<std::string> report = inspect(with_front);
  ASSERT_TRUE(report) << report.error().describe();
  const auto fate = [&](std::string_view words) { return line_with(*report, words).substr(14, 8); };
  EXPECT_EQ(fate("0 %  body > article > h1"), "headline") << *report;
  EXPECT_EQ(fate("By Anna Smith"), "byline  ") << *report;
  EXPECT_EQ(fate(": Advertisement"), "-       ") << *report;
  EXPECT_EQ(fate("They began"), "kept    ") << *report;
  for (const char* cell : {": Year", ": Sacks", ": 1902", ": 410 sacks"}) {
    EXPECT_NE(fate(cell), "-       ") << *report;
  }
}

// Cards of one kind, some of which are likely to the model and others less so.
std::string page_of_cards() {
  std::string cards;
  const auto add = [&cards](const std::string& name, const std::string& text) {
    cards += "<div class='card'><img src='a.jpg' alt=''><h3><a href='/tool'>" + name +
             "</a></h3><p>" + text + "</p><span class='tag'>Tools</span></div>";
  };
  add("Spade", "Forged in one piece, it has dug the whole of the lower bed.");
  add("Rake", "Twelve teeth, of which eleven are left, and a handle of ash.");
  add("Hoe", "Light enough for children.");
  add("Fork", "Bent once, and bent back. It still lifts potatoes.");
  add("Shears", "They cut the hedge in June and need oil in May.");
  add("Barrow", "One wheel, two legs, and a new tray from 2019.");
  add("Sieve", "For the compost, fine.");
  add("Twine", "Three balls a year.");
  std::string others;
  for (const char* name : {"one", "two", "three", "four", "five", "six"}) {
    others += "<li><a href='/p'>Another story, the number " + std::string(name) + "</a></li>";
  }
  return "<!DOCTYPE html><html lang='en'><head><title>Tools that last</title></head><body>"
         "<nav><a href='/'>Home</a> <a href='/news'>News</a> <a href='/shop'>Shop</a></nav>"
         "<main><article><h1>Tools that last</h1><p>Every autumn the keepers of the gardens put "
         "the tools away. These are the ones that lasted longest, and what they say of them.</p>"
         "<div class='list'>" +
         cards + "</div></article></main><aside class='sidebar'><h3>Popular</h3><ul>" + others +
         "</ul></aside><footer><p>Example House. <a href='/terms'>Terms</a></p></footer>"
         "</body></html>";
}

TEST(InspectHtml, KeepsCardsOfOneKindWhereTheModelIsUnsure) {
  const Result<std::string> report = inspect(page_of_cards());
  ASSERT_TRUE(report) << report.error().describe();
  EXPECT_NE(report->find("strategy   model-unsure: "), std::string::npos) << *report;
  for (const char* text : {": Every autumn", ": Forged in one", ": Bent once", ": They cut the"}) {
    EXPECT_EQ(line_with(*report, text).substr(14, 8), "kept    ") << text << "\n" << *report;
  }
  for (const char* text : {": Another story", ": Popular", ": Example House"}) {
    EXPECT_EQ(line_with(*report, text).substr(14, 8), "-       ") << text << "\n" << *report;
  }
}

TEST(InspectHtml, NamesTheStrategyTheHeadlineAndThePart) {
  const Result<std::string> report = inspect(page);
  ASSERT_TRUE(report) << report.error().describe();
  EXPECT_EQ(report->find("strategy   model: 3 of "), 0U) << *report;
  EXPECT_NE(report->find("\nothers     model would keep "), std::string::npos) << *report;
  EXPECT_NE(report->find("\nheadline   line 5, body > article > h1: The mill at Orrin\n"),
            std::string::npos)
      << *report;
  EXPECT_NE(report->find("\npart       line 4, html > body > article\n"), std::string::npos)
      << *report;
}

TEST(InspectHtml, FailsWhereReadingFails) {
  EXPECT_EQ(inspect("").error().kind(), ErrorKind::no_article);
  EXPECT_EQ(inspect("<p></p>").error().kind(), ErrorKind::no_article);
  EXPECT_EQ(inspect(std::string("\x89PNG\r\n\x1a\n\0\0\0", 11)).error().kind(),
            ErrorKind::unrecognised);
}

}  // namespace
}  // namespace pressmark::html
