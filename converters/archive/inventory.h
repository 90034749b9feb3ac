// converters/archive/inventory.h: the inventory of an OCFL object: its versions and their files.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace pressmark::archive {

// Digests in lower-case hexadecimal, and the paths that have them, sorted.
using DigestPaths = std::map<std::string, std::vector<std::string>>;

struct VersionEntry {
  std::string created;  // RFC 3339
  std::string message;  // why the version was made
  std::string user_name;
  std::string user_address;  // a URI; may be empty
  DigestPaths state;         // sha512 to logical paths
};

struct Inventory {
  std::string id;
  std::vector<VersionEntry> versions;  // [0] is v1
  DigestPaths manifest;                // sha512 to content paths
  DigestPaths sha256;                  // the fixity block: sha256 to content paths

  int head() const { return static_cast<int>(versions.size()); }
};

// Equal inventories give equal bytes.
std::string inventory_json(const Inventory& inventory);

// Reads what inventory_json() writes, and any OCFL 1.1 inventory with sha512 digests, unpadded
// version names and the usual content folder. Fails with ErrorKind::unrecognised for others and for
// what is inconsistent (a state digest that the manifest lacks, an unsafe path).
Result<Inventory> parse_inventory(std::string_view json);

// "<sha512 of the inventory> inventory.json", the sidecar's text.
std::string sidecar_text(std::string_view inventory_json);

}  // namespace pressmark::archive
