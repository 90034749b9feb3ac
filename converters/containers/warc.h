// converters/containers/warc.h: the pages of a WARC file (ISO 28500:2017, WARC 1.0 and 1.1), plain
// or gzipped.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "converters/containers/octet_source.h"
#include "core/base/result.h"

namespace pressmark::containers {

// A record that may hold an article: the page of a response with status 200, a resource or a
// conversion, of a media type that is read (HTML, XHTML, plain text), of an http or https address
// other than a site's /robots.txt.
struct WarcPage {
  std::string id;          // WARC-Record-ID without '<' and '>'
  std::string url;         // WARC-Target-URI
  std::string date;        // WARC-Date: when it was captured
  std::string media_type;  // "text/html"
  std::string charset;     // as the server said; empty where it did not
  // The page, without transfer and content codings; or why it cannot be had, which is a failure of
  // this record alone.
  Result<Bytes> content = Bytes();
  // The record as it stands in the file, header included, and before or behind it that of the
  // request where the file has it next to it: a WARC file by itself. Empty for what is too large,
  // and where records are not kept.
  Bytes record;
};

// Reads a file from its beginning to its end; memory is bounded by one record and its request,
// whose headers have at most 1 MiB.
class WarcReader {
 public:
  enum class Records { kept, dropped };  // whether pages bring WarcPage::record

  // Records of more than `most_bytes` are pages that fail with ErrorKind::limit.
  WarcReader(OctetSource source, std::size_t most_bytes, Records records)
      : reader_(unzipped(std::move(source))), most_bytes_(most_bytes), records_(records) {}

  // The next page; absent at the end of the file. Fails with ErrorKind::unrecognised where the file
  // is damaged so that no further record can be found.
  Result<std::optional<WarcPage>> next();

 private:
  // What the header of a record says.
  struct Record {
    std::string type;
    std::string id;
    std::string url;
    std::string date;
    std::string content_type;
    std::vector<std::string> concurrent_to;  // ids of records of the same exchange
    std::size_t length = 0;
    Bytes header;  // as it stands there, with the empty line behind it
  };
  struct Request {
    Record record;
    Bytes octets;
  };

  Result<std::optional<Record>> next_record();
  Result<std::optional<Record>> read_header();
  Result<std::optional<WarcPage>> page_of(const Record& record);
  Result<Done> take_request(Record record);
  static bool belong_together(const Record& request, const Record& response);

  OctetReader reader_;
  std::size_t most_bytes_;
  Records records_;
  std::optional<Request> request_;  // the record before the next one, if it is one
  std::optional<Result<std::optional<Record>>> ahead_;  // the header of the next record
};

}  // namespace pressmark::containers
