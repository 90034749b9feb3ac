// converters/archive/verify.h: whether an archive is what it says: OCFL's rules and every digest.
//
// Codes are those of the OCFL 1.1 validation codes (E001 to E112, W001 to W016).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace pressmark::archive {

struct Finding {
  enum class Level { error, warning } level = Level::error;
  std::string code;  // "E092"
  std::string path;  // of the object or file it is about, below the root
  std::string text;
};

struct Verification {
  std::vector<Finding> findings;  // sorted by path, then code
  std::size_t objects = 0;
  std::size_t files = 0;  // whose digests were computed
  std::size_t bytes = 0;  // of those files

  bool is_valid() const;  // no finding is an error
};

// Checks the storage root at `root` and every object in it with `jobs` threads. Fails with
// ErrorKind::unreadable where there is no folder, or one that is no storage root at all.
Result<Verification> verify_root(const std::string& root, std::size_t jobs);

// Whether a folder is an object's: it has an object's declaration, or an inventory.
bool is_object_folder(const std::string& folder);

// Checks one object's folder, its METS and PREMIS documents included; paths of findings start with
// `shown_path`.
Verification verify_object(const std::string& folder, const std::string& shown_path);

}  // namespace pressmark::archive
