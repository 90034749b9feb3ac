// converters/containers/warc.h: the pages of a WARC file (ISO 28500:2017, WARC 1.0 and 1.1), plain
// or gzipped.
#pragma once

#include <optional>
#include <string>

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
};

// Reads a file from its beginning to its end; memory is bounded by one record.
class WarcReader {
 public:
  // Records of more than `most_bytes` are pages that fail with ErrorKind::limit.
  WarcReader(OctetSource source, std::size_t most_bytes)
      : reader_(unzipped(std::move(source))), most_bytes_(most_bytes) {}

  // The next page; absent at the end of the file. Fails with ErrorKind::unrecognised where the file
  // is damaged so that no further record can be found.
  Result<std::optional<WarcPage>> next();

 private:
  struct Record;

  Result<std::optional<Record>> next_record();
  Result<std::optional<WarcPage>> page_of(const Record& record);

  OctetReader reader_;
  std::size_t most_bytes_;
};

}  // namespace pressmark::containers
