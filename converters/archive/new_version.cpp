#include "converters/archive/new_version.h"

#include <optional>
#include <set>

#include "converters/archive/ocfl.h"
#include "converters/common/digest.h"
#include "converters/common/utc_moment.h"
#include "core/model/date.h"

namespace pressmark::archive {
namespace {

// The digest of each file of a version by its logical path.
DigestsByPath digests_by_path(const DigestPaths& state) {
  DigestsByPath result;
  for (const auto& [digest, paths] : state) {
    for (const std::string& path : paths) result[path] = digest;
  }
  return result;
}

}  // namespace

DigestsByPath digests_of(const NewVersion& version) {
  DigestsByPath digests;
  for (const ArchivedFile& file : version.files) digests[file.path] = sha512_hex(file.octets);
  return digests;
}

Result<Done> check_version(const NewVersion& version) {
  std::set<std::string> paths;
  for (const ArchivedFile& file : version.files) {
    if (!is_safe_path(file.path) || !paths.insert(file.path).second) {
      return Error(ErrorKind::internal, "'" + file.path + "' cannot be a path in an archive");
    }
  }
  for (const std::string& path : paths) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      if (paths.contains(path.substr(0, slash))) {
        return Error(ErrorKind::internal,
                     "'" + path.substr(0, slash) + "' cannot be a file and a folder in an archive");
      }
    }
  }
  return Done{};
}

int stored_version(const NewVersion& version, const DigestsByPath& digests,
                   const Inventory& inventory) {
  const auto without_records = [&](DigestsByPath files) {
    for (const std::string& record : version.records) files.erase(record);
    return files;
  };
  const DigestsByPath offered = without_records(digests);
  for (int number = inventory.head(); number >= 1; --number) {
    const VersionEntry& entry = inventory.versions[static_cast<std::size_t>(number) - 1];
    if (without_records(digests_by_path(entry.state)) == offered) return number;
    if (!version.is_brought_back) break;
  }
  return 0;
}

Result<Done> check_order(const NewVersion& version, const Inventory& inventory) {
  if (!version.is_brought_back) return Done{};
  const std::string& newest = inventory.versions.back().created;
  const std::optional<Date> made = parse_date(version.created);
  const std::optional<Date> last = parse_date(newest);
  if (!made || !last) return Done{};
  const auto moment = utc_moment(*made);
  const auto last_moment = utc_moment(*last);
  if (!moment || !last_moment || *moment >= *last_moment) return Done{};
  return Error(ErrorKind::unwritable,
               "the version of " + version.created + " cannot come behind that of " + newest +
                   ", which the archive has of " + version.object_id,
               "bring all versions back at once, into an archive that is not there yet");
}

Inventory with_version(Inventory inventory, const NewVersion& version,
                       const DigestsByPath& digests) {
  inventory.id = version.object_id;
  const std::string folder = "v" + std::to_string(inventory.head() + 1) + "/content/";
  VersionEntry entry{version.created, version.message, version.user_name, version.user_address, {}};
  std::map<std::string, const ArchivedFile*> in_order;
  for (const ArchivedFile& file : version.files) in_order[file.path] = &file;
  for (const auto& [path, file] : in_order) {
    const std::string& digest = digests.at(path);
    entry.state[digest].push_back(path);
    const auto [known, added] = inventory.manifest.try_emplace(digest);
    if (!added) continue;
    known->second = {folder + path};
    inventory.sha256[sha256_hex(file->octets)] = {folder + path};
  }
  inventory.versions.push_back(std::move(entry));
  return inventory;
}

}  // namespace pressmark::archive
