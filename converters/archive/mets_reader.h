// converters/archive/mets_reader.h: what a METS document says of the files of a version.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark::archive {

// A file or record that METS refers to. What the document does not say is absent or empty.
struct MetsReference {
  std::string path;  // logical path in the version; empty where the reference leads out of it
  std::string href;  // as it is written
  std::string media_type;
  std::optional<std::uint64_t> bytes;
  std::string checksum_type;  // of METS: "SHA-512"
  std::string checksum;       // as it is written
};

struct MetsContent {
  std::string object_id;  // OBJID
  std::string profile;    // PROFILE
  std::string created;    // CREATEDATE of metsHdr
  std::vector<MetsReference> references;
  // What is wrong with the document itself by the rules of METS (mets_rules.h), and pointers to
  // other things than they may point to. One sentence each.
  std::vector<std::string> problems;
};

// Reads a METS 1.x document that lies at `place` ("metadata/mets.xml") in its version. Fails with
// ErrorKind::unrecognised where it is no METS.
Result<MetsContent> read_mets(std::string_view xml, std::string_view place);

}  // namespace pressmark::archive
