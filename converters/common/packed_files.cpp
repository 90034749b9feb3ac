#include "converters/common/packed_files.h"

#include <archive.h>
#include <archive_entry.h>

#include <clocale>
#include <memory>
#include <vector>

namespace pressmark {
namespace {

constexpr std::size_t piece_size = std::size_t{1} << 16;

struct FreeReader {
  void operator()(struct archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<struct archive, FreeReader>;

// libarchive gives names in the locale's encoding and loses what that lacks; so this thread's is
// UTF-8 while one lives.
class Utf8Names {
 public:
  Utf8Names() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{})) {
    if (locale_ != locale_t{}) before_ = uselocale(locale_);
  }
  ~Utf8Names() {
    if (locale_ == locale_t{}) return;
    uselocale(before_);
    freelocale(locale_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t locale_;
  locale_t before_ = locale_t{};
};

Error damaged(const std::string& path, struct archive* reader) {
  const char* reason = archive_error_string(reader);
  return Error(ErrorKind::unrecognised, "'" + path + "' cannot be read as a ZIP or tar archive: " +
                                            (reason == nullptr ? "it is damaged" : reason));
}

PackedFile describe(archive_entry* entry) {
  // Octets as they are where they are no UTF-8.
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  PackedFile file;
  file.path = name == nullptr ? "" : name;
  const auto type = archive_entry_filetype(entry);
  const bool is_link = archive_entry_hardlink(entry) != nullptr;
  file.kind = type == AE_IFDIR               ? PackedFile::Kind::folder
              : type == AE_IFREG && !is_link ? PackedFile::Kind::file
                                             : PackedFile::Kind::other;
  return file;
}

}  // namespace

Result<Done> visit_packed_files(const std::string& path, const PackedFileVisitor& visit) {
  const Utf8Names names;
  const Reader reader(archive_read_new());
  if (reader == nullptr) return Error(ErrorKind::internal, "no memory to read '" + path + "'");
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_format_tar(reader.get());
  archive_read_support_format_zip(reader.get());
  if (archive_read_open_filename(reader.get(), path.c_str(), piece_size) != ARCHIVE_OK) {
    return damaged(path, reader.get());
  }
  std::vector<char> piece(piece_size);
  archive_entry* entry = nullptr;
  for (;;) {
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) return Done{};
    // A warning is about a name that the locale cannot show: it is taken as it is.
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return damaged(path, reader.get());
    const OctetPieces pieces = [&]() -> Result<std::string_view> {
      const la_ssize_t count = archive_read_data(reader.get(), piece.data(), piece.size());
      if (count < 0) return damaged(path, reader.get());
      return std::string_view(piece.data(), static_cast<std::size_t>(count));
    };
    if (auto visited = visit(describe(entry), pieces); !visited) return visited;
  }
}

}  // namespace pressmark
