// converters/archive/exchange/bag_import.h: what a bag brings into an archive.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "converters/archive/exchange/bag_tags.h"
#include "converters/archive/store.h"
#include "core/base/result.h"

namespace pressmark::archive {

struct BagContent {
  BagInfo info;
  std::vector<ArchivedFile> files;  // the payload: paths are below data/, sorted
};

// Reads a bag (folder, ZIP, tar or tar.gz file) that is valid: its octets are those whose digests
// were found to be right. Fails as verify_bag() does; with ErrorKind::unrecognised for a bag that
// is not valid, with the code of what is wrong first; with ErrorKind::limit for a payload of more
// than `most_bytes`.
Result<BagContent> read_valid_bag(const std::string& path, std::size_t most_bytes);

// The number that the bag's bag-info.txt gives its version ("v2" as Internal-Sender-Identifier),
// read without verifying anything; 0 where it gives none or cannot be read.
int version_number_in_bag(const std::string& path);

// The version of an archived article that a bag hands on, as 'pressmark export -t bag' makes it:
// its METS document names the bag's External-Identifier. The version is to be stored with that
// identifier, its files, and the time at which it was stored first (empty where METS does not say);
// who stores it is for the caller to say. Absent for any other bag. Fails with
// ErrorKind::unrecognised where METS or PREMIS say something else than the files are.
Result<std::optional<NewVersion>> version_in_bag(const BagContent& bag);

}  // namespace pressmark::archive
