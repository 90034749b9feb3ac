#include "cli/zip_environment.h"

#include <algorithm>

#include "converters/archive/reference_path.h"

namespace pressmark::cli {
ZipEnvironment::ZipEnvironment(std::string archive, const std::string& entry,
                               std::optional<Date> time, const Limits& limits)
    : archive_(std::move(archive)),
      folder_(entry.substr(0, entry.rfind('/') + 1)),
      time_(std::move(time)),
      entry_bytes_(limits.resource_bytes),
      bytes_left_(limits.all_resource_bytes) {}

Result<Bytes> ZipEnvironment::read(std::string_view reference) {
  const std::optional<std::string> relative = reference_path(reference);
  const std::optional<std::string> path = relative ? path_below(*relative) : std::nullopt;
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
