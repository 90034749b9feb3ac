#include "converters/containers/http_message.h"

#include <gtest/gtest.h>

#include "tests/support/compressed.h"

namespace pressmark::containers {
namespace {

constexpr std::size_t most = 1 << 20;
const std::string page = "<!DOCTYPE html><title>Ferry</title><p>Dogs may travel.";

Result<Bytes> body_of(const std::string& fields, const std::string& body) {
  const auto response = parse_http_response("HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body, most);
  return response ? response->body : Result<Bytes>(response.error());
}

std::string chunked(const std::string& body) {
  return "5;name=value\r\n" + body.substr(0, 5) + "\r\n1F\r\n" + body.substr(5, 31) + "\r\n" +
         "12\r\n" + body.substr(36, 18) + "\r\n0\r\nTrailer: x\r\n\r\n";
}

TEST(HttpMessage, ReadsItsHeader) {
  const auto response = parse_http_response(
      "HTTP/1.0 404 Not Found\ncontent-TYPE:  Text/HTML; Charset=\"windows-1251\"\n\nbody", most);
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 404);
  EXPECT_EQ(response->media_type, "text/html");
  EXPECT_EQ(response->charset, "windows-1251");
  EXPECT_EQ(*response->body, "body");
  EXPECT_EQ(charset_of("text/html; charset=utf-8 ; x"), "utf-8");
  EXPECT_EQ(charset_of("text/html"), "");
  EXPECT_FALSE(parse_http_response("GET / HTTP/1.1\r\n\r\n", most));
  EXPECT_FALSE(parse_http_response("", most));
}

TEST(HttpMessage, TakesOffChunks) {
  ASSERT_EQ(page.size(), 54U);
  const std::string fields = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(*body_of(fields, chunked(page)), page);
  EXPECT_EQ(*body_of(fields, page), page) << "stored without them";
  EXPECT_EQ(*body_of(fields, chunked(page).substr(0, 30)), page.substr(0, 10)) << "cut off";
}

TEST(HttpMessage, TakesOffContentCodings) {
  EXPECT_EQ(*body_of("Content-Encoding: gzip\r\n", gzipped(page)), page);
  EXPECT_EQ(*body_of("Content-Encoding: X-GZIP\r\n", gzipped(page)), page);
  EXPECT_EQ(*body_of("Content-Encoding: deflate\r\n", deflated(page, ZlibFormat::zlib)), page);
  EXPECT_EQ(*body_of("Content-Encoding: deflate\r\n", deflated(page, ZlibFormat::raw)), page);
  EXPECT_EQ(*body_of("Content-Encoding: br\r\n", brotlied(page)), page);
  EXPECT_EQ(*body_of("Content-Encoding: br, gzip\r\n", gzipped(brotlied(page))), page);
  EXPECT_EQ(*body_of("Content-Encoding: identity\r\n", page), page);
  for (const char* coding : {"gzip", "deflate", "br"}) {
    EXPECT_EQ(*body_of(std::string("Content-Encoding: ") + coding + "\r\n", page), page)
        << "stored decoded: " << coding;
  }
}

TEST(HttpMessage, RefusesDamageAndBombs) {
  const std::string zip = gzipped(page);
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", zip.substr(0, 20)).error().kind(),
            ErrorKind::unrecognised);
  EXPECT_EQ(body_of("Content-Encoding: br\r\n", "\x01\x02\x03\x04").error().kind(),
            ErrorKind::unrecognised);
  EXPECT_EQ(body_of("Content-Encoding: zstd\r\n", "x").error().kind(), ErrorKind::unrecognised);
  const std::string zeroes(most + 1, '\0');
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", gzipped(zeroes)).error().kind(),
            ErrorKind::limit);
  EXPECT_EQ(body_of("Content-Encoding: br\r\n", brotlied(zeroes)).error().kind(), ErrorKind::limit);
  EXPECT_EQ(body_of("", zeroes).error().kind(), ErrorKind::limit);
}

}  // namespace
}  // namespace pressmark::containers
