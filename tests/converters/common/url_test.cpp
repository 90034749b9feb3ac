#include "converters/common/url.h"

#include <gtest/gtest.h>

namespace pressmark {
namespace {

TEST(Url, TellsAddressesOnTheWeb) {
  EXPECT_TRUE(is_web_url("https://paper.example/a?b#c"));
  EXPECT_TRUE(is_web_url("HTTP://[::1]:8080"));
  for (const char* url : {"", "paper.example", "not a url", "https://", "https://not a url",
                          "file:///tmp/a.html", "urn:isbn:0451450523", "//paper.example/a"}) {
    EXPECT_FALSE(is_web_url(url)) << url;
  }
}

TEST(Url, ResolvesTheExamplesOfTheStandard) {
  // RFC 3986, 5.4.
  const std::string base = "http://a/b/c/d;p?q";
  const std::pair<const char*, const char*> examples[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
  };
  for (const auto& [reference, expected] : examples) {
    EXPECT_EQ(resolve_url(base, reference), expected) << reference;
  }
  EXPECT_EQ(resolve_url("", " a/\nb "), "a/b");
  EXPECT_EQ(resolve_url("http://a", "b"), "http://a/b");
}

TEST(Url, CleansTargets) {
  EXPECT_EQ(clean_link_target("http://a/", "b c|\"\xE3\x80\x80x"),
            "http://a/b%20c%7C%22%E3%80%80x");
  EXPECT_EQ(clean_link_target("http://a/", "/\xC3\xA9?%20"), "http://a/\xC3\xA9?%20");
  EXPECT_EQ(clean_link_target("http://a/", "mailto:x@y"), "mailto:x@y");
  for (const char* nowhere : {"javascript:x", " JavaScript:x", "java\nscript:x", "data:text/html,x",
                              "about:blank", "file:///x", "blob:x", "http://", "mailto:"}) {
    EXPECT_EQ(clean_link_target("http://a/", nowhere), std::nullopt) << nowhere;
  }
  EXPECT_EQ(clean_link_target("", ""), std::nullopt);
  EXPECT_EQ(clean_link_target("", "//cdn.example/a.mp4"), "https://cdn.example/a.mp4");
  EXPECT_EQ(clean_link_target("http://a/", "//cdn.example/a.mp4"), "http://cdn.example/a.mp4");
  EXPECT_EQ(clean_link_target("", "a.mp4"), "a.mp4");
}

TEST(Url, KnowsHosts) {
  EXPECT_EQ(host_of("https://user@WWW.Example.ORG:80/x"), "example.org");
  EXPECT_EQ(host_of("http://[::1]:8080/"), "[::1]");
  EXPECT_EQ(host_of("mailto:x@y"), "");
}

TEST(Url, SplitsAndJoins) {
  for (const char* url : {"http://a/b?c#d", "//a", "?", "#", "a:b", "http://a?#", ""}) {
    EXPECT_EQ(join_url(split_url(url)), url);
  }
}

TEST(Url, DecodesDataUrls) {
  const auto image = decode_data_url("data:image/PNG;base64,AA%3D%3D");
  ASSERT_TRUE(image.has_value());
  EXPECT_EQ(image->media_type, "image/png");
  EXPECT_EQ(image->data, std::string(1, '\0'));
  EXPECT_EQ(decode_data_url("DATA:,a%20b")->data, "a b");
  EXPECT_EQ(decode_data_url("data:;base64,***"), std::nullopt);
  EXPECT_EQ(decode_data_url("http://x"), std::nullopt);
}

TEST(Url, DecodesPercentEncoding) { EXPECT_EQ(percent_decode("a%20b%zz%4"), "a b%zz%4"); }

}  // namespace
}  // namespace pressmark
