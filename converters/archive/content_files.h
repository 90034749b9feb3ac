// converters/archive/content_files.h: whether an object has the files that its manifest lists.
#pragma once

#include <string>

#include "converters/archive/new_version.h"

namespace pressmark::archive {

// Looks at every content file of the manifest in the object's folder `place`: it has to be a
// regular file, and of the size of the new version's file where that is the same content. Contents
// are not read (that is verify's work). Fails with ErrorKind::unreadable and names the first file
// that is not so: a version that refers to it would be stored without its content.
Result<Done> check_content_files(const std::string& place, const Inventory& inventory,
                                 const NewVersion& version, const DigestsByPath& digests);

}  // namespace pressmark::archive
