// cli/folder_walk.h: the files of a folder that are items of a batch.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/batch_item.h"
#include "cli/file_choice.h"

namespace pressmark::cli {

// Which files of a folder are taken.
struct FolderRules {
  enum class Below { no, yes };
  // Files that may not be complete: those that a process has open to write, and those whose names
  // are of unfinished downloads and editors' copies.
  enum class Unfinished { taken, left };

  Below below;         // whether those of folders below it are
  std::string output;  // a folder that is not searched
  FileChoice choice;
  Unfinished unfinished;
};

// Whether a folder below the one that was named is searched: not hidden, no link, not the output,
// no companion of a saved page.
bool is_searched(const std::string& path, const FolderRules& rules);

// The file at `below` in `folder` as an item; absent where the rules do not take it, or where it is
// no plain file or a link to one.
std::optional<BatchItem> file_item(const std::string& folder, const std::string& below,
                                   const FolderRules& rules);

// `folder` and `below` joined by one '/'; either may be empty.
std::string joined_path(const std::string& folder, const std::string& below);

// The files of a folder, sorted by name; holds the names of one folder on each level.
class FolderWalk {
 public:
  // Of the folder at `from` below `folder`; empty: of `folder` itself.
  FolderWalk(std::string folder, FolderRules rules, std::string from = {})
      : folder_(std::move(folder)), rules_(std::move(rules)), from_(std::move(from)) {}

  // A folder that cannot be listed is an item with the error: what else there is goes on.
  std::optional<BatchItem> next();

 private:
  struct Level {
    std::string below;  // the folder's path below the one that was named
    std::vector<std::string> names;
    std::size_t next = 0;
  };

  std::optional<BatchItem> enter(const std::string& below);

  std::string folder_;
  FolderRules rules_;
  std::string from_;
  bool begun_ = false;
  std::vector<Level> levels_;
};

}  // namespace pressmark::cli
