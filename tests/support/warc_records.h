// tests/support/warc_records.h: records of WARC files as crawlers write them.
#pragma once

#include <string>

namespace pressmark {

inline std::string warc_record(const std::string& type, const std::string& id,
                               const std::string& url, const std::string& content_type,
                               const std::string& block) {
  return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <" + id +
         ">\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2026-10-12T08:30:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

// A response with these header fields, each with its line end.
inline std::string warc_response(const std::string& id, const std::string& url,
                                 const std::string& fields, const std::string& body,
                                 const std::string& status = "200 OK") {
  return warc_record("response", id, url, "application/http; msgtype=response",
                     "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body);
}

}  // namespace pressmark
