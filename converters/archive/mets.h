// converters/archive/mets.h: which files a version consists of and what each is, as METS 1.12 XML.
//
// The profile stands in docs/formats/archive.md: every file in one place, records by reference.
#pragma once

#include <string>
#include <vector>

#include "converters/archive/premis.h"
#include "core/base/result.h"

namespace pressmark::archive {

// Where the METS document of a version lies; its references are relative to that place.
inline constexpr std::string_view mets_path = "metadata/mets.xml";

// The METS document (METS 1.12.1) of a version with these files, PREMIS among them. Its sections in
// order: descriptive records and PREMIS by mdRef, fileSec with SHA-512 and sizes, one logical
// structMap. Equal arguments give equal bytes.
Bytes mets_xml(const std::string& object_id, const std::string& label, const std::string& created,
               const std::vector<PremisFile>& files, const PremisAgent& agent);

}  // namespace pressmark::archive
