#include "converters/importers/html/mhtml.h"

#include <algorithm>
#include <string>
#include <utility>

#include "converters/common/mime.h"
#include "converters/importers/html/words.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

constexpr int most_levels = 8;  // of parts in parts

class ArchiveReader {
 public:
  void read(std::string_view message, const mime::Header& header, int level) {
    const std::string_view content = header.value("content-type");
    const std::string boundary = mime::parameter(content, "boundary");
    if (boundary.empty() || level > most_levels) return;
    const std::string root = without_brackets(mime::parameter(content, "start"));
    for (const std::string_view part : mime::split_parts(message, boundary)) {
      const mime::Header own = mime::read_header(part);
      const std::string_view body = part.substr(own.length);
      const std::string type = own.media_type();
      if (type.starts_with("multipart/")) {
        read(body, own, level + 1);
        continue;
      }
      const std::string id = without_brackets(own.value("content-id"));
      const bool page = type == "text/html" || type == "application/xhtml+xml";
      if (page && (!found_ || (!root.empty() && id == root))) {
        found_ = true;
        archive_.page = mime::decode_body(body, own);
        archive_.url = utf8::to_text(own.value("content-location"));
        archive_.charset = mime::parameter(own.value("content-type"), "charset");
      } else if (type.starts_with("image/")) {
        add(body, own, id);
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

  void add(std::string_view body, const mime::Header& header, const std::string& id) {
    Bytes octets = mime::decode_body(body, header);
    const std::string_view location = header.value("content-location");
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
  const std::string_view message = octets.substr(first);
  const mime::Header header = mime::read_header(message);
  if (!header.media_type().starts_with("multipart/")) return std::nullopt;
  ArchiveReader reader;
  reader.read(message.substr(header.length), header, 0);
  return reader.take();
}

}  // namespace pressmark::html
