// converters/archive/durable_files.h: files that are on the disk when a function says so.
//
// Thin functions over POSIX calls; every failure is an Error that names the file and the system's
// reason. Nothing here is atomic by itself: see cli/atomic_file.h and store.h for that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace pressmark::files {

// An open file that is closed at the end of the scope. Negative: none.
class FileHandle {
 public:
  explicit FileHandle(int descriptor = -1) : descriptor_(descriptor) {}
  ~FileHandle() { close(); }
  FileHandle(FileHandle&& other) noexcept : descriptor_(other.release()) {}
  FileHandle& operator=(FileHandle&& other) noexcept;
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;

  int get() const { return descriptor_; }
  bool is_open() const { return descriptor_ >= 0; }
  int release();
  // Closes now; false where the system reports that written data were lost.
  bool close();

 private:
  int descriptor_;
};

// The system's words for `code` (an errno value), in English whatever the locale says.
std::string system_reason(int code);
// "cannot <action> '<path>': <reason of errno>".
Error system_error(ErrorKind kind, std::string_view action, std::string_view path, int code);

// The octets of a file, pipe or device, at most `most_bytes`. Fails with ErrorKind::unreadable
// (missing, no permission, a folder) or ErrorKind::limit where there is more.
Result<Bytes> read_file(const std::string& path, std::size_t most_bytes);
// The same from an open descriptor; `name` is for messages.
Result<Bytes> read_descriptor(int descriptor, std::string_view name, std::size_t most_bytes);

// Writes all octets, whatever pieces the system takes. Fails with ErrorKind::unwritable.
Result<Done> write_all(int descriptor, std::string_view octets, std::string_view name);

// Makes a file that must not exist yet, writes it and waits until it is on the disk. On failure
// the file is removed again. `name` is for messages.
Result<Done> write_new_file(const std::string& path, std::string_view octets,
                            std::string_view name);
inline Result<Done> write_new_file(const std::string& path, std::string_view octets) {
  return write_new_file(path, octets, path);
}

// The same without the wait: for many files, followed by one sync_file_system().
Result<Done> write_new_file_unsynced(const std::string& path, std::string_view octets);

// Waits until everything written to the file system of `path` is on the disk: one wait for any
// number of files and folders. Fails with ErrorKind::unwritable, also where an earlier write to it
// was lost.
Result<Done> sync_file_system(const std::string& path);

// Waits until the entries of a folder are on the disk.
Result<Done> sync_folder(const std::string& path);

// Makes a folder and those above it that are missing; those there already are no failure.
Result<Done> make_folders(const std::string& path);

Result<Done> rename_path(const std::string& from, const std::string& to);

// Removes a file, or a folder with all below it; what is not there is no failure. Symbolic links
// are removed, never followed.
Result<Done> remove_tree(const std::string& path);

bool exists(const std::string& path);  // also a link that leads nowhere
bool is_folder(const std::string& path);
bool is_link(const std::string& path);  // a symbolic one
// Whether this process may write to a file, or make files in a folder.
bool is_writable(const std::string& path);

// Which regular file a path leads to, through links: equal for two names of one file. Empty where
// it leads to none.
using FileIdentity = std::pair<std::uint64_t, std::uint64_t>;  // device and inode
std::optional<FileIdentity> identity_of(const std::string& path);

// The names in a folder, sorted by octets, without "." and "..".
Result<std::vector<std::string>> list_folder(const std::string& path);

struct FolderEntry {
  enum class Kind { file, folder, other } kind = Kind::other;  // a link is another
  std::string name;
};
// The same with what each is, as the folder itself says: nothing is opened, no link followed.
Result<std::vector<FolderEntry>> list_entries(const std::string& path);

// "a/b" of "a/b/c"; "." where there is no slash; "/" of "/a".
std::string folder_of(const std::string& path);
// "c" of "a/b/c".
std::string name_of(const std::string& path);

}  // namespace pressmark::files
