#include "converters/importers/html/html.h"

#include <gtest/gtest.h>

#include "core/model/dump.h"
#include "core/model/validate.h"
#include "tests/support/fake_environment.h"

namespace pressmark::html {
namespace {

class HtmlImport : public testing::Test {
 protected:
  Result<Document> import(const std::string& page) {
    Source source;
    source.bytes = page;
    source.name = "page.html";
    return import_html(source, {}, context_);
  }
  // The body's dump of a page with this article; checks the invariants.
  std::string body(const std::string& article) {
    const Result<Document> document =
        import("<!DOCTYPE html><meta charset=utf-8><title>T</title><article>" + article);
    if (!document) return document.error().message();
    EXPECT_TRUE(validate(*document).empty()) << validate(*document).front();
    return dump(document->body);
  }

  FakeEnvironment environment_;
  Diagnostics diagnostics_;
  Context context_{environment_, diagnostics_, Limits{}};
};

TEST_F(HtmlImport, CollapsesWhiteSpaceAndMovesItOutOfStyles) {
  EXPECT_EQ(body("<p> One\n two<b> three </b>four <i> </i> five</p>"),
            "paragraph\n"
            "  text \"One two \"\n"
            "  bold\n"
            "    text \"three\"\n"
            "  text \" four five\"\n");
}

}  // namespace
}  // namespace pressmark::html
