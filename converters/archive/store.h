// converters/archive/store.h: an archive on the disk: an OCFL 1.1 storage root.
//
// A version is staged below extensions/pressmark-staging, waited for until it is on the disk (one
// wait for all its files), and then put in place by one rename (a new object) or one exchange of
// folders (a new version). So at every moment, also after a kill or on a full disk, the root holds
// the old state or the new one and is valid. Any number of processes and threads may write into one
// root.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/archive/inventory.h"
#include "core/base/result.h"

namespace pressmark::archive {

struct ArchivedFile {
  std::string path;  // logical: "tei/article.xml"; satisfies is_safe_path()
  Bytes octets;
};

// One version of an object as plain data.
struct NewVersion {
  std::string object_id;  // a URI
  std::string created;    // RFC 3339
  std::string message;
  std::string user_name;
  std::string user_address;  // a URI
  std::vector<ArchivedFile> files;
  // Paths of files that record the making of the version (its time) and not its content: where only
  // these differ from the newest version, there is nothing new to store.
  std::vector<std::string> records;
  // Whether it was stored before, at the time `created`: an earlier version with these files will
  // do, too, and it does not become the newest one behind a version made later.
  bool is_brought_back = false;
};

struct Committed {
  std::string object_path;  // below the root
  int version = 0;          // that has the files: the newest one, but see is_brought_back
  bool stored = false;      // false: its files are those of the newest version already
};

// Is told of each change of an object, while its lock is held: to keep a catalogue in step.
class CommitObserver {
 public:
  virtual ~CommitObserver() = default;
  // The object is about to change.
  virtual void before_change(const std::string& object_path) = 0;
  // It has changed, or could not be.
  virtual void after_change(const std::string& object_path) = 0;
};

class Store {
 public:
  // Opens an archive; makes it where there is nothing or an empty folder, and clears up what killed
  // runs left. Fails with ErrorKind::unwritable, also for a folder that holds anything else, lies
  // inside an archive, or is an archive of another layout.
  static Result<Store> open_or_make(const std::string& root);
  // Opens one that must exist, to read. Fails with ErrorKind::unreadable.
  static Result<Store> open(const std::string& root);

  // Stores the version after the newest one, with only the contents that the object does not hold
  // yet. When it returns, the version is on the disk. Fails with ErrorKind::unwritable, and with
  // ErrorKind::unrecognised where the object there is damaged; the archive is then as it was.
  Result<Committed> commit(const NewVersion& version, CommitObserver* observer = nullptr);

  // Calls `work` while no writer is at work on the object; false, without a call, where one is, or
  // where no lock can be made.
  bool with_object_at_rest(const std::string& object_path, const std::function<void()>& work) const;

  // The newest inventory of an object; absent where there is no such object.
  Result<std::optional<Inventory>> find(const std::string& object_id) const;

  // The newest inventory of the object whose folder is `object_path` below the root; absent where
  // there is no such folder. Fails as commit() does for a damaged one.
  Result<std::optional<Inventory>> read_inventory(const std::string& object_path) const;
  // The folders of all objects below the root, sorted; no inventory is read.
  Result<std::vector<std::string>> objects() const;
  // The octets of a file of a version (from 1), by its logical path; their digest was checked.
  // Fails with ErrorKind::unreadable where the version has no such file or its content is damaged.
  Result<Bytes> read_file(const Inventory& inventory, int version,
                          std::string_view logical_path) const;

  const std::string& root() const { return root_; }

 private:
  explicit Store(std::string root) : root_(std::move(root)) {}

  std::string staging() const;
  // `digests`: SHA-512 of the version's files by their paths.
  Result<Done> stage(const NewVersion& version, const std::map<std::string, std::string>& digests,
                     const Inventory& inventory, const std::string& current,
                     const std::string& staged) const;
  Result<Done> place_new_object(const std::string& staged, const std::string& object_path) const;
  Result<Done> recover(const std::string& digest) const;
  Result<Done> clear_leftovers() const;

  std::string root_;
};

}  // namespace pressmark::archive
