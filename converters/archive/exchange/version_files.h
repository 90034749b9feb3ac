// converters/archive/exchange/version_files.h: one version of an article, read from an archive to
// be handed on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "converters/archive/store.h"
#include "core/base/result.h"

namespace pressmark::archive {

struct VersionFiles {
  std::string object_id;
  int version = 0;      // 2 of v2
  std::string created;  // RFC 3339
  std::string message;
  std::string user_name;
  std::string user_address;
  std::vector<ArchivedFile> files;  // by logical path, sorted
};

// Reads every file of a version; each digest was checked. Fails as Store::read_file() does.
Result<VersionFiles> read_version(const Store& store, const Inventory& inventory, int version);

// The octets of a file; null where there is none of that path.
const Bytes* find_file(const std::vector<ArchivedFile>& files, std::string_view path);

// The title in metadata/csl.json; empty where there is none that can be read.
std::string title_of(const VersionFiles& version);

// The day of an RFC 3339 time, "2026-10-12".
std::string day_of(std::string_view time);

// A name for files and folders: the UUID of "urn:uuid:..." ids, else the SHA-256 digest of the id.
std::string package_name(std::string_view object_id);

}  // namespace pressmark::archive
