#include "converters/common/tar_gz.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace pressmark {
namespace {

constexpr long fixed_time = 315532800;  // 1980-01-01, as in ZIP archives
constexpr int file_mode = 0644;

struct FreeWriter {
  void operator()(struct archive* writer) const { archive_write_free(writer); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

la_ssize_t take(struct archive*, void* target, const void* octets, std::size_t size) {
  static_cast<Bytes*>(target)->append(static_cast<const char*>(octets), size);
  return static_cast<la_ssize_t>(size);
}

Error failure(struct archive* writer) {
  const char* reason = writer == nullptr ? nullptr : archive_error_string(writer);
  return Error(ErrorKind::internal, std::string("cannot write the tar archive: ") +
                                        (reason == nullptr ? "no memory" : reason));
}

}  // namespace

Result<Bytes> write_tar_gz(const std::vector<ZipEntry>& entries) {
  Bytes octets;
  const std::unique_ptr<struct archive, FreeWriter> writer(archive_write_new());
  const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
  struct archive* raw = writer.get();
  // Nothing is padded behind the compressed data.
  if (raw != nullptr) archive_write_set_bytes_in_last_block(raw, 1);
  // GNU's form takes paths octet by octet, whatever the locale; gzip's header gets no time.
  if (raw == nullptr || entry == nullptr || archive_write_set_format_gnutar(raw) != ARCHIVE_OK ||
      archive_write_add_filter_gzip(raw) != ARCHIVE_OK ||
      archive_write_set_filter_option(raw, "gzip", "timestamp", nullptr) != ARCHIVE_OK ||
      archive_write_open(raw, &octets, nullptr, take, nullptr) != ARCHIVE_OK) {
    return failure(raw);
  }
  for (const ZipEntry& one : entries) {
    archive_entry_clear(entry.get());
    archive_entry_set_pathname(entry.get(), one.path.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(one.data.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), file_mode);
    archive_entry_set_mtime(entry.get(), fixed_time, 0);
    if (archive_write_header(raw, entry.get()) != ARCHIVE_OK ||
        archive_write_data(raw, one.data.data(), one.data.size()) !=
            static_cast<la_ssize_t>(one.data.size())) {
      return failure(raw);
    }
  }
  if (archive_write_close(raw) != ARCHIVE_OK) return failure(raw);
  return octets;
}

}  // namespace pressmark
