// converters/archive/object_list.h: what lies in a storage root of the layout of Pressmark.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace pressmark::archive {

// The content of a root by its places alone; no inventory is read.
struct RootListing {
  std::vector<std::string> objects;        // folders of objects, below the root, sorted
  std::vector<std::string> stray;          // files and folders at places where no object can be
  std::vector<std::string> empty_folders;  // of the three levels above objects, lowest first
};

// Lists a root with three levels of folders of three hexadecimal digits, then objects' folders
// named by whole digests. Other names directly in the root are not looked at (OCFL 1.1, 4.1). Fails
// with ErrorKind::unreadable.
Result<RootListing> list_root(const std::string& root);

}  // namespace pressmark::archive
