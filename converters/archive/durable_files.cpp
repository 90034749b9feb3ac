#include "converters/archive/durable_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace pressmark::files {
namespace fs = boost::filesystem;
namespace {

constexpr std::size_t read_step = std::size_t{1} << 18;
constexpr std::size_t small_read_step = std::size_t{1} << 12;

int open_retrying(const char* path, int flags, mode_t mode = 0) {
  int descriptor = -1;
  do {
    descriptor = ::open(path, flags | O_CLOEXEC, mode);
  } while (descriptor < 0 && errno == EINTR);
  return descriptor;
}

enum class Wait { no, yes };

Result<Done> make_file(const std::string& path, std::string_view octets, std::string_view name,
                       Wait wait) {
  FileHandle file(open_retrying(path.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0666));
  if (!file.is_open()) return system_error(ErrorKind::unwritable, "make", name, errno);
  Result<Done> written = write_all(file.get(), octets, name);
  if (written && wait == Wait::yes && ::fsync(file.get()) != 0) {
    written = system_error(ErrorKind::unwritable, "write", name, errno);
  }
  if (!file.close() && written) {
    written = system_error(ErrorKind::unwritable, "write", name, errno);
  }
  if (!written) ::unlink(path.c_str());
  return written;
}

}  // namespace

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
  if (this != &other) {
    close();
    descriptor_ = other.release();
  }
  return *this;
}

int FileHandle::release() {
  const int descriptor = descriptor_;
  descriptor_ = -1;
  return descriptor;
}

bool FileHandle::close() {
  const int descriptor = release();
  // EINTR: Linux has closed it all the same.
  return descriptor < 0 || ::close(descriptor) == 0 || errno == EINTR;
}

std::string system_reason(int code) {
  const char* words = ::strerrordesc_np(code);
  if (words == nullptr) return "error " + std::to_string(code);
  std::string reason = words;
  if (reason[0] >= 'A' && reason[0] <= 'Z') reason[0] = static_cast<char>(reason[0] - 'A' + 'a');
  return reason;
}

Error system_error(ErrorKind kind, std::string_view action, std::string_view path, int code) {
  std::string message = "cannot ";
  message.append(action).append(" '").append(path).append("': ").append(system_reason(code));
  std::string remedy;
  if (code == ENOSPC || code == EDQUOT) remedy = "free some space, then run it again";
  if (code == EFBIG) remedy = "raise the limit of the size of files (ulimit -f)";
  return Error(kind, std::move(message), std::move(remedy));
}

Result<Bytes> read_descriptor(int descriptor, std::string_view name, std::size_t most_bytes) {
  Bytes octets;
  std::size_t expected = 0;  // no more than a hint: files grow, and those of /proc have the size 0
  struct stat status {};
  if (::fstat(descriptor, &status) == 0) {
    if (S_ISDIR(status.st_mode)) {
      return Error(ErrorKind::unreadable, "'" + std::string(name) + "' is a folder");
    }
    const auto size = static_cast<std::size_t>(status.st_size < 0 ? 0 : status.st_size);
    if (S_ISREG(status.st_mode)) expected = std::min(size, most_bytes);
  }
  if (expected > 0) octets.reserve(expected + small_read_step);
  for (;;) {
    const std::size_t before = octets.size();
    // Memory that is asked for is filled with zeros first: no more than a file needs.
    const std::size_t step = before < expected    ? expected - before
                             : before == expected ? small_read_step
                                                  : read_step;
    octets.resize(before + step);
    const ssize_t count = ::read(descriptor, octets.data() + before, step);
    octets.resize(before + static_cast<std::size_t>(count > 0 ? count : 0));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(ErrorKind::unreadable, "read", name, errno);
    if (count == 0) return octets;
    if (octets.size() > most_bytes) {
      return Error(ErrorKind::limit, "'" + std::string(name) + "' has more than the limit of " +
                                         std::to_string(most_bytes) + " bytes");
    }
  }
}

