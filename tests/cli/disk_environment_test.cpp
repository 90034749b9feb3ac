#include "cli/disk_environment.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/article_input.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::cli {
namespace {

TEST(DiskEnvironment, ReadsBelowItsFolderOnly) {
  const TemporaryFolder folder;
  folder.write("secret.png", "secret");
  folder.write("in/a b.png", "image");
  folder.write("in/Page_files/x.png", "companion");
  ASSERT_EQ(::symlink((folder / "secret.png").c_str(), (folder / "in/link.png").c_str()), 0);
  ASSERT_EQ(::symlink((folder / "in/a b.png").c_str(), (folder / "in/inner.png").c_str()), 0);
  ASSERT_EQ(::mkfifo((folder / "in/pipe.png").c_str(), 0600), 0);
  DiskEnvironment environment(folder / "in", {}, Limits{});
  EXPECT_EQ(*environment.read("a%20b.png?width=3#top"), "image");
  EXPECT_EQ(*environment.read("./Page_files/../a b.png"), "image");
  EXPECT_EQ(*environment.read("Page_files/x.png"), "companion");
  EXPECT_EQ(*environment.read("inner.png"), "image");
  for (const std::string& outside :
       {std::string("../secret.png"), std::string("Page_files/../../secret.png"),
        std::string("%2e%2e/secret.png"), std::string("link.png"), folder / "secret.png",
        "file://" + (folder / "secret.png"), std::string("http://example.org/a.png"),
        std::string("//example.org/a.png"), std::string("none.png"), std::string(""),
        std::string("."), std::string("pipe.png"), std::string("a%00b"), std::string("%")}) {
    const Result<Bytes> read = environment.read(outside);
    ASSERT_FALSE(read) << outside;
    EXPECT_EQ(read.error().kind(), ErrorKind::unreadable) << outside;
  }
  // What is there and cannot be read is told with what to do about it.
  EXPECT_FALSE(environment.read("link.png").error().remedy().empty());
  EXPECT_FALSE(environment.read("pipe.png").error().remedy().empty());
  EXPECT_TRUE(environment.read("none.png").error().remedy().empty());
}

TEST(DiskEnvironment, IsEmptyForStandardInput) {
  DiskEnvironment environment("", {}, Limits{});
  EXPECT_FALSE(environment.read("CMakeLists.txt"));
}

TEST(DiskEnvironment, KeepsTheLimits) {
  const TemporaryFolder folder;
  folder.write("a", "12345");
  folder.write("b", "123456");
  Limits limits;
  limits.resource_bytes = 5;
  limits.all_resource_bytes = 12;
  DiskEnvironment environment(folder.path(), {}, limits);
  EXPECT_EQ(environment.read("b").error().kind(), ErrorKind::limit);
  EXPECT_TRUE(environment.read("a"));
  EXPECT_TRUE(environment.read("a"));
  EXPECT_EQ(environment.read("a").error().kind(), ErrorKind::limit);
}

TEST(SourceDateEpoch, IsReadAndChecked) {
  ::setenv("SOURCE_DATE_EPOCH", "0", 1);
  EXPECT_EQ(to_string(**source_date_epoch()), "1970-01-01T00:00:00Z");
  for (const char* wrong : {"-1", "now", "1.5", "99999999999999"}) {
    ::setenv("SOURCE_DATE_EPOCH", wrong, 1);
    EXPECT_FALSE(source_date_epoch()) << wrong;
  }
  ::unsetenv("SOURCE_DATE_EPOCH");
  EXPECT_FALSE(source_date_epoch()->has_value());
}

TEST(Sniffing, TellsHtmlByItsBeginning) {
  using namespace std::string_literals;
  for (const std::string& page :
       {"<!DOCTYPE html>"s, "\xEF\xBB\xBF  <HTML>"s, "<!-- saved from -->\n<html>"s,
        "<?xml version='1.0'?><html>"s, "\xFF\xFE<\0h\0t\0m\0l\0>\0"s, "<p>Text"s,
        "<!--" + std::string(5000, 'x')}) {
    EXPECT_TRUE(looks_like_html(page)) << page.substr(0, 40);
  }
  for (const std::string& text : {""s, "A headline\n<html>"s, "<3 is a heart"s, "  \n"s}) {
    EXPECT_FALSE(looks_like_html(text)) << text;
  }
}

}  // namespace
}  // namespace pressmark::cli
