#include "converters/common/zip.h"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <set>

namespace pressmark {
namespace {

constexpr int deflate_level = 6;
// 1980-01-01 00:00, the earliest date that ZIP's DOS format can hold (APPNOTE 4.4.6).
constexpr zip_uint16_t fixed_date = (1 << 5) | 1;
constexpr zip_uint16_t fixed_time = 0;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;
using File = std::unique_ptr<zip_file_t, CloseFile>;
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

// One reference to a libzip source, which counts its owners itself.
class SourceReference {
 public:
  explicit SourceReference(zip_source_t* source) : source_(source) {
    if (source_ != nullptr) zip_source_keep(source_);
  }
  SourceReference(const SourceReference&) = delete;
  SourceReference& operator=(const SourceReference&) = delete;
  ~SourceReference() { zip_source_free(source_); }

 private:
  zip_source_t* source_;
};

// What libzip reads of one entry: data that is deflated already, with what its header needs to say.
// It must live until the archive is closed.
struct Deflated {
  Bytes data;
  zip_uint64_t size = 0;  // before deflating
  zip_uint32_t crc = 0;
  std::size_t position = 0;
};

zip_int64_t read_deflated(void* state, void* buffer, zip_uint64_t size, zip_source_cmd_t command) {
  auto& source = *static_cast<Deflated*>(state);
  switch (command) {
    case ZIP_SOURCE_OPEN:
      source.position = 0;
      return 0;
    case ZIP_SOURCE_READ: {
      const std::size_t count = std::min<std::size_t>(size, source.data.size() - source.position);
      std::memcpy(buffer, source.data.data() + source.position, count);
      source.position += count;
      return static_cast<zip_int64_t>(count);
    }
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_FREE:
      return 0;
    case ZIP_SOURCE_STAT: {
      auto& status = *static_cast<zip_stat_t*>(buffer);
      zip_stat_init(&status);
      status.valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
      status.size = source.size;
      status.comp_size = source.data.size();
      status.comp_method = ZIP_CM_DEFLATE;
      status.crc = source.crc;
      return sizeof status;
    }
    case ZIP_SOURCE_ERROR: {
      auto& codes = *static_cast<std::array<int, 2>*>(buffer);
      codes = {ZIP_ER_OK, 0};
      return sizeof codes;
    }
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                            ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default:
      return -1;
  }
}

Deflated deflate(libdeflate_compressor* compressor, std::string_view data) {
  Deflated result;
  result.size = data.size();
  result.crc = libdeflate_crc32(0, data.data(), data.size());
  result.data.resize(libdeflate_deflate_compress_bound(compressor, data.size()));
  result.data.resize(libdeflate_deflate_compress(compressor, data.data(), data.size(),
                                                 result.data.data(), result.data.size()));
  return result;
}

Error zip_failure(const std::string& what, zip_error_t* error) {
  return Error(ErrorKind::internal,
               "cannot write the ZIP archive: " + what + ": " + zip_error_strerror(error));
}

// A new archive in memory.
class Writer {
 public:
  Result<Bytes> write(const std::vector<ZipEntry>& entries) {
    zip_error_init(&error_);
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error_);
    if (memory == nullptr) return zip_failure("no memory", &error_);
    const SourceReference kept(memory);
    Archive archive(zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error_));
    if (archive == nullptr) {
      zip_source_free(memory);
      return zip_failure("it cannot be begun", &error_);
    }
    deflated_.reserve(entries.size());
    for (const ZipEntry& entry : entries) {
      if (!add(archive.get(), entry)) {
        return zip_failure(entry.path, zip_get_error(archive.get()));
      }
    }
    if (zip_close(archive.get()) != 0) {
      return zip_failure("it cannot be finished", zip_get_error(archive.get()));
    }
    archive.release();  // zip_close() has freed it
    return read_back(memory);
  }

  Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() { zip_error_fini(&error_); }

 private:
  bool add(zip_t* archive, const ZipEntry& entry) {
    zip_source_t* source = make_source(archive, entry);
    if (source == nullptr) return false;
    const zip_int64_t index = zip_file_add(archive, entry.path.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(source);
      return false;
    }
    const auto position = static_cast<zip_uint64_t>(index);
    const zip_int32_t method = stored_ ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    return zip_set_file_compression(archive, position, method, 0) == 0 &&
           zip_file_set_dostime(archive, position, fixed_time, fixed_date, 0) == 0;
  }

