// converters/common/zip.h: ZIP archives in memory, the same bytes for the same entries.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark {

struct ZipEntry {
  std::string path;  // '/' between parts, relative, no "..", unique
  Bytes data;
  bool stored =
      false;  // not deflated: the mimetype entry, and images, which are compressed already
};

// Writes the entries in their order, with the date 1980-01-01 00:00 and the same attributes each,
// deflated by libdeflate at level 6 and handed raw to libzip. Fails with ErrorKind::internal when
// libzip does, for a path twice included.
Result<Bytes> write_zip(const std::vector<ZipEntry>& entries);

// Reads an archive; entries come in the archive's order. Fails with ErrorKind::unrecognised for
// damaged data and with ErrorKind::limit when the entries unpack to more than `most_bytes`.
Result<std::vector<ZipEntry>> read_zip(std::string_view archive, std::size_t most_bytes);

}  // namespace pressmark
