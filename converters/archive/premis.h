// converters/archive/premis.h: what was done with which file, as PREMIS 3 XML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark::archive {

// Where the PREMIS document of a version lies.
inline constexpr std::string_view premis_path = "metadata/premis.xml";

struct PremisFile {
  std::string path;  // logical path in the object
  std::string media_type;
  std::string sha512;
  std::size_t bytes = 0;
  std::string original_name;  // as the file was received; empty for one that was made
};

struct PremisEvent {
  std::string type;       // of the Library of Congress' list of event types: "ingestion"
  std::string date_time;  // RFC 3339, or a day
  std::string detail;     // one sentence
  std::string outcome;    // "success"; empty for none
  std::string outcome_note;
  std::vector<std::string> sources;   // logical paths
  std::vector<std::string> outcomes;  // logical paths
};

// The program that did it.
struct PremisAgent {
  std::string identifier;  // a URI
  std::string name;
  std::string version;
};

// The PREMIS document of one version. Identifiers of events are UUIDs of what they say, so equal
// arguments give equal bytes.
Bytes premis_xml(const std::string& object_id, const std::vector<PremisFile>& files,
                 const std::vector<PremisEvent>& events, const PremisAgent& agent);

}  // namespace pressmark::archive
