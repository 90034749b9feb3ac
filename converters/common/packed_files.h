// converters/common/packed_files.h: the files in a ZIP or tar archive on the disk, one by one, by
// libarchive.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace pressmark {

// Gives the next piece of a file's octets, valid until the next call; empty at the end. Fails with
// ErrorKind::unrecognised for damaged data.
using OctetPieces = std::function<Result<std::string_view>()>;

struct PackedFile {
  std::string path;  // as the archive has it: anything; of ZIP in NFC
  enum class Kind { file, folder, other } kind = Kind::file;  // other: links, devices, ...
};

// Is given each entry in the archive's order, and its content where it is a file. An error ends the
// reading.
using PackedFileVisitor = std::function<Result<Done>(const PackedFile&, const OctetPieces&)>;

// Reads a ZIP file, a tar file or one that gzip has compressed. Memory is that of one piece. Fails
// with ErrorKind::unreadable, with ErrorKind::unrecognised for another or a damaged file, and as
// `visit` does.
Result<Done> visit_packed_files(const std::string& path, const PackedFileVisitor& visit);

}  // namespace pressmark