  // Deflates where that makes the entry smaller.
  zip_source_t* make_source(zip_t* archive, const ZipEntry& entry) {
    stored_ = true;
    if (!entry.stored && !entry.data.empty()) {
      if (compressor_ == nullptr) compressor_.reset(libdeflate_alloc_compressor(deflate_level));
      Deflated deflated = deflate(compressor_.get(), entry.data);
      if (!deflated.data.empty() && deflated.data.size() < entry.data.size()) {
        stored_ = false;
        deflated_.push_back(std::make_unique<Deflated>(std::move(deflated)));
        return zip_source_function(archive, read_deflated, deflated_.back().get());
      }
    }
    return zip_source_buffer(archive, entry.data.data(), entry.data.size(), 0);
  }

  Result<Bytes> read_back(zip_source_t* memory) {
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_source_stat(memory, &status) != 0 || zip_source_open(memory) != 0) {
      return zip_failure("it cannot be read back", zip_source_error(memory));
    }
    Bytes bytes(status.size, '\0');
    const zip_int64_t count = zip_source_read(memory, bytes.data(), bytes.size());
    zip_source_close(memory);
    if (count != static_cast<zip_int64_t>(bytes.size())) {
      return zip_failure("it cannot be read back", zip_source_error(memory));
    }
    return bytes;
  }

  zip_error_t error_ = {};
  Compressor compressor_;
  std::vector<std::unique_ptr<Deflated>> deflated_;
  bool stored_ = false;
};

Error damaged(const std::string& what) {
  return Error(ErrorKind::unrecognised, "the ZIP archive is damaged: " + what);
}

// Relative, without empty, "." or ".." parts, backslashes and drive letters.
bool is_safe_path(std::string_view path) {
  if (path.empty() || path.find_first_of("\\:") != std::string_view::npos) return false;
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string_view part = path.substr(start, end - start);
    if (part.empty() || part == "." || part == "..") return false;
    start = end + 1;
  }
  return true;
}

Result<Bytes> read_entry(zip_t* archive, zip_uint64_t index, const std::string& path,
                         std::size_t size) {
  const File file(zip_fopen_index(archive, index, 0));
  if (file == nullptr) return damaged(path + " cannot be opened");
  Bytes data(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const zip_int64_t count = zip_fread(file.get(), data.data() + filled, size - filled);
    if (count <= 0) return damaged(path + " ends early");
    filled += static_cast<std::size_t>(count);
  }
  // Reading on to the end makes libzip check the CRC, and shows data beyond the stated size.
  char more;
  if (zip_fread(file.get(), &more, 1) != 0) return damaged(path + " is not what its header says");
  return data;
}

}  // namespace

Result<Bytes> write_zip(const std::vector<ZipEntry>& entries) { return Writer().write(entries); }

Result<std::vector<ZipEntry>> read_zip(std::string_view archive, std::size_t most_bytes) {
  // libzip takes no octets at all for an archive without entries.
  if (archive.empty()) return damaged("it is empty");
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
  Archive opened(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
  if (opened == nullptr) {
    zip_source_free(source);
    Error failure = damaged(zip_error_strerror(&error));
    zip_error_fini(&error);
    return failure;
  }
  std::vector<ZipEntry> entries;
  std::set<std::string> paths;
  std::size_t total = 0;
  const zip_int64_t count = zip_get_num_entries(opened.get(), 0);
  for (zip_int64_t index = 0; index < count; ++index) {
    zip_stat_t status;
    zip_stat_init(&status);
    const auto position = static_cast<zip_uint64_t>(index);
    if (zip_stat_index(opened.get(), position, 0, &status) != 0 || status.name == nullptr ||
        (status.valid & ZIP_STAT_SIZE) == 0) {
      return damaged("an entry has no name or size");
    }
    const std::string path = status.name;
    if (path.ends_with('/')) continue;  // a folder
    if (!is_safe_path(path)) return damaged("unsafe path " + path);
    if (!paths.insert(path).second) return damaged(path + " is there twice");
    if (status.size > most_bytes - total) {
      return Error(ErrorKind::limit,
                   "the ZIP archive unpacks to more than " + std::to_string(most_bytes) + " bytes");
    }
    total += status.size;
    Result<Bytes> data = read_entry(opened.get(), position, path, status.size);
    if (!data) return data.error();
    entries.push_back({path, std::move(*data), status.comp_method == ZIP_CM_STORE});
  }
  return entries;
}

}  // namespace pressmark
