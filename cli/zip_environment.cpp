#include "cli/zip_environment.h"

#include <algorithm>
#include <vector>

#include "converters/archive/reference_path.h"

namespace pressmark::cli {
namespace {

// "a/b.png" of "./a/c/../b.png"; absent where it is absolute or leads out of its folder.
std::optional<std::string> resolved(std::string_view path) {
  std::vector<std::string_view> parts;
  if (path.starts_with('/')) return {};
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (part == "..") {
      if (parts.empty()) return {};
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string joined;
  for (const std::string_view part : parts) {
    joined.append(joined.empty() ? "" : "/").append(part);
  }
  return joined;
}

}  // namespace

ZipEnvironment::ZipEnvironment(std::string archive, const std::string& entry,
                               std::optional<Date> time, const Limits& limits)
    : archive_(std::move(archive)),
      folder_(entry.substr(0, entry.rfind('/') + 1)),
      time_(std::move(time)),
      entry_bytes_(limits.resource_bytes),
      bytes_left_(limits.all_resource_bytes) {}

Result<Bytes> ZipEnvironment::read(std::string_view reference) {
  const std::optional<std::string> relative = reference_path(reference);
  const std::optional<std::string> path = relative ? resolved(*relative) : std::nullopt;
  if (!path || path->empty()) {
    return Error(ErrorKind::unreadable,
                 "'" + std::string(reference) + "' is not read: it is no entry beside the article");
  }
  if (!zip_) {
    Result<containers::ZipContainer> opened = containers::ZipContainer::open(archive_);
    if (!opened) return opened.error();
    zip_ = std::move(*opened);
  }
  Result<Bytes> octets = zip_->read(folder_ + *path, std::min(entry_bytes_, bytes_left_));
  if (octets) bytes_left_ -= octets->size();
  return octets;
}

}  // namespace pressmark::cli
