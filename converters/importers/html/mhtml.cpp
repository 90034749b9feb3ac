#include "converters/importers/html/mhtml.h"

#include <algorithm>
#include <vector>

#include "converters/common/digest.h"
#include "converters/importers/html/words.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

// Where headers may begin at the latest, and how many parts and levels are read.
constexpr std::size_t most_header_octets = 64 * 1024;
constexpr std::size_t most_parts = 20'000;
constexpr int most_levels = 8;

using Headers = std::map<std::string, std::string, std::less<>>;

struct Part {
  Headers headers;
  std::string_view body;
};

// The line from `at` without its end; moves `at` behind it.
std::string_view take_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Header fields (RFC 5322, 2.2) with names in lower case, folded lines joined; then the body.
Part read_part(std::string_view text) {
  Part part;
  std::size_t at = 0;
  std::string* last = nullptr;
  while (at < text.size() && at < most_header_octets) {
    const std::string_view line = take_line(text, at);
    if (line.empty()) break;
    if (is_space(line.front())) {
      if (last != nullptr) *last += " " + std::string(trim(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    last = &part.headers[to_lower(trim(line.substr(0, colon)))];
    *last = std::string(trim(line.substr(colon + 1)));
  }
  part.body = text.substr(at);
  return part;
}

std::string_view header(const Part& part, std::string_view name) {
  const auto found = part.headers.find(name);
  return found == part.headers.end() ? std::string_view() : std::string_view(found->second);
}

// "multipart/related" of "multipart/related; boundary=..." in lower case.
std::string media_type(const Part& part) {
  const std::string_view type = header(part, "content-type");
  return to_lower(trim(type.substr(0, type.find(';'))));
}

// A parameter of the content type (RFC 2045, 5.1).
std::string parameter(const Part& part, std::string_view name) {
  std::string_view rest = header(part, "content-type");
  for (std::size_t semicolon; (semicolon = rest.find(';')) != std::string_view::npos;) {
    rest = trim(rest.substr(semicolon + 1));
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return {};
    const bool wanted = equals_ignoring_case(trim(rest.substr(0, equals)), name);
    rest = trim(rest.substr(equals + 1));
    std::string_view value;
    if (rest.starts_with('"')) {
      const std::size_t end = std::min(rest.find('"', 1), rest.size());
      value = rest.substr(1, end - 1);
      rest = rest.substr(std::min(end + 1, rest.size()));
    } else {
      value = trim(rest.substr(0, rest.find(';')));
    }
    if (wanted) return std::string(value);
  }
  return {};
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// RFC 2045, 6.7.
Bytes decode_quoted_printable(std::string_view text) {
  Bytes octets;
  octets.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      octets += text[i];
      continue;
    }
    if (i + 1 < text.size() && text[i + 1] == '\n') {
      i += 1;
    } else if (i + 2 < text.size() && text[i + 1] == '\r' && text[i + 2] == '\n') {
      i += 2;
    } else if (i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
      octets += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      octets += '=';
    }
  }
  return octets;
}

Bytes decode_body(const Part& part) {
  const std::string encoding = to_lower(header(part, "content-transfer-encoding"));
  if (encoding == "base64") return base64_decode(part.body).value_or(Bytes());
  if (encoding == "quoted-printable") return decode_quoted_printable(part.body);
  return Bytes(part.body);
}

// The parts between the lines of the boundary (RFC 2046, 5.1.1).
std::vector<std::string_view> split_parts(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = "--" + boundary;
  std::size_t start = std::string_view::npos;
  for (std::size_t at = body.find(mark); at != std::string_view::npos && parts.size() < most_parts;
       at = body.find(mark, at + mark.size())) {
    if (at > 0 && body[at - 1] != '\n') continue;
    if (start != std::string_view::npos) parts.push_back(body.substr(start, at - start));
    const bool last = body.substr(at + mark.size(), 2) == "--";
    start = last ? std::string_view::npos : at + mark.size();
    if (last) break;
    take_line(body, start);
  }
  // A message that is cut off ends within its last part.
  if (start != std::string_view::npos) parts.push_back(body.substr(start));
  return parts;
}

class ArchiveReader {
 public:
  void read(const Part& message, int level) {
    const std::string boundary = parameter(message, "boundary");
    if (boundary.empty() || level > most_levels) return;
    const std::string root = without_brackets(parameter(message, "start"));
    for (const std::string_view text : split_parts(message.body, boundary)) {
      const Part part = read_part(text);
      const std::string type = media_type(part);
      if (type.starts_with("multipart/")) {
        read(part, level + 1);
        continue;
      }
      const std::string id = without_brackets(header(part, "content-id"));
      const bool page = type == "text/html" || type == "application/xhtml+xml";
      if (page && (!found_ || (!root.empty() && id == root))) {
        found_ = true;
        archive_.page = decode_body(part);
        archive_.url = utf8::to_text(header(part, "content-location"));
        archive_.charset = parameter(part, "charset");
      } else if (type.starts_with("image/")) {
        add(part, id);
      }
    }
  }

  std::optional<WebArchive> take() {
    if (!found_) return std::nullopt;
    return std::move(archive_);
  }

 private:
  static std::string without_brackets(std::string_view id) {
    id = trim(id);
    if (id.starts_with('<')) id.remove_prefix(1);
    if (id.ends_with('>')) id.remove_suffix(1);
    return std::string(id);
  }

  void add(const Part& part, const std::string& id) {
    Bytes octets = decode_body(part);
    const std::string_view location = header(part, "content-location");
    if (!id.empty()) archive_.files.emplace("cid:" + id, octets);
    if (!location.empty()) archive_.files.emplace(std::string(location), std::move(octets));
  }

  WebArchive archive_;
  bool found_ = false;
};

}  // namespace

std::optional<WebArchive> read_web_archive(std::string_view octets) {
  // Messages begin with header fields; a page begins with markup.
  const std::string_view head = octets.substr(0, 4096);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || !is_letter(head[first])) return std::nullopt;
  if (!contains_ignoring_case(head, "content-type:") ||
      !contains_ignoring_case(head, "multipart/")) {
    return std::nullopt;
  }
  const Part message = read_part(octets.substr(first));
  if (!media_type(message).starts_with("multipart/")) return std::nullopt;
  ArchiveReader reader;
  reader.read(message, 0);
  return reader.take();
}

}  // namespace pressmark::html
