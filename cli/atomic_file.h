// cli/atomic_file.h: outputs that are either complete or not there.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace pressmark::cli {

enum class Existing {
  replace,  // the file at that place is replaced
  keep,     // a file at that place is a failure, unless it has the same content
};

// Writes a temporary file in the same folder, waits until it is on the disk, and renames it; so the
// file at `path` is the old one or the new one at every moment, and a failure leaves nothing
// behind. What is not a regular file (a device, a pipe) is written to directly; a symbolic link is
// followed. A replaced file's permissions are kept. Fails with ErrorKind::unwritable.
Result<Done> write_file_atomically(const std::string& path, std::string_view octets,
                                   Existing existing);

// Removes the temporary files of this process and of those forked from it: for a signal handler, so
// it calls only what signal-safety(7) allows.
void remove_temporary_files() noexcept;

// Removes those of a forked process that has ended, however it did.
void remove_temporary_files_of(pid_t process);

}  // namespace pressmark::cli
