#include "converters/containers/warc.h"

#include <gtest/gtest.h>

#include "tests/support/compressed.h"
#include "tests/support/warc_records.h"

namespace pressmark::containers {
namespace {

constexpr std::size_t most = 100'000;
const std::string html = "Content-Type: text/html; charset=utf-8\r\n";

// Gives `piece` octets at a time.
OctetSource source_of(std::string octets, std::size_t piece) {
  return [octets = std::move(octets), piece,
          at = std::size_t{0}](std::size_t asked) mutable -> Result<Bytes> {
    const Bytes part = octets.substr(at, std::min(piece, asked));
    at += part.size();
    return part;
  };
}

// "id url content" of each page, "id: error", and the error that ended it.
std::string pages_of(const std::string& file, std::size_t piece = 1000) {
  WarcReader reader(source_of(file, piece), most, WarcReader::Records::kept);
  std::string text;
  for (;;) {
    const auto page = reader.next();
    if (!page) return text + page.error().message();
    if (!*page) return text;
    const Result<Bytes>& content = (*page)->content;
    text += (*page)->id +
            (content ? " " + (*page)->url + " " + *content : ": " + content.error().message()) +
            "\n";
  }
}

std::string crawl() {
  const std::string url = "https://paper.example/";
  return warc_record("warcinfo", "urn:0", "", "application/warc-fields", "software: x\r\n") +
         warc_record("request", "urn:1", url + "a", "application/http; msgtype=request",
                     "GET /a HTTP/1.1\r\n\r\n") +
         warc_response("urn:2", url + "a", html, "<p>A") +
         warc_response("urn:3", url + "missing", html, "<p>Nothing here", "404 Not Found") +
         warc_response("urn:4", url + "b.png", "Content-Type: image/png\r\n", "\x89PNG") +
         warc_response("urn:5", url + "robots.txt", "Content-Type: text/plain\r\n", "Disallow:") +
         warc_response("urn:6", url + "empty", html, "") +
         warc_response("urn:7", url + "b", html + "Content-Encoding: gzip\r\n", gzipped("<p>B")) +
         warc_record("resource", "urn:8", "<" + url + "c>", "text/html", "<p>C") +
         warc_record("conversion", "urn:9", url + "d", "text/plain", "D") +
         warc_record("revisit", "urn:10", url + "a", "application/http; msgtype=response",
                     "HTTP/1.1 200 OK\r\n\r\n") +
         warc_record("response", "urn:11", "dns:paper.example", "text/dns", "x") +
         warc_record("metadata", "urn:12", url + "a", "application/warc-fields", "x: y");
}

const std::string crawl_pages =
    "urn:2 https://paper.example/a <p>A\n"
    "urn:7 https://paper.example/b <p>B\n"
    "urn:8 https://paper.example/c <p>C\n"
    "urn:9 https://paper.example/d D\n";

TEST(Warc, GivesThePagesOfACrawl) {
  EXPECT_EQ(pages_of(crawl()), crawl_pages);
  EXPECT_EQ(pages_of(crawl(), 1), crawl_pages);
  EXPECT_EQ(pages_of(""), "");
  WarcReader reader(source_of(crawl(), 1000), most, WarcReader::Records::kept);
  const auto page = reader.next();
  EXPECT_EQ((*page)->date, "2026-10-12T08:30:00Z");
  EXPECT_EQ((*page)->media_type, "text/html");
  EXPECT_EQ((*page)->charset, "utf-8");
}

// The records of the pages, one behind the other.
std::vector<std::string> records_of(const std::string& file, std::size_t piece = 1000) {
  WarcReader reader(source_of(file, piece), most, WarcReader::Records::kept);
  std::vector<std::string> records;
  for (;;) {
    const auto page = reader.next();
    if (!page || !*page) return records;
    records.push_back((*page)->record);
  }
}

TEST(Warc, GivesTheRecordsOfAPageAsTheyStandThere) {
  const std::string url = "https://paper.example/a";
  const auto request = [&](const std::string& fields) {
    std::string record = warc_record("request", "urn:q", url, "application/http; msgtype=request",
                                     "GET /a HTTP/1.1\r\n\r\n");
    return record.insert(record.find("WARC-Date"), fields);
  };
  const std::string response = warc_response("urn:r", url, html, "<p>A");
  const std::string other = warc_response("urn:o", url + "/b", html, "<p>B");
  const std::string of_response = request("WARC-Concurrent-To: <urn:r>\r\n");
  const std::string of_other = request("warc-concurrent-to: urn:x\r\n");
  using Records = std::vector<std::string>;
  for (const std::size_t piece : {1, 7, 1000}) {
    EXPECT_EQ(records_of(response + other, piece), (Records{response, other}));
    EXPECT_EQ(records_of(of_response + response + other, piece),
              (Records{of_response + response, other}));
    EXPECT_EQ(records_of(response + of_response + other, piece),
              (Records{response + of_response, other}));
    EXPECT_EQ(records_of(request("") + response + other, piece),
              (Records{request("") + response, other}))
        << "told by the address";
    EXPECT_EQ(records_of(of_other + response + of_other, piece), (Records{response}));
    EXPECT_EQ(records_of(other + request("") + response, piece),
              (Records{other, request("") + response}));
  }
  std::string bare = response;  // line ends without CR, and fields nobody knows
  bare.replace(0, bare.find("WARC-Date"),
               "WARC/1.0\nWARC-Type: response\nMy-Field:  x\nWARC-"
               "Target-URI: " +
                   url + "\n");
  EXPECT_EQ(records_of(bare), Records{bare});
  // A page and the record behind it are told apart: what is damaged there costs the next one only.
  EXPECT_EQ(pages_of(response + of_response.substr(0, of_response.size() - 10)),
            "urn:r " + url + " <p>A\nthe data end early");
}

TEST(Warc, KeepsNoRecordsWhereNoneAreAskedFor) {
  WarcReader reader(source_of(crawl(), 1000), most, WarcReader::Records::dropped);
  int pages = 0;
  for (;;) {
    const auto page = reader.next();
    ASSERT_TRUE(page) << page.error().message();
    if (!*page) break;
    ++pages;
    EXPECT_EQ((*page)->record, "");
    EXPECT_TRUE((*page)->content);
  }
  EXPECT_EQ(pages, 4);
}

TEST(Warc, HeadersWithoutEndAreDamage) {
  std::string file = "WARC/1.1\r\n";
  for (int i = 0; i < 40'000; ++i) file += "WARC-Concurrent-To: <urn:uuid:0123456789>\r\n";
  EXPECT_EQ(pages_of(file),
            "the WARC file is damaged: the header of a record has more than 1048576 bytes");
}

TEST(Warc, IsReadThroughGzip) {
  std::string members;
  const std::string text = crawl();
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t next = std::min(text.find("WARC/1.1", start + 1), text.size());
    members += gzipped(text.substr(start, next - start));
    start = next;
  }
  EXPECT_EQ(pages_of(members), crawl_pages) << "a member for each record";
  EXPECT_EQ(pages_of(members, 1), crawl_pages);
  EXPECT_EQ(pages_of(gzipped(text)), crawl_pages) << "one member";
  EXPECT_EQ(pages_of(members + std::string(600, '\0')), crawl_pages) << "filled up";
}

TEST(Warc, AWrongRecordIsAPageThatFails) {
  const std::string url = "https://paper.example/";
  const std::string file =
      warc_response("urn:1", url + "big", html, std::string(most, 'x')) +
      warc_response("urn:2", url + "bomb", html + "Content-Encoding: gzip\r\n",
                    gzipped(std::string(most + 1, 'x'))) +
      warc_response("urn:3", url + "zstd", html + "Content-Encoding: zstd\r\n", "x") +
      warc_response("urn:4", url + "image", "Content-Type: image/gif\r\nContent-Encoding: zz\r\n",
                    "x") +
      warc_record("response", "urn:5", url + "e", "application/http", "nonsense") +
      warc_response("urn:6", url + "a", html, "<p>A");
  EXPECT_EQ(pages_of(file),
            "urn:1: the record has more than 100000 bytes\n"
            "urn:2: the HTTP response unpacks to more than 100000 bytes\n"
            "urn:3: the HTTP response has the content coding 'zstd', which is not read\n"
            "urn:5: the HTTP response is damaged: it has no status line\n"
            "urn:6 https://paper.example/a <p>A\n");
}

TEST(Warc, DamageEndsIt) {
  const std::string first = warc_response("urn:1", "https://paper.example/a", html, "<p>A");
  const std::string page = "urn:1 https://paper.example/a <p>A\n";
  const std::string damaged = page + "the WARC file is damaged: ";
  EXPECT_EQ(pages_of(first + "nonsense\n"), damaged + "there is no record where one should begin");
  EXPECT_EQ(pages_of(first + "WARC/1.0\r\nWARC-Type: x\r\n\r\n"),
            damaged + "a record has no length");
  EXPECT_EQ(pages_of(first + "WARC/1.0\r\nContent-Length: -1\r\n\r\n"),
            damaged + "a record has no length");
  EXPECT_EQ(pages_of(first + "WARC/1.0\r\nContent-Le"),
            damaged + "it ends in the header of a record");
  EXPECT_EQ(pages_of(first + first.substr(0, first.size() - 10)), page + "the data end early");
  const std::string zip = gzipped(first + first);
  const std::string cut = pages_of(zip.substr(0, zip.size() - 12));
  EXPECT_NE(cut.find("the compressed data are damaged"), std::string::npos) << cut;
  EXPECT_EQ(pages_of(std::string(200'000, 'x')), "a line has more than 65536 octets");
}

// No beginning, end or changed octet of a file may do anything but fail.
TEST(Warc, IsNeverStuckOrCrashed) {
  const std::string file = crawl();
  for (std::size_t i = 0; i < file.size(); i += 7) {
    pages_of(file.substr(0, i));
    pages_of(file.substr(i));
    std::string changed = file;
    changed[i] = static_cast<char>(changed[i] ^ 0x20);
    pages_of(changed);
    const std::string zip = gzipped(file);
    changed = zip;
    changed[i % zip.size()] = static_cast<char>(~changed[i % zip.size()]);
    pages_of(changed);
  }
  SUCCEED();
}

}  // namespace
}  // namespace pressmark::containers
