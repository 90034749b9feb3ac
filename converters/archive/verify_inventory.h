// converters/archive/verify_inventory.h: the rules that an inventory breaks or keeps by itself.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "converters/archive/finding_codes.h"
#include "converters/archive/verify.h"

namespace pressmark::archive {

// What the rest of the verification needs of an inventory, as far as it could be read.
struct CheckedInventory {
  std::string id;
  std::string digest_algorithm;
  std::string head;
  std::string content_directory = "content";
  std::string spec_version;                                  // "1.1"
  std::map<std::string, std::vector<std::string>> manifest;  // lower-case digest: content paths
  std::map<std::string, std::map<std::string, std::vector<std::string>>> fixity;  // by algorithm
  // By version name: logical path to lower-case digest.
  std::map<std::string, std::map<std::string, std::string>> states;
  // By version name: created, message and user as text, to compare between inventories.
  std::map<std::string, std::string> details;
};

// Collects findings about one path.
class Findings {
 public:
  Findings(std::vector<Finding>& all, std::string path) : all_(all), path_(std::move(path)) {}
  void error(FindingCode code, std::string text);
  void warning(FindingCode code, std::string text);
  Findings at(const std::string& name) const { return {all_, path_ + "/" + name}; }

 private:
  std::vector<Finding>& all_;
  std::string path_;
};

// Checks one inventory.json. Absent where it is no JSON object.
std::optional<CheckedInventory> check_inventory(std::string_view json, Findings findings);

// Whether a text is a date and time of RFC 3339 with seconds and an offset, as "created" must be
// (OCFL 1.1, 3.5.3.1).
bool is_rfc3339(std::string_view text);

// The number of a version name: 12 of "v12" and "v0012"; 0 where it is none.
int version_number(std::string_view name);

}  // namespace pressmark::archive
