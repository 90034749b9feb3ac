#include "converters/containers/zip_container.h"

#include <zip.h>

#include <algorithm>
#include <map>

namespace pressmark::containers {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

Error failed(ErrorKind kind, const std::string& path, const std::string& reason) {
  return Error(kind, "the entry '" + path + "' of the ZIP archive " + reason);
}

}  // namespace

struct ZipContainer::State {
  std::unique_ptr<zip_t, DiscardArchive> archive;
  std::vector<std::string> paths;
  std::map<std::string, zip_uint64_t> positions;
};

Result<ZipContainer> ZipContainer::open(const std::string& path) {
  int code = 0;
  std::unique_ptr<zip_t, DiscardArchive> archive(zip_open(path.c_str(), ZIP_RDONLY, &code));
  if (archive == nullptr) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string reason = zip_error_strerror(&error);
    const bool is_of_system = zip_error_system_type(&error) == ZIP_ET_SYS || code == ZIP_ER_NOENT;
    zip_error_fini(&error);
    return Error(is_of_system ? ErrorKind::unreadable : ErrorKind::unrecognised,
                 "cannot read the ZIP archive '" + path + "': " + reason);
  }
  auto state = std::make_shared<State>();
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t index = 0; index < count; ++index) {
    const auto position = static_cast<zip_uint64_t>(index);
    const char* name = zip_get_name(archive.get(), position, ZIP_FL_ENC_GUESS);
    if (name == nullptr) continue;
    const std::string entry = name;
    if (entry.empty() || entry.ends_with('/')) continue;
    if (state->positions.emplace(entry, position).second) state->paths.push_back(entry);
  }
  state->archive = std::move(archive);
  return ZipContainer(std::move(state));
}

std::vector<std::string> ZipContainer::paths() const { return state_->paths; }

bool ZipContainer::has(const std::string& path) const { return state_->positions.contains(path); }

Result<Bytes> ZipContainer::read(const std::string& path, std::size_t most_bytes) const {
  const auto found = state_->positions.find(path);
  if (found == state_->positions.end()) {
    return failed(ErrorKind::unreadable, path, "is not there");
  }
  zip_stat_t status;
  zip_stat_init(&status);
  zip_stat_index(state_->archive.get(), found->second, 0, &status);
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
    return failed(ErrorKind::unreadable, path, "is encrypted");
  }
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index(state_->archive.get(), found->second, 0));
  if (file == nullptr) {
    return failed(ErrorKind::unrecognised, path,
                  std::string("cannot be unpacked: ") + zip_strerror(state_->archive.get()));
  }
  // The size in the header is not trusted: the entry is read piece by piece up to the limit.
  constexpr std::size_t piece_octets = std::size_t{1} << 20;
  Bytes data;
  for (;;) {
    const std::size_t filled = data.size();
    data.resize(filled + piece_octets);
    const zip_int64_t count = zip_fread(file.get(), data.data() + filled, piece_octets);
    if (count < 0) return failed(ErrorKind::unrecognised, path, "is damaged");
    data.resize(filled + static_cast<std::size_t>(count));
    if (data.size() > most_bytes) {
      return failed(ErrorKind::limit, path,
                    "unpacks to more than " + std::to_string(most_bytes) + " bytes");
    }
    if (count == 0) return data;
  }
}

}  // namespace pressmark::containers
