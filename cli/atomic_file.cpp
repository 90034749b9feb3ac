#include "cli/atomic_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <boost/filesystem.hpp>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <optional>
#include <span>

#include "converters/archive/durable_files.h"

namespace pressmark::cli {
namespace {

using files::system_error;

// The temporary files now in use, by this process and those forked from it. A signal handler reads
// it, so it is a plain array of names; a slot is taken by setting `owner`, and its name may be read
// once `ready` is set.
struct TemporarySlot {
  std::atomic<pid_t> owner = 0;  // 0: none
  std::atomic<bool> ready = false;
  std::array<char, 4096> path{};
};
static_assert(std::atomic<pid_t>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);
constexpr std::size_t slot_count = 128;

// Memory that forked processes share, so that the files of one that was killed are known. Zeroes
// are free slots. Empty where the system gives none.
std::span<TemporarySlot> shared_slots() {
  void* memory = ::mmap(nullptr, slot_count * sizeof(TemporarySlot), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return {};
  return {static_cast<TemporarySlot*>(memory), slot_count};
}
const std::span<TemporarySlot> temporary_slots = shared_slots();
std::atomic<unsigned> temporary_count = 0;

// Registers a temporary file for as long as it lives. Where no slot is free or the path is too
// long the file is written all the same, only without the handler's care.
class TemporaryRegistration {
 public:
  explicit TemporaryRegistration(const std::string& path) {
    for (TemporarySlot& slot : temporary_slots) {
      pid_t expected = 0;
      if (path.size() >= slot.path.size()) return;
      if (!slot.owner.compare_exchange_strong(expected, ::getpid())) continue;
      std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
      slot.ready = true;
      slot_ = &slot;
      return;
    }
  }
  ~TemporaryRegistration() {
    if (slot_ == nullptr) return;
    slot_->ready = false;
    slot_->owner = 0;
  }
  TemporaryRegistration(const TemporaryRegistration&) = delete;
  TemporaryRegistration& operator=(const TemporaryRegistration&) = delete;

 private:
  TemporarySlot* slot_ = nullptr;
};

std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return status;
}

// Where a chain of symbolic links ends, so that the link itself stays.
std::string behind_links(const std::string& path) {
  boost::system::error_code error;
  if (!boost::filesystem::is_symlink(path, error)) return path;
  const boost::filesystem::path target = boost::filesystem::canonical(path, error);
  return error ? path : target.string();
}

// Opens what is there. A named pipe has to have a reader: one that is just starting is waited for,
// but not for ever.
files::FileHandle open_directly(const std::string& path) {
  constexpr int attempts = 50;
  constexpr timespec pause = {0, 100'000'000};
  for (int attempt = 1;; ++attempt) {
    files::FileHandle file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.is_open() || errno != ENXIO || attempt == attempts) return file;
    ::nanosleep(&pause, nullptr);
  }
}

Result<Done> write_directly(const std::string& path, std::string_view octets) {
  files::FileHandle file = open_directly(path);
  if (!file.is_open() && errno == ENXIO) {
    return Error(ErrorKind::unwritable, "nobody reads from '" + path + "'",
                 "start its reader, or write to standard output");
  }
  if (!file.is_open()) return system_error(ErrorKind::unwritable, "write", path, errno);
  if (const int flags = ::fcntl(file.get(), F_GETFL); flags >= 0) {
    ::fcntl(file.get(), F_SETFL, flags & ~O_NONBLOCK);
  }
  Result<Done> written = files::write_all(file.get(), octets, path);
  if (written && !file.close()) return system_error(ErrorKind::unwritable, "write", path, errno);
  return written;
}

bool has_content(const std::string& path, std::string_view octets, const struct stat& status) {
  if (static_cast<std::size_t>(status.st_size) != octets.size()) return false;
  const Result<Bytes> present = files::read_file(path, octets.size());
  return present && *present == octets;
}

// Writes the temporary file and makes it the file at `path`.
Result<Done> fill_and_rename(const std::string& temporary, const std::string& path,
                             std::string_view octets, std::optional<mode_t> mode,
                             Existing existing) {
  if (auto written = files::write_new_file(temporary, octets, path); !written) return written;
  if (mode && ::chmod(temporary.c_str(), *mode) != 0) {
    return system_error(ErrorKind::unwritable, "set the permissions of", path, errno);
  }
  if (existing == Existing::keep) {
    // link() fails where a file has come up at that place in the meantime; rename() would not.
    if (::link(temporary.c_str(), path.c_str()) == 0) {
      ::unlink(temporary.c_str());
      return Done{};
    }
    if (errno == EEXIST) {
      return Error(ErrorKind::unwritable, "'" + path + "' is there already", "--force replaces it");
    }
  }
  return files::rename_path(temporary, path);
}

}  // namespace

Result<Done> write_file_atomically(const std::string& requested, std::string_view octets,
                                   Existing existing) {
  const std::string path = behind_links(requested);
  const auto present = status_of(path);
  if (present && S_ISDIR(present->st_mode)) {
    return Error(ErrorKind::unwritable, "cannot write '" + requested + "': it is a folder",
                 "name a file");
  }
  if (present && !S_ISREG(present->st_mode)) return write_directly(path, octets);
  if (present && existing == Existing::keep) {
    if (has_content(path, octets, *present)) return Done{};
    return Error(ErrorKind::unwritable, "'" + requested + "' is there already",
                 "--force replaces it");
  }
  const std::string folder = files::folder_of(path);
  const std::string temporary = folder + "/.pressmark-" + std::to_string(::getpid()) + "-" +
                                std::to_string(temporary_count++) + ".tmp";
  const TemporaryRegistration registration(temporary);
  const std::optional<mode_t> mode =
      present ? std::optional<mode_t>(present->st_mode & 07777) : std::nullopt;
  if (auto renamed = fill_and_rename(temporary, path, octets, mode, existing); !renamed) {
    ::unlink(temporary.c_str());
    return renamed;
  }
  return files::sync_folder(folder);
}

void remove_temporary_files() noexcept {
  for (TemporarySlot& slot : temporary_slots) {
    if (slot.ready) ::unlink(slot.path.data());
  }
}

void remove_temporary_files_of(pid_t process) {
  for (TemporarySlot& slot : temporary_slots) {
    if (slot.owner != process) continue;
    if (slot.ready.exchange(false)) ::unlink(slot.path.data());
    slot.owner = 0;
  }
}

}  // namespace pressmark::cli
