// converters/archive/verify_metadata.h: whether the METS and PREMIS documents of an object say what
// its versions hold.
#pragma once

#include <string>

#include "converters/archive/verify_inventory.h"

namespace pressmark::archive {

// Checks metadata/mets.xml and metadata/premis.xml of every version of the object in `folder`: that
// they are well-formed METS and PREMIS 3, that METS has its sections in order and its pointers lead
// somewhere, that every file they name is in the version with that SHA-512 digest, and that METS
// names every file of the version but itself. Findings have the codes "mets" and "premis". An
// object of other digests than sha512, or that has no such documents, gives none.
void verify_metadata(const std::string& folder, const CheckedInventory& inventory,
                     Findings findings);

}  // namespace pressmark::archive
