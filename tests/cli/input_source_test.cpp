#include "cli/input_source.h"

#include <gtest/gtest.h>

namespace pressmark::cli {
namespace {

TEST(InputSource, NamesSourcesByTheLastPartOfTheirPlace) {
  EXPECT_EQ(source_name("-"), "-");
  EXPECT_EQ(source_name("in/a.html"), "a.html");
  EXPECT_EQ(source_name("https://www.example.org/news/ferry.html?from=feed#top"), "ferry.html");
  EXPECT_EQ(source_name("https://example.org/news/the%20ferry/"), "the ferry");
  EXPECT_EQ(source_name("https://www.example.org/"), "example.org");
  EXPECT_EQ(source_name("https://example.org"), "example.org");
}

TEST(InputSource, NamesNoFileOutsideItsFolder) {
  EXPECT_EQ(source_name("https://example.org/a/%2e%2e"), "example.org");
  EXPECT_EQ(source_name("https://example.org/a/b%2Fc"), "example.org");
  EXPECT_EQ(source_name("https://example.org/a/%00"), "example.org");
  EXPECT_EQ(source_name("https://example.org/a/%FF"), "example.org");
}

TEST(InputSource, MakesOutputNamesOfNames) {
  EXPECT_EQ(stem_of("-"), "article");
  EXPECT_EQ(stem_of("in/a.b.html"), "a.b");
  EXPECT_EQ(stem_of("https://example.org/news/ferry.html"), "ferry");
  EXPECT_EQ(stem_of("https://news.example.org/"), "news.example.org");
}

TEST(InputSource, FetchesNothingUnasked) {
  const Console console(-1, -1, -1);
  const Result<ReceivedSource> source = receive_source("https://example.org/a.html", {}, console);
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().kind(), ErrorKind::usage);
  EXPECT_NE(source.error().describe().find("--fetch"), std::string::npos);
}

TEST(InputSource, ConnectsToNoAddressOfThisMachine) {
  const Console console(-1, -1, -1);
  ImportSettings settings;
  settings.fetch = FetchRules{};
  for (const char* url : {"http://127.0.0.1:9/", "http://[::1]:9/", "http://0.0.0.0:9/"}) {
    const Result<ReceivedSource> source = receive_source(url, settings, console);
    ASSERT_FALSE(source) << url;
    EXPECT_EQ(source.error().kind(), ErrorKind::unreadable) << source.error().describe();
    EXPECT_NE(source.error().describe().find("--allow-private"), std::string::npos);
  }
}

}  // namespace
}  // namespace pressmark::cli
