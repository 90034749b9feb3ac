#include "converters/containers/warc.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "converters/common/url.h"
#include "converters/containers/http_message.h"
#include "core/base/ascii.h"

namespace pressmark::containers {
namespace {

constexpr std::size_t most_line = 65536;
constexpr std::size_t most_header = std::size_t{1} << 20;  // octets of all its lines

bool is_read(const std::string& media_type) {
  return media_type == "text/html" || media_type == "application/xhtml+xml" ||
         media_type == "text/plain";
}

std::string_view trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t") + 1 - start);
}

std::string without_brackets(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>') && uri.size() > 1) {
    uri = uri.substr(1, uri.size() - 2);
  }
  return std::string(uri);
}

std::string_view without_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// A record ends with two line ends (ISO 28500, 4).
Bytes record_octets(const Bytes& header, const Bytes& block) { return header + block + "\r\n\r\n"; }

Error damaged(const std::string& what) {
  return Error(ErrorKind::unrecognised, "the WARC file is damaged: " + what);
}

}  // namespace

Result<std::optional<WarcReader::Record>> WarcReader::next_record() {
  if (!ahead_) return read_header();
  Result<std::optional<Record>> record = std::move(*ahead_);
  ahead_.reset();
  return record;
}

Result<std::optional<WarcReader::Record>> WarcReader::read_header() {
  Result<std::optional<Bytes>> line = reader_.raw_line(most_line);
  while (line && *line && without_end(**line).empty()) line = reader_.raw_line(most_line);
  if (!line) return line.error();
  if (!*line) return std::optional<Record>();
  if (!(*line)->starts_with("WARC/1.")) return damaged("there is no record where one should begin");
  Record record;
  record.header = std::move(**line);
  std::string length;
  for (;;) {
    line = reader_.raw_line(most_line);
    if (!line) return line.error();
    if (!*line) return damaged("it ends in the header of a record");
    if (record.header.size() + (*line)->size() > most_header) {
      return damaged("the header of a record has more than " + std::to_string(most_header) +
                     " bytes");
    }
    record.header += **line;
    const std::string_view text = without_end(**line);
    if (text.empty()) break;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = ascii::to_lower(text.substr(0, colon));
    const std::string value(trimmed(text.substr(colon + 1)));
    if (name == "warc-type") record.type = ascii::to_lower(value);
    if (name == "warc-record-id") record.id = without_brackets(value);
    if (name == "warc-target-uri") record.url = without_brackets(value);
    if (name == "warc-concurrent-to") record.concurrent_to.push_back(without_brackets(value));
    if (name == "warc-date") record.date = value;
    if (name == "content-type") record.content_type = value;
    if (name == "content-length") length = value;
  }
  const auto [end, error] =
      std::from_chars(length.data(), length.data() + length.size(), record.length);
  if (length.empty() || error != std::errc() || end != length.data() + length.size()) {
    return damaged("a record has no length");
  }
  return std::optional<Record>(std::move(record));
}

Result<std::optional<WarcPage>> WarcReader::page_of(const Record& record) {
  const bool is_response = record.type == "response";
  const bool may_be_page =
      is_web_url(record.url) && split_url(record.url).path != "/robots.txt" &&
      (is_response ? media_type_of(record.content_type) == "application/http"
                   : (record.type == "resource" || record.type == "conversion") &&
                         is_read(media_type_of(record.content_type)));
  if (!may_be_page) {
    if (auto skipped = reader_.skip(record.length); !skipped) return skipped.error();
    return std::optional<WarcPage>();
  }
  WarcPage page;
  page.id = record.id;
  page.url = record.url;
  page.date = record.date;
  if (record.length > most_bytes_) {
    if (auto skipped = reader_.skip(record.length); !skipped) return skipped.error();
    page.content = Error(ErrorKind::limit,
                         "the record has more than " + std::to_string(most_bytes_) + " bytes");
    return std::optional<WarcPage>(std::move(page));
  }
  Result<Bytes> block = reader_.block(record.length);
  if (!block) return block.error();
  if (records_ == Records::kept) page.record = record_octets(record.header, *block);
  if (!is_response) {
    page.media_type = media_type_of(record.content_type);
    page.charset = charset_of(record.content_type);
    page.content = std::move(*block);
    return std::optional<WarcPage>(std::move(page));
  }
  Result<HttpResponse> response = parse_http_response(*block, most_bytes_);
  if (!response) {
    page.content = response.error();
    return std::optional<WarcPage>(std::move(page));
  }
  constexpr int ok = 200;
  const bool is_empty = response->body && response->body->empty();
  if (response->status != ok || !is_read(response->media_type) || is_empty) {
    return std::optional<WarcPage>();
  }
  page.media_type = response->media_type;
  page.charset = response->charset;
  page.content = std::move(response->body);
  return std::optional<WarcPage>(std::move(page));
}

// Crawlers write a request before its response or behind it, and one names the other; where
// neither names any, both have the address (ISO 28500, 5.7 and 6.5).
bool WarcReader::belong_together(const Record& request, const Record& response) {
  const auto names = [](const Record& one, const Record& other) {
    return !other.id.empty() &&
           std::ranges::find(one.concurrent_to, other.id) != one.concurrent_to.end();
  };
  if (names(request, response) || names(response, request)) return true;
  return request.concurrent_to.empty() && response.concurrent_to.empty() &&
         request.url == response.url;
}

Result<Done> WarcReader::take_request(Record record) {
  if (record.length > most_bytes_ || records_ == Records::dropped) {
    return reader_.skip(record.length);
  }
  Result<Bytes> block = reader_.block(record.length);
  if (!block) return block.error();
  Bytes octets = record_octets(record.header, *block);
  request_ = Request{std::move(record), std::move(octets)};
  return Done{};
}

Result<std::optional<WarcPage>> WarcReader::next() {
  for (;;) {
    Result<std::optional<Record>> record = next_record();
    if (!record) return record.error();
    if (!*record) return std::optional<WarcPage>();
    if ((*record)->type == "request") {
      request_.reset();
      if (auto taken = take_request(std::move(**record)); !taken) return taken.error();
      continue;
    }
    Result<std::optional<WarcPage>> page = page_of(**record);
    const std::optional<Request> before = std::exchange(request_, std::nullopt);
    if (!page) return page;
    if (!*page) continue;
    if ((*page)->record.empty()) return page;
    if (before && belong_together(before->record, **record)) {
      (*page)->record = before->octets + (*page)->record;
      return page;
    }
    ahead_ = read_header();
    const bool is_request = *ahead_ && **ahead_ && (***ahead_).type == "request" &&
                            belong_together(***ahead_, **record);
    if (!is_request) return page;
    Record request = std::move(***ahead_);
    ahead_.reset();
    // What is wrong with the file behind the page is told when the next one is asked for.
    if (auto taken = take_request(std::move(request)); !taken) {
      ahead_ = Result<std::optional<Record>>(taken.error());
    } else if (request_) {
      (*page)->record += request_->octets;
    }
    request_.reset();
    return page;
  }
}

}  // namespace pressmark::containers
