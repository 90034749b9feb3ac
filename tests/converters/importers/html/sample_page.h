// tests/converters/importers/html/sample_page.h: a whole page that we wrote, for tests of the
// article and its record.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "converters/importers/html/html.h"
#include "core/model/validate.h"
#include "tests/support/fake_environment.h"

namespace pressmark::html {

// A page with everything that surrounds articles; `head` and `top` go to their places.
inline std::string page(const std::string& head, const std::string& top) {
  std::string body;
  for (const char* sentence :
       {"The council met on Monday evening to hear what the engineers had found under the old "
        "bridge, and the report was longer than anybody had expected.",
        "Two of the five piers must be replaced, the engineers said, and the work will take the "
        "better part of three years if the winter is mild.",
        "Residents of the east bank asked how they would get to work, to school and to the "
        "market, and whether the ferry could be brought back.",
        "The mayor promised an answer before the end of the month, and said that the money had "
        "been found, though not all of it in this year's budget."}) {
    body += std::string("<p>") + sentence + "</p>\n";
  }
  return "<!doctype html><html lang=\"en\"><head><title>Old bridge to close | The Lantern</title>" +
         head +
         "</head><body><header class=\"masthead\"><nav class=\"menu\"><ul><li><a href=\"/\">Home"
         "</a></li><li><a href=\"/news\">News</a></li><li><a href=\"/sport\">Sport</a></li></ul>"
         "</nav></header><main><article class=\"post\"><h1>Old bridge to close</h1>" +
         top + "<div class=\"entry-content\">" + body +
         "<div class=\"share-buttons\"><a href=\"#\">Share on Facebook</a> <a href=\"#\">Tweet</a>"
         "</div></div></article><aside class=\"related\"><h2>Related articles</h2><ul>"
         "<li><a href=\"/a\">Ferry timetable changes</a></li><li><a href=\"/b\">Budget passed"
         "</a></li></ul></aside><section id=\"comments\" class=\"comments\"><h2>3 comments</h2>"
         "<div class=\"comment\"><p>I have said so for years, and nobody wanted to listen to me, "
         "not even my own brother.</p></div></section></main><footer class=\"footer\"><p>Copyright "
         "2026 The Lantern. All rights reserved.</p></footer></body></html>";
}

inline Document import(const std::string& bytes, const std::string& url = {}) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  Source source;
  source.bytes = bytes;
  source.name = "page.html";
  source.url = url;
  Result<Document> document = import_html(source, {}, context);
  EXPECT_TRUE(document.has_value());
  if (!document) return {};
  EXPECT_TRUE(validate(*document).empty());
  return *document;
}

// The names of the authors, with "; " between.
inline std::string authors(const Document& document) {
  std::string joined;
  for (const Contributor& author : document.metadata.with_role(Role::author)) {
    if (!joined.empty()) joined += "; ";
    joined += display_name(author.name);
  }
  return joined;
}

}  // namespace pressmark::html
