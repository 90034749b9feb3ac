// converters/common/tar_gz.h: gzip-compressed tar archives in memory, the same bytes for the same
// entries, by libarchive.
#pragma once

#include <vector>

#include "converters/common/zip.h"
#include "core/base/result.h"

namespace pressmark {

// Writes the entries in their order as regular files of mode 0644, dated 1980-01-01, owned by
// nobody; paths are written as they are, in GNU's form of tar where they are long. Fails with
// ErrorKind::internal when libarchive does.
Result<Bytes> write_tar_gz(const std::vector<ZipEntry>& entries);

}  // namespace pressmark
