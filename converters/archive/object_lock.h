// converters/archive/object_lock.h: one writer at a time for each object of an archive.
#pragma once

#include <optional>
#include <string>

#include "converters/archive/durable_files.h"
#include "core/base/result.h"

namespace pressmark::archive {

// Holds the lock until destroyed. The lock is the system's (flock on a file in the staging folder),
// so it ends with its process, however that ends: a lock file left behind by a killed run locks
// nothing.
class ObjectLock {
 public:
  // Waits for the lock on `path`, which is made with its folder. Fails with ErrorKind::unwritable.
  static Result<ObjectLock> wait_for(const std::string& path);
  // The lock if nobody has it, its file made where it is absent; absent where somebody has. Fails
  // with ErrorKind::unwritable.
  static Result<std::optional<ObjectLock>> try_for(const std::string& path);

  ObjectLock(ObjectLock&&) = default;
  ObjectLock& operator=(ObjectLock&&) = delete;
  // Removes the file before it lets go of the lock.
  ~ObjectLock();

 private:
  ObjectLock(files::FileHandle file, std::string path)
      : file_(std::move(file)), path_(std::move(path)) {}

  files::FileHandle file_;
  std::string path_;
};

}  // namespace pressmark::archive
