// converters/archive/new_version.h: what a new version is to the inventory of its object.
#pragma once

#include <map>
#include <string>

#include "converters/archive/store.h"

namespace pressmark::archive {

// SHA-512 of files, in hexadecimal digits, by their logical paths.
using DigestsByPath = std::map<std::string, std::string>;
DigestsByPath digests_of(const NewVersion& version);

// Fails with ErrorKind::internal for a path that is not safe, is there twice, or is of a file and a
// folder.
Result<Done> check_version(const NewVersion& version);

// The number of the version that has these files already, but for the records of its making; 0:
// none that will do (NewVersion::is_brought_back).
int stored_version(const NewVersion& version, const DigestsByPath& digests,
                   const Inventory& inventory);

// Versions follow each other in the order of their making: the last one is what the article is now.
// Fails with ErrorKind::unwritable for one that is brought back and was made before the newest one.
Result<Done> check_order(const NewVersion& version, const Inventory& inventory);

// The inventory with the new version added. Of equal contents the first path is stored, where no
// earlier version has it.
Inventory with_version(Inventory inventory, const NewVersion& version,
                       const DigestsByPath& digests);

}  // namespace pressmark::archive
