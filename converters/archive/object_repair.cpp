#include "converters/archive/object_repair.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <nlohmann/json.hpp>
#include <set>

#include "converters/archive/durable_files.h"
#include "converters/archive/ocfl.h"
#include "converters/archive/verify_inventory.h"
#include "converters/common/digest.h"

namespace pressmark::archive {
namespace {

constexpr std::size_t most_inventory_bytes = std::size_t{256} << 20;
constexpr std::size_t most_file_bytes = ~std::size_t{0} >> 1;

std::string version_name(int number) { return "v" + std::to_string(number); }

// Whether `later` continues the history of `earlier`: the same object, and each of its versions
// with the same files.
bool continues(const Inventory& later, const Inventory& earlier) {
  if (later.id != earlier.id || later.head() < earlier.head()) return false;
  for (std::size_t i = 0; i < earlier.versions.size(); ++i) {
    if (later.versions[i].state != earlier.versions[i].state) return false;
  }
  return true;
}

}  // namespace

ObjectRepair::ObjectRepair(std::string root, std::string path, std::string workshop,
                           Quarantine& quarantine)
    : root_(std::move(root)),
      path_(std::move(path)),
      workshop_(std::move(workshop)),
      quarantine_(quarantine) {}

std::optional<ObjectRepair::Candidate> ObjectRepair::read_candidate(const std::string& folder) {
  const std::string base = root_ + "/" + folder + "/";
  Result<Bytes> json = files::read_file(base + std::string(inventory_name), most_inventory_bytes);
  if (!json) return {};
  Result<Inventory> inventory = parse_inventory(*json);
  if (!inventory) {
    if (nlohmann::json::accept(*json)) has_foreign_inventory_ = true;
    return {};
  }
  const Result<Bytes> sidecar = files::read_file(base + std::string(sidecar_name), 10000);
  if (!sidecar || !sidecar->starts_with(sha512_hex(*json))) return {};
  return Candidate{std::move(*json), std::move(*inventory)};
}

// Newest first.
std::vector<ObjectRepair::Candidate> ObjectRepair::version_candidates() {
  std::vector<Candidate> candidates;
  const auto names = files::list_folder(root_ + "/" + path_);
  if (!names) return candidates;
  for (const std::string& name : *names) {
    if (version_number(name) == 0) continue;
    std::optional<Candidate> candidate = read_candidate(path_ + "/" + name);
    if (!candidate || version_name(candidate->inventory.head()) != name) continue;
    if (storage_path(object_digest(candidate->inventory.id)) != path_) continue;
    candidates.push_back(std::move(*candidate));
  }
  std::ranges::sort(candidates, std::ranges::greater(),
                    [](const Candidate& candidate) { return candidate.inventory.head(); });
  return candidates;
}

bool ObjectRepair::is_complete(const Inventory& inventory) const {
  return std::ranges::all_of(inventory.manifest, [&](const auto& entry) {
    return std::ranges::all_of(entry.second, [&](const std::string& path) {
      const auto octets = files::read_file(root_ + "/" + path_ + "/" + path, most_file_bytes);
      return octets && sha512_hex(*octets) == entry.first;
    });
  });
}

// The newest history that the object's files bear out. The object's own inventory, where it is
// good, is never given up for an older one: content that is damaged is damaged, and is told.
std::optional<ObjectRepair::Candidate> ObjectRepair::choose() {
  std::optional<Candidate> own = read_candidate(path_);
  if (own && storage_path(object_digest(own->inventory.id)) != path_) own.reset();
  std::vector<Candidate> candidates = version_candidates();
  for (Candidate& candidate : candidates) {
    if (own && candidate.inventory.head() <= own->inventory.head()) break;
    if (own && !continues(candidate.inventory, own->inventory)) continue;
    if (is_complete(candidate.inventory)) return std::move(candidate);
  }
  if (own) return own;
  if (candidates.empty()) return {};
  return std::move(candidates.front());
}

Result<Done> ObjectRepair::run() {
  const std::optional<Candidate> chosen = choose();
  if (chosen) return repair_by(*chosen);
  // What another program may understand stays where it is, and is told as it was found.
  if (has_foreign_inventory_) return Done{};
  return quarantine_.take(path_, "no inventory of the object that belongs here can be read");
}

Result<Done> ObjectRepair::repair_by(const Candidate& chosen) {
  if (auto repaired = repair_declaration(); !repaired) return repaired;
  const std::optional<Candidate> own = read_candidate(path_);
  if (!own || own->json != chosen.json) {
    const bool is_newer = own && chosen.inventory.head() > own->inventory.head();
    const Result<Done> restored = restore_inventory(
        path_, chosen.json, is_newer ? "rolled-forward" : "restored",
        is_newer ? version_name(chosen.inventory.head()) + " is complete, the inventory lacked it"
                 : "the inventory was absent or damaged; that of " +
                       version_name(chosen.inventory.head()) + " takes its place");
    if (!restored) return restored;
  }
  if (auto repaired = repair_object_folder(chosen); !repaired) return repaired;
  for (int version = 1; version <= chosen.inventory.head(); ++version) {
    if (auto repaired = repair_version_folder(version, chosen); !repaired) return repaired;
  }
  return Done{};
}

Result<Done> ObjectRepair::repair_declaration() {
  const auto names = files::list_folder(root_ + "/" + path_);
  if (!names) return names.error();
  bool is_good = false;
  for (const std::string& name : *names) {
    if (!name.starts_with("0=")) continue;
    const Result<Bytes> text = files::read_file(root_ + "/" + path_ + "/" + name, 1000);
    if (name == object_declaration && text && *text == object_declaration_text) {
      is_good = true;
    } else if (auto taken = quarantine_.take(path_ + "/" + name, "a wrong declaration"); !taken) {
      return taken;
    }
  }
  if (is_good) return Done{};
  return restore_file(path_ + "/" + std::string(object_declaration), object_declaration_text,
                      "restored", "the object had no good declaration");
}

Result<Done> ObjectRepair::repair_object_folder(const Candidate& chosen) {
  const auto names = files::list_folder(root_ + "/" + path_);
  if (!names) return names.error();
  for (const std::string& name : *names) {
    if (name == object_declaration || name == inventory_name || name == sidecar_name) continue;
    const bool is_folder = files::is_folder(root_ + "/" + path_ + "/" + name);
    if (is_folder && (name == "logs" || name == "extensions")) continue;
    const int version = version_number(name);
    const bool is_known = is_folder && version > 0 && version <= chosen.inventory.head() &&
                          name == version_name(version);
    if (is_known) continue;
    const std::string reason = version > 0 ? "a version that is not complete or not of this history"
                                           : "no part of an object";
    if (auto taken = quarantine_.take(path_ + "/" + name, reason); !taken) return taken;
  }
  return Done{};
}

Result<Done> ObjectRepair::repair_version_folder(int version, const Candidate& chosen) {
  const std::string folder = path_ + "/" + version_name(version);
  const auto names = files::list_folder(root_ + "/" + folder);
  if (!names) return Done{};  // absent: its content is reported
  for (const std::string& name : *names) {
    if (name == "content" || name == inventory_name || name == sidecar_name) continue;
    if (auto taken = quarantine_.take(folder + "/" + name, "no part of a version"); !taken) {
      return taken;
    }
  }
  const std::optional<Candidate> own = read_candidate(folder);
  if (version == chosen.inventory.head()) {
    if (!own || own->json != chosen.json) {
      const Result<Done> restored =
          restore_inventory(folder, chosen.json, "restored",
                            "the inventory of the newest version was not the object's");
      if (!restored) return restored;
    }
  } else if (!own || own->inventory.head() != version ||
             !continues(chosen.inventory, own->inventory)) {
    // Without one a version is still valid; the object's inventory says all.
    for (const std::string_view name : {inventory_name, sidecar_name}) {
      const std::string path = folder + "/" + std::string(name);
      if (!files::exists(root_ + "/" + path)) continue;
      if (auto taken = quarantine_.take(path, "a damaged inventory of an older version"); !taken) {
        return taken;
      }
    }
  }
  return repair_content(folder + "/content", chosen.inventory);
}

Result<Done> ObjectRepair::repair_content(const std::string& folder, const Inventory& inventory) {
  std::set<std::string> known;
  for (const auto& [digest, paths] : inventory.manifest) known.insert(paths.begin(), paths.end());
  std::vector<std::string> folders = {folder};
  for (std::size_t next = 0; next < folders.size(); ++next) {
    const auto names = files::list_folder(root_ + "/" + folders[next]);
    if (!names) continue;
    for (const std::string& name : *names) {
      std::string path = folders[next] + "/" + name;
      const std::string full = root_ + "/" + path;
      if (files::is_folder(full) && !files::is_link(full)) {
        folders.push_back(std::move(path));
      } else if (!known.contains(path.substr(path_.size() + 1)) || files::is_link(full)) {
        if (auto taken = quarantine_.take(path, "a file that no version has"); !taken) return taken;
      }
    }
  }
  for (auto below = folders.rbegin(); below != folders.rend(); ++below) {
    if (auto removed = remove_if_empty(*below); !removed) return removed;
  }
  return Done{};
}

Result<Done> ObjectRepair::remove_if_empty(const std::string& path) {
  const auto names = files::list_folder(root_ + "/" + path);
  if (!names || !names->empty()) return Done{};
  if (auto noted = quarantine_.note("removed", path, "an empty folder"); !noted) return noted;
  if (::rmdir((root_ + "/" + path).c_str()) != 0 && errno != ENOENT && errno != ENOTEMPTY) {
    return files::system_error(ErrorKind::unwritable, "remove", path, errno);
  }
  return Done{};
}

Result<Done> ObjectRepair::restore_inventory(const std::string& folder, const std::string& json,
                                             std::string_view kind, std::string_view reason) {
  const std::string path = folder + "/" + std::string(inventory_name);
  const Result<Bytes> present = files::read_file(root_ + "/" + path, most_inventory_bytes);
  if (!present || *present != json) {
    if (auto restored = restore_file(path, json, kind, reason); !restored) return restored;
  }
  return restore_file(folder + "/" + std::string(sidecar_name), sidecar_text(json), "restored",
                      "the sidecar was not the inventory's");
}

Result<Done> ObjectRepair::restore_file(const std::string& path, std::string_view octets,
                                        std::string_view kind, std::string_view reason) {
  const std::string full = root_ + "/" + path;
  const Result<Bytes> present = files::read_file(full, most_inventory_bytes);
  if (present && *present == octets) return Done{};
  if (auto noted = quarantine_.note(kind, path, reason); !noted) return noted;
  const std::string made = workshop_ + "/restored";
  if (auto folder = files::make_folders(workshop_); !folder) return folder;
  if (auto removed = files::remove_tree(made); !removed) return removed;
  if (auto written = files::write_new_file(made, octets); !written) return written;
  if (files::exists(full)) {
    if (auto taken = quarantine_.take(path, "replaced by the restored file"); !taken) return taken;
  }
  if (auto renamed = files::rename_path(made, full); !renamed) return renamed;
  return files::sync_folder(files::folder_of(full));
}

}  // namespace pressmark::archive
