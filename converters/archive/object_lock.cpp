#include "converters/archive/object_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace pressmark::archive {
namespace {

// Whether the file that was locked is still the one of that name: its last holder removes it, and
// who waited for it then holds a lock on a file that nobody else will open.
bool is_current(int descriptor, const std::string& path) {
  struct stat locked {};
  struct stat named {};
  return ::fstat(descriptor, &locked) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         locked.st_ino == named.st_ino && locked.st_dev == named.st_dev;
}

int lock_file(int descriptor, int operation) {
  int result = 0;
  do {
    result = ::flock(descriptor, operation);
  } while (result != 0 && errno == EINTR);
  return result;
}

}  // namespace

Result<ObjectLock> ObjectLock::wait_for(const std::string& path) {
  for (;;) {
    if (auto made = files::make_folders(files::folder_of(path)); !made) return made.error();
    files::FileHandle file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    // Another run removed the empty staging folder in between.
    if (!file.is_open() && errno == ENOENT) continue;
    if (!file.is_open() || lock_file(file.get(), LOCK_EX) != 0) {
      return files::system_error(ErrorKind::unwritable, "lock", path, errno);
    }
    if (is_current(file.get(), path)) return ObjectLock(std::move(file), path);
  }
}

Result<std::optional<ObjectLock>> ObjectLock::try_for(const std::string& path) {
  if (auto made = files::make_folders(files::folder_of(path)); !made) return made.error();
  files::FileHandle file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
  // Another run removed the empty staging folder in between.
  if (!file.is_open() && errno == ENOENT) return std::optional<ObjectLock>();
  if (!file.is_open()) return files::system_error(ErrorKind::unwritable, "lock", path, errno);
  if (lock_file(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return std::optional<ObjectLock>();
    return files::system_error(ErrorKind::unwritable, "lock", path, errno);
  }
  if (!is_current(file.get(), path)) return std::optional<ObjectLock>();
  return std::optional<ObjectLock>(ObjectLock(std::move(file), path));
}

ObjectLock::~ObjectLock() {
  if (file_.is_open()) ::unlink(path_.c_str());
}

}  // namespace pressmark::archive
