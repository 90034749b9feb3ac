#include "converters/archive/file_pieces.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace pressmark::files {
namespace {

constexpr std::size_t longest_piece = std::size_t{1} << 18;

// Most files are small: a whole one in a piece, with an octet of room to see that it ends there.
std::size_t piece_size(int descriptor) {
  constexpr std::size_t shortest_piece = std::size_t{1} << 12;
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || status.st_size < 0) return longest_piece;
  return std::clamp(static_cast<std::size_t>(status.st_size) + 1, shortest_piece, longest_piece);
}

}  // namespace

FilePieces::FilePieces(FileHandle file, std::string path)
    : file_(std::move(file)),
      path_(std::move(path)),
      size_(piece_size(file_.get())),
      piece_(std::make_unique_for_overwrite<char[]>(size_)) {}

Result<FilePieces> FilePieces::open(const std::string& path) {
  FileHandle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) return system_error(ErrorKind::unreadable, "read", path, errno);
  return FilePieces(std::move(file), path);
}

Result<std::string_view> FilePieces::next() {
  for (;;) {
    const ssize_t count = ::read(file_.get(), piece_.get(), size_);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(ErrorKind::unreadable, "read", path_, errno);
    return std::string_view(piece_.get(), static_cast<std::size_t>(count));
  }
}

}  // namespace pressmark::files
