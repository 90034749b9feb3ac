// converters/containers/http_message.h: an HTTP/1 response as it was recorded.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace pressmark::containers {

struct HttpResponse {
  int status = 0;
  std::string media_type;  // "text/html", in lower case; empty where it is not said
  std::string charset;     // as Content-Type says; empty where it does not
  // Without transfer and content codings. Fails with ErrorKind::unrecognised for a coding that is
  // damaged or not known, and with ErrorKind::limit for a body that is too large, decoded.
  Result<Bytes> body = Bytes();
};

// "text/html" of 'Text/HTML; charset="utf-8"', and "utf-8" (RFC 9110, 8.3.1).
std::string media_type_of(std::string_view content_type);
std::string charset_of(std::string_view content_type);

// Parses a status line, header fields and body (RFC 9112) and takes off "chunked" (7.1) and the
// content codings gzip, deflate and br (RFC 9110, 8.4.1). A body that does not have the coding its
// header names is taken as it is: recorders often store it decoded. Fails with
// ErrorKind::unrecognised for what is no response.
Result<HttpResponse> parse_http_response(std::string_view message, std::size_t most_bytes);

}  // namespace pressmark::containers
