// converters/archive/mets.h: which files a version consists of and what each is, as METS 1.12 XML.
//
// The profile stands in docs/formats/archive.md: every file in one place, records by reference.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "converters/archive/premis.h"
#include "core/base/result.h"

namespace pressmark::archive {

// Where the METS document of a version lies; its references are relative to that place.
inline constexpr std::string_view mets_path = "metadata/mets.xml";
// PROFILE of what is written here.
inline constexpr std::string_view mets_profile = "Pressmark archived article 1";

// The METS document (METS 1.12.1) of a version with these files, PREMIS among them. Its sections in
// order: descriptive records and PREMIS by mdRef, fileSec with SHA-512 and sizes, one logical
// structMap. Equal arguments give equal bytes.
Bytes mets_xml(const std::string& object_id, const std::string& label, const std::string& created,
               const std::vector<PremisFile>& files, const PremisAgent& agent);

// The same for a version that is handed on as a folder with this document at its top: references
// are relative to that folder, and the records of which `bodies` has the XML (by path:
// "metadata/mods.xml") stand inside the document (mdWrap) instead of being referred to.
using RecordBodies = std::map<std::string, std::string_view, std::less<>>;
Bytes packaged_mets_xml(const std::string& object_id, const std::string& label,
                        const std::string& created, const std::vector<PremisFile>& files,
                        const PremisAgent& agent, const RecordBodies& bodies);

}  // namespace pressmark::archive