Result<Bytes> read_file(const std::string& path, std::size_t most_bytes) {
  const FileHandle file(open_retrying(path.c_str(), O_RDONLY));
  if (!file.is_open()) return system_error(ErrorKind::unreadable, "read", path, errno);
  return read_descriptor(file.get(), path, most_bytes);
}

Result<Done> write_all(int descriptor, std::string_view octets, std::string_view name) {
  while (!octets.empty()) {
    const ssize_t count = ::write(descriptor, octets.data(), octets.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(ErrorKind::unwritable, "write", name, errno);
    octets.remove_prefix(static_cast<std::size_t>(count));
  }
  return Done{};
}

Result<Done> write_new_file(const std::string& path, std::string_view octets,
                            std::string_view name) {
  return make_file(path, octets, name, Wait::yes);
}

Result<Done> write_new_file_unsynced(const std::string& path, std::string_view octets) {
  return make_file(path, octets, path, Wait::no);
}

Result<Done> sync_file_system(const std::string& path) {
  const FileHandle file(open_retrying(path.c_str(), O_RDONLY));
  if (!file.is_open()) return system_error(ErrorKind::unwritable, "open", path, errno);
  if (::syncfs(file.get()) != 0) return system_error(ErrorKind::unwritable, "write", path, errno);
  return Done{};
}

Result<Done> sync_folder(const std::string& path) {
  const FileHandle folder(open_retrying(path.c_str(), O_RDONLY | O_DIRECTORY));
  if (!folder.is_open()) return system_error(ErrorKind::unwritable, "open", path, errno);
  // EINVAL: a file system that cannot do this for folders; there is nothing more to wait for.
  if (::fsync(folder.get()) != 0 && errno != EINVAL) {
    return system_error(ErrorKind::unwritable, "write", path, errno);
  }
  return Done{};
}

Result<Done> make_folders(const std::string& path) {
  boost::system::error_code error;
  fs::create_directories(path, error);
  if (error && !is_folder(path)) {
    return system_error(ErrorKind::unwritable, "make the folder", path, error.value());
  }
  return Done{};
}

Result<Done> rename_path(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) {
    return system_error(ErrorKind::unwritable, "rename to", to, errno);
  }
  return Done{};
}

Result<Done> remove_tree(const std::string& path) {
  boost::system::error_code error;
  fs::remove_all(path, error);
  if (error) return system_error(ErrorKind::unwritable, "remove", path, error.value());
  return Done{};
}

bool exists(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

bool is_link(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
}

bool is_writable(const std::string& path) {
  return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  return FileIdentity{status.st_dev, status.st_ino};
}

Result<std::vector<FolderEntry>> list_entries(const std::string& path) {
  using Kind = FolderEntry::Kind;
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), ::closedir);
  if (!folder) return system_error(ErrorKind::unreadable, "read the folder", path, errno);
  std::vector<FolderEntry> entries;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(folder.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    Kind kind = entry->d_type == DT_REG   ? Kind::file
                : entry->d_type == DT_DIR ? Kind::folder
                                          : Kind::other;
    struct stat status {};
    // Some file systems do not say.
    if (entry->d_type == DT_UNKNOWN &&
        ::fstatat(::dirfd(folder.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
      kind = S_ISREG(status.st_mode)   ? Kind::file
             : S_ISDIR(status.st_mode) ? Kind::folder
                                       : Kind::other;
    }
    entries.push_back({kind, std::string(name)});
  }
  if (errno != 0) return system_error(ErrorKind::unreadable, "read the folder", path, errno);
  std::ranges::sort(entries, {}, &FolderEntry::name);
  return entries;
}

Result<std::vector<std::string>> list_folder(const std::string& path) {
  Result<std::vector<FolderEntry>> entries = list_entries(path);
  if (!entries) return entries.error();
  std::vector<std::string> names;
  names.reserve(entries->size());
  for (FolderEntry& entry : *entries) names.push_back(std::move(entry.name));
  return names;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace pressmark::files
