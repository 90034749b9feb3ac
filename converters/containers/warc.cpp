#include "converters/containers/warc.h"

#include <charconv>

#include "converters/common/url.h"
#include "converters/containers/http_message.h"
#include "core/base/ascii.h"

namespace pressmark::containers {
namespace {

constexpr std::size_t most_line = 65536;

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

Error damaged(const std::string& what) {
  return Error(ErrorKind::unrecognised, "the WARC file is damaged: " + what);
}

}  // namespace

struct WarcReader::Record {
  std::string type;
  std::string id;
  std::string url;
  std::string date;
  std::string content_type;
  std::size_t length = 0;
};

Result<std::optional<WarcReader::Record>> WarcReader::next_record() {
  Result<std::optional<Bytes>> line = reader_.line(most_line);
  while (line && *line && (*line)->empty()) line = reader_.line(most_line);
  if (!line) return line.error();
  if (!*line) return std::optional<Record>();
  if (!(*line)->starts_with("WARC/1.")) return damaged("there is no record where one should begin");
  Record record;
  std::string length;
  for (;;) {
    line = reader_.line(most_line);
    if (!line) return line.error();
    if (!*line) return damaged("it ends in the header of a record");
    if ((*line)->empty()) break;
    const std::size_t colon = (*line)->find(':');
    if (colon == std::string::npos) continue;
    const std::string name = ascii::to_lower(std::string_view(**line).substr(0, colon));
    const std::string value(trimmed(std::string_view(**line).substr(colon + 1)));
    if (name == "warc-type") record.type = ascii::to_lower(value);
    if (name == "warc-record-id") record.id = without_brackets(value);
    if (name == "warc-target-uri") record.url = without_brackets(value);
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

Result<std::optional<WarcPage>> WarcReader::next() {
  for (;;) {
    const Result<std::optional<Record>> record = next_record();
    if (!record) return record.error();
    if (!*record) return std::optional<WarcPage>();
    Result<std::optional<WarcPage>> page = page_of(**record);
    if (!page || *page) return page;
  }
}

}  // namespace pressmark::containers
