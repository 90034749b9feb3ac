#include "converters/archive/file_pieces.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace pressmark::files {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 18;

}  // namespace

FilePieces::FilePieces(FileHandle file, std::string path)
    : file_(std::move(file)), path_(std::move(path)), piece_(piece_size) {}

Result<FilePieces> FilePieces::open(const std::string& path) {
  FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return system_error(ErrorKind::unreadable, "read", path, errno);
  return FilePieces(std::move(file), path);
}

Result<std::string_view> FilePieces::next() {
  for (;;) {
    const ssize_t count = ::read(file_.get(), piece_.data(), piece_.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(ErrorKind::unreadable, "read", path_, errno);
    return std::string_view(piece_.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace pressmark::files
