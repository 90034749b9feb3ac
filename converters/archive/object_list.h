// converters/archive/object_list.h: what lies in a storage root of the layout of Pressmark.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace pressmark::archive {

// The folders of objects below a root, sorted, by their places alone; no inventory is read: three
// levels of folders of three hexadecimal digits, then objects' folders named by whole digests. What
// lies elsewhere is passed over. Fails with ErrorKind::unreadable.
Result<std::vector<std::string>> list_objects(const std::string& root);

}  // namespace pressmark::archive
