// converters/archive/premis_reader.h: what a PREMIS document says of files.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark::archive {

struct PremisObject {
  std::string identifier;                      // the first objectIdentifierValue
  std::map<std::string, std::string> digests;  // by messageDigestAlgorithm: "SHA-512"
  std::optional<std::uint64_t> bytes;          // size
};

struct PremisContent {
  std::vector<PremisObject> objects;
  std::set<std::string> linked_objects;  // identifiers that events and rights name
  // What is wrong with the document by the rules of PREMIS (premis_rules.h), one sentence each.
  std::vector<std::string> problems;
};

// Reads a PREMIS 3 document. Fails with ErrorKind::unrecognised where it is none.
Result<PremisContent> read_premis(std::string_view xml);

}  // namespace pressmark::archive
