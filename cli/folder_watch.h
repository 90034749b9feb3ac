// cli/folder_watch.h: what is finished in or moved into folders while they are watched
// (inotify(7)).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/folder_walk.h"
#include "converters/archive/durable_files.h"
#include "core/base/result.h"

namespace pressmark::cli {

class FolderWatch {
 public:
  struct Change {
    // A file that was closed after writing, moved in or linked; or a folder that must be searched,
    // as it is new or as the system lost its changes.
    enum class Kind { file, folder } kind;
    std::string folder;  // as it was named
    std::string below;   // path below it; empty: the folder itself
    auto operator<=>(const Change&) const = default;
  };

  // Begins to watch `folders`, and those below them where the rules say so. Fails with
  // ErrorKind::unreadable for a folder that cannot be watched, with ErrorKind::limit where the
  // system has no more watches, and with ErrorKind::usage for one that is or lies in the rules'
  // output: each output would be a new input.
  static Result<FolderWatch> open(std::vector<std::string> folders, FolderRules rules);

  // What has changed since the last call, each file once; does not wait. Fails with
  // ErrorKind::unreadable where a folder that was named is gone, and as open() does.
  Result<std::vector<Change>> changes();

 private:
  // A folder that is watched.
  struct Place {
    std::string folder;
    std::string below;
  };

  FolderWatch(std::vector<std::string> folders, FolderRules rules, files::FileHandle queue)
      : folders_(std::move(folders)), rules_(std::move(rules)), queue_(std::move(queue)) {}

  Result<Done> watch(const Place& place);
  Result<Done> watch_tree(const Place& top);
  void forget_tree(const Place& top);
  struct Event;
  Result<Done> take(const Event& event, std::vector<Change>& changes);
  Result<Done> take_folder(const Event& event, const Place& place, std::vector<Change>& changes);
  Result<Done> search_all(std::vector<Change>& changes);

  std::vector<std::string> folders_;
  FolderRules rules_;
  files::FileHandle queue_;
  std::map<int, Place> places_;  // by watch descriptor
};

}  // namespace pressmark::cli
