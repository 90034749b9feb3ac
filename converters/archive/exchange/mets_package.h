// converters/archive/exchange/mets_package.h: a version as a folder with a METS document at its
// top that holds the article's MODS record and its PREMIS events.
#pragma once

#include <vector>

#include "converters/archive/exchange/version_files.h"
#include "core/base/result.h"

namespace pressmark::archive {

// The version's files at their paths, but for its own metadata/mets.xml, and "mets.xml" (METS
// 1.12.1): MODS in a dmdSec and PREMIS in a digiprovMD by mdWrap, the other records by mdRef, a
// fileSec with SHA-512 and sizes, one structMap. `program_version` is that of the program, which
// METS names. Fails with ErrorKind::unrecognised where MODS or PREMIS cannot be embedded.
Result<std::vector<ArchivedFile>> mets_package(const VersionFiles& version,
                                               const std::string& program_version);

}  // namespace pressmark::archive
