// converters/archive/verify_metadata.h: whether the METS and PREMIS documents of an object say what
// its versions hold.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "converters/archive/verify_inventory.h"

namespace pressmark::archive {

// The octets of a file of a version by its logical path; absent where they cannot be had.
using VersionFileReader = std::function<std::optional<Bytes>(const std::string& path)>;

// A version as its documents must describe it.
struct DescribedVersion {
  std::string object_id;
  std::string name;                                   // "v2", for what is reported
  const std::map<std::string, std::string>& digests;  // SHA-512 of each file, by logical path
};

// Checks metadata/mets.xml and metadata/premis.xml of a version, where it has them: that they are
// well-formed METS and PREMIS 3, that METS has its sections in order and its pointers lead
// somewhere, that every file they name is in the version with that SHA-512 digest, and that METS
// names every file of the version but itself. Findings have the codes "mets" and "premis".
void verify_version_metadata(const DescribedVersion& version, const VersionFileReader& read,
                             Findings findings);

// The same for every version of the object in `folder`. An object of other digests than sha512
// gives no findings.
void verify_metadata(const std::string& folder, const CheckedInventory& inventory,
                     Findings findings);

}  // namespace pressmark::archive
