// converters/archive/verify_metadata.h: whether the METS and PREMIS documents of an object say what
// its versions hold.
#pragma once

#include <cstdint>
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
  // The octets of a file of the version; absent where it is not known. Empty: of no file.
  std::function<std::optional<std::uint64_t>(const std::string& path)> size_of;
};

// Checks metadata/mets.xml and metadata/premis.xml of a version, where it has them: that they keep
// the rules of METS and PREMIS 3 (mets_rules.h, premis_rules.h) with every pointer leading
// somewhere, that every file they name is in the version with that SHA-512 digest and size, and
// that METS names every file of the version but itself, each with its SHA-512 where the document is
// of Pressmark's profile. Findings have the codes "mets" and "premis".
void verify_version_metadata(const DescribedVersion& version, const VersionFileReader& read,
                             Findings findings);

// The same for all versions of an object, in two steps, so that each of its files is read once: the
// content paths of their documents, whose octets are to be kept up to most_document_bytes, ...
inline constexpr std::size_t most_document_bytes = std::size_t{64} << 20;
std::map<std::string, Bytes> documents_of(const CheckedInventory& inventory);
// ... and their check. `sizes` are those of the content that was read, by its path: a document that
// was not, or is larger, is passed over. An object of other digests than sha512 gives no findings.
void verify_documents(const CheckedInventory& inventory,
                      const std::map<std::string, Bytes>& documents,
                      const std::map<std::string, std::uint64_t>& sizes, const Findings& findings);

}  // namespace pressmark::archive
