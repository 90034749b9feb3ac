// converters/importers/html/mhtml.h: web archives: a page and its files in one MIME message
// (RFC 2557), as browsers save them (".mhtml", ".mht").
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace pressmark::html {

struct WebArchive {
  Bytes page;           // the octets of the root HTML part
  std::string url;      // its Content-Location; may be empty
  std::string charset;  // its charset parameter; may be empty
  // The other parts by Content-Location and, as "cid:...", by Content-ID.
  std::map<std::string, Bytes, std::less<>> files;
};

// Reads a multipart message with an HTML part. Absent where the octets are no such message. Damaged
// parts are read as far as they go. Linear in the size.
std::optional<WebArchive> read_web_archive(std::string_view octets);

}  // namespace pressmark::html
