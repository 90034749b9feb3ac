#include "converters/archive/exchange/version_files.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "converters/archive/ocfl.h"

namespace pressmark::archive {
namespace {

constexpr std::string_view uuid_prefix = "urn:uuid:";

bool is_uuid(std::string_view text) {
  constexpr std::size_t uuid_length = 36;
  return text.size() == uuid_length &&
         text.find_first_not_of("0123456789abcdef-") == std::string_view::npos;
}

}  // namespace

Result<VersionFiles> read_version(const Store& store, const Inventory& inventory, int version) {
  VersionFiles result;
  const VersionEntry& entry = inventory.versions.at(static_cast<std::size_t>(version) - 1);
  result.object_id = inventory.id;
  result.version = version;
  result.created = entry.created;
  result.message = entry.message;
  result.user_name = entry.user_name;
  result.user_address = entry.user_address;
  for (const auto& [digest, paths] : entry.state) {
    Result<Bytes> octets = store.read_file(inventory, version, paths.front());
    if (!octets) return octets.error();
    for (const std::string& path : paths) result.files.push_back({path, *octets});
  }
  std::ranges::sort(result.files, {}, &ArchivedFile::path);
  return result;
}

const Bytes* find_file(const std::vector<ArchivedFile>& files, std::string_view path) {
  const auto found = std::ranges::find(files, path, &ArchivedFile::path);
  return found == files.end() ? nullptr : &found->octets;
}

std::string title_of(const VersionFiles& version) {
  const Bytes* json = find_file(version.files, "metadata/csl.json");
  if (json == nullptr) return {};
  const nlohmann::json items = nlohmann::json::parse(*json, nullptr, false);
  if (!items.is_array() || items.empty() || !items[0].is_object()) return {};
  const auto title = items[0].find("title");
  return title != items[0].end() && title->is_string() ? title->get<std::string>() : std::string();
}

std::string day_of(std::string_view time) { return std::string(time.substr(0, 10)); }

std::string package_name(std::string_view object_id) {
  if (object_id.starts_with(uuid_prefix) && is_uuid(object_id.substr(uuid_prefix.size()))) {
    return std::string(object_id.substr(uuid_prefix.size()));
  }
  return object_digest(object_id);
}

}  // namespace pressmark::archive
