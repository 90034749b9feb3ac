#include "converters/archive/inventory.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "converters/archive/ocfl.h"
#include "converters/common/digest.h"

namespace pressmark::archive {
namespace {

using Json = nlohmann::ordered_json;

Json digests_json(const DigestPaths& digests) {
  Json object = Json::object();
  for (const auto& [digest, paths] : digests) object[digest] = paths;
  return object;
}

Error damaged(std::string_view reason) {
  return Error(ErrorKind::unrecognised, "the inventory is damaged: " + std::string(reason),
               "'pressmark verify' shows what is wrong with the archive");
}

std::string string_member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<DigestPaths> parse_digests(const Json& object) {
  if (!object.is_object()) return damaged("a block of digests is no object");
  DigestPaths digests;
  for (const auto& [digest, paths] : object.items()) {
    std::string key = digest;
    for (char& c : key) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    if (!paths.is_array()) return damaged("the paths of a digest are no array");
    for (const Json& path : paths) {
      if (!path.is_string() || !is_safe_path(path.get_ref<const std::string&>())) {
        return damaged("a path is unsafe");
      }
      digests[key].push_back(path.get<std::string>());
    }
    std::ranges::sort(digests[key]);
  }
  return digests;
}

Result<VersionEntry> parse_version(const Json& object, const DigestPaths& manifest) {
  if (!object.is_object() || !object.contains("state")) return damaged("a version has no state");
  VersionEntry version;
  version.created = string_member(object, "created");
  version.message = string_member(object, "message");
  if (const auto user = object.find("user"); user != object.end() && user->is_object()) {
    version.user_name = string_member(*user, "name");
    version.user_address = string_member(*user, "address");
  }
  Result<DigestPaths> state = parse_digests(object["state"]);
  if (!state) return state.error();
  for (const auto& [digest, paths] : *state) {
    if (!manifest.contains(digest)) return damaged("a version has a digest of no file");
  }
  version.state = std::move(*state);
  return version;
}

Result<Inventory> parse_checked(const Json& root) {
  if (!root.is_object()) return damaged("it is no object");
  if (string_member(root, "digestAlgorithm") != "sha512" ||
      (root.contains("contentDirectory") && string_member(root, "contentDirectory") != "content")) {
    return Error(ErrorKind::unrecognised,
                 "the object does not use sha512 digests and the folder 'content'",
                 "archive into a root that Pressmark made");
  }
  if (!root.contains("manifest") || !root.contains("versions")) return damaged("a block is absent");
  Inventory inventory;
  inventory.id = string_member(root, "id");
  Result<DigestPaths> manifest = parse_digests(root["manifest"]);
  if (!manifest) return manifest.error();
  inventory.manifest = std::move(*manifest);
  const Json& versions = root["versions"];
  for (std::size_t number = 1; number <= versions.size(); ++number) {
    const auto found = versions.find("v" + std::to_string(number));
    if (found == versions.end()) return damaged("its versions are not v1, v2, ...");
    Result<VersionEntry> version = parse_version(*found, inventory.manifest);
    if (!version) return version.error();
    inventory.versions.push_back(std::move(*version));
  }
  if (inventory.id.empty() || inventory.versions.empty() ||
      string_member(root, "head") != "v" + std::to_string(inventory.head())) {
    return damaged("its id or head is wrong");
  }
  if (const auto fixity = root.find("fixity");
      fixity != root.end() && fixity->is_object() && fixity->contains("sha256")) {
    Result<DigestPaths> sha256 = parse_digests((*fixity)["sha256"]);
    if (!sha256) return sha256.error();
    inventory.sha256 = std::move(*sha256);
  }
  return inventory;
}

}  // namespace

std::string inventory_json(const Inventory& inventory) {
  Json versions = Json::object();
  for (std::size_t i = 0; i < inventory.versions.size(); ++i) {
    const VersionEntry& version = inventory.versions[i];
    Json user = {{"name", version.user_name}};
    if (!version.user_address.empty()) user["address"] = version.user_address;
    versions["v" + std::to_string(i + 1)] = {{"created", version.created},
                                             {"message", version.message},
                                             {"user", user},
                                             {"state", digests_json(version.state)}};
  }
  const Json root = {{"id", inventory.id},
                     {"type", inventory_type},
                     {"digestAlgorithm", "sha512"},
                     {"head", "v" + std::to_string(inventory.head())},
                     {"fixity", {{"sha256", digests_json(inventory.sha256)}}},
                     {"manifest", digests_json(inventory.manifest)},
                     {"versions", versions}};
  return root.dump(1) + "\n";
}

Result<Inventory> parse_inventory(std::string_view json) {
  const Json root = Json::parse(json, nullptr, false);
  if (root.is_discarded()) return damaged("it is no JSON");
  return parse_checked(root);
}

std::string sidecar_text(std::string_view inventory_json) {
  return sha512_hex(inventory_json) + " " + std::string(inventory_name) + "\n";
}

}  // namespace pressmark::archive
