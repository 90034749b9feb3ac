#include "converters/importers/html/mhtml.h"

#include <gtest/gtest.h>

#include "converters/common/digest.h"
#include "converters/importers/html/html.h"
#include "core/model/walk.h"
#include "tests/support/fake_environment.h"

namespace pressmark::html {
namespace {

const std::string gif =
    std::string("GIF89a\x02\x00\x03\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00", 24);

std::string archive() {
  return "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
         "Content-Type: "
         "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--x\"\r\n\r\n"
         "preamble\r\n----b--x\r\nContent-Type: text/html; charset=iso-8859-2\r\n"
         "Content-Transfer-Encoding: quoted-printable\r\n"
         "Content-Location: http://example.org/a/page\r\n\r\n"
         "<article><p>=A3=F3d=BC and a long =\r\nline</p><p><img src=3D\"i/b.gif\">"
         "</p></article>\r\n"
         "----b--x\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n"
         "Content-Location: http://example.org/a/i/b.gif\r\nContent-ID: <one@two>\r\n\r\n" +
         base64_encode(gif) + "\r\n----b--x--\r\n";
}

TEST(WebArchive, HoldsThePageAndItsFiles) {
  const auto read = read_web_archive(archive());
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->url, "http://example.org/a/page");
  EXPECT_EQ(read->charset, "iso-8859-2");
  ASSERT_EQ(read->files.size(), 2U);
  EXPECT_EQ(read->files.at("cid:one@two"), gif);
}

TEST(WebArchive, IsReadAsItsPage) {
  FakeEnvironment environment;
  Diagnostics diagnostics;
  Context context{environment, diagnostics, Limits{}};
  Source source;
  source.bytes = archive();
  source.name = "page.mhtml";
  const Result<Document> document = import_html(source, {}, context);
  ASSERT_TRUE(document.has_value()) << document.error().message();
  EXPECT_EQ(text_of(document->body).substr(0, 28), "Łódź and a long line");
  EXPECT_EQ(document->resources.all().size(), 1U);
  EXPECT_EQ(document->provenance.source_url, "http://example.org/a/page");
  EXPECT_EQ(document->provenance.bytes, source.bytes.size());
}

TEST(WebArchive, SurvivesDamage) {
  const std::string whole = archive();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto read = read_web_archive(whole.substr(0, size));
    if (read) {
      EXPECT_LE(read->page.size(), whole.size());
    }
  }
  EXPECT_FALSE(read_web_archive("<p>Content-Type: multipart/related; boundary=a").has_value());
  EXPECT_FALSE(read_web_archive("Content-Type: multipart/related").has_value());
  EXPECT_FALSE(
      read_web_archive("Content-Type: multipart/related; boundary=a\n\n--a\n\nx").has_value());
}

}  // namespace
}  // namespace pressmark::html
