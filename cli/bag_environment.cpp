#include "cli/bag_environment.h"

#include <algorithm>

#include "converters/archive/reference_path.h"

namespace pressmark::cli {

Result<Bytes> BagEnvironment::read(std::string_view reference) {
  const std::optional<std::string> relative = reference_path(reference);
  const std::optional<std::string> path = relative ? path_below(*relative) : std::nullopt;
  const auto found =
      path ? std::ranges::lower_bound(files_, folder_ + *path, {}, &archive::ArchivedFile::path)
           : files_.end();
  if (found == files_.end() || found->path != folder_ + *path) {
    return Error(ErrorKind::unreadable,
                 "'" + std::string(reference) + "' is not read: it is no file beside the article");
  }
  return found->octets;
}

}  // namespace pressmark::cli
