// converters/archive/file_pieces.h: a file of any size, read piece by piece.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "converters/archive/durable_files.h"
#include "core/base/result.h"

namespace pressmark::files {

class FilePieces {
 public:
  // Fails with ErrorKind::unreadable.
  static Result<FilePieces> open(const std::string& path);

  // The next octets, valid until the next call; empty at the end. Fails with ErrorKind::unreadable.
  Result<std::string_view> next();

 private:
  FilePieces(FileHandle file, std::string path);

  FileHandle file_;
  std::string path_;
  std::size_t size_;  // of a piece at most
  std::unique_ptr<char[]> piece_;
};

}  // namespace pressmark::files
