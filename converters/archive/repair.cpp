#include "converters/archive/repair.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>

#include "converters/archive/durable_files.h"
#include "converters/archive/inventory.h"
#include "converters/archive/object_lock.h"
#include "converters/archive/object_repair.h"
#include "converters/archive/ocfl.h"
#include "converters/archive/quarantine.h"
#include "converters/archive/store.h"

namespace pressmark::archive {
namespace {

constexpr int deepest = 100;  // folders, as in verification
constexpr std::size_t most_octets = ~std::size_t{0} >> 1;

bool has_our_layout(const std::string& root) {
  const Result<Bytes> configuration = files::read_file(
      root + "/extensions/" + std::string(layout_extension) + "/config.json", 10000);
  return configuration && *configuration == layout_configuration_json();
}

class RootRepair {
 public:
  RootRepair(const std::string& root, const std::string& time, const std::string& program)
      : root_(root), quarantine_(root, time, program, report_.actions) {}

  Result<RepairReport> run(std::size_t jobs) {
    if (auto repaired = repair_root_files(); !repaired) return repaired.error();
    if (auto repaired = repair_staging(); !repaired) return repaired.error();
    if (auto found = visit_root(); !found) return found.error();
    for (const auto& [path, reason] : stray_) {
      if (auto taken = quarantine_.take(path, reason); !taken) return taken.error();
    }
    for (const std::string& object : objects_) {
      if (auto repaired = repair_object(object); !repaired) return repaired.error();
    }
    if (auto removed = remove_empty_folders(); !removed) return removed.error();
    ::rmdir(staging().c_str());
    if (auto synced = files::sync_file_system(root_); !synced) return synced.error();
    Result<Verification> verification = verify_root(root_, jobs);
    if (!verification) return verification.error();
    std::ranges::copy_if(
        verification->findings, std::back_inserter(report_.remaining),
        [](const Finding& finding) { return finding.level == Finding::Level::error; });
    return std::move(report_);
  }

 private:
  // The declaration and the description of the layout, which are the same in every root.
  Result<Done> repair_root_files() {
    const auto entries = files::list_entries(root_);
    if (!entries) return entries.error();
    for (const auto& [kind, name] : *entries) {
      if (!name.starts_with("0=") || name == root_declaration) continue;
      if (auto taken = quarantine_.take(name, "a wrong declaration"); !taken) return taken;
    }
    const std::string declaration(root_declaration);
    if (auto restored = restore(declaration, std::string(root_declaration_text)); !restored) {
      return restored;
    }
    return restore("ocfl_layout.json", layout_json());
  }

  // Any description with the two texts that OCFL asks for is left as it is.
  bool is_good(const std::string& name, const std::string& text) const {
    const Result<Bytes> present = files::read_file(root_ + "/" + name, 10000);
    if (!present || files::is_link(root_ + "/" + name)) return false;
    return *present == text || (name != root_declaration && is_layout_description(*present));
  }

  Result<Done> restore(const std::string& name, const std::string& text) {
    if (is_good(name, text)) return Done{};
    if (auto noted = quarantine_.note("restored", name, "it was absent or damaged"); !noted) {
      return noted;
    }
    const std::string path = root_ + "/" + name;
    const std::string made = staging() + "/restored";
    if (auto folder = files::make_folders(staging()); !folder) return folder;
    if (auto removed = files::remove_tree(made); !removed) return removed;
    if (auto written = files::write_new_file(made, text); !written) return written;
    if (files::exists(path)) {
      if (auto taken = quarantine_.take(name, "replaced by the restored file"); !taken)
        return taken;
    }
    if (auto renamed = files::rename_path(made, path); !renamed) return renamed;
    return files::sync_folder(root_);
  }

  Result<Done> visit_root() {
    const auto entries = files::list_entries(root_);
    if (!entries) return entries.error();
    for (const auto& [kind, name] : *entries) {
      if (kind == files::FolderEntry::Kind::other) {
        stray_.emplace_back(name, "a link or no file");
      } else if (kind == files::FolderEntry::Kind::folder && name != "extensions") {
        if (auto visited = visit(name, 1); !visited) return visited;
      }
    }
    return Done{};
  }

  // Where verification looks for objects; and what lies at an object's place is meant as one, even
  // where nothing in it says so any more.
  Result<Done> visit(const std::string& folder, int depth) {
    const auto entries = files::list_entries(root_ + "/" + folder);
    if (!entries) return entries.error();
    const std::string name = files::name_of(folder);
    const bool is_place = name.size() == 64 && folder == storage_path(name);
    const bool is_object = is_place || is_object_folder(root_ + "/" + folder);
    if (is_object) {
      objects_.push_back(folder);
      return Done{};
    }
    if (depth > deepest) {
      stray_.emplace_back(folder, "in no object");
      return Done{};
    }
    folders_.push_back(folder);
    for (const auto& [kind, entry] : *entries) {
      std::string below = folder + "/" + entry;
      if (kind == files::FolderEntry::Kind::folder) {
        if (auto visited = visit(below, depth + 1); !visited) return visited;
      } else {
        const bool is_file = kind == files::FolderEntry::Kind::file;
        stray_.emplace_back(std::move(below), is_file ? "in no object" : "a link or no file");
      }
    }
    return Done{};
  }

  std::string staging() const { return root_ + "/extensions/" + std::string(staging_extension); }

  // What a killed run left: a hidden object is brought back, unfinished work is set aside.
  Result<Done> repair_staging() {
    const auto names = files::list_folder(staging());
    if (!names) return Done{};
    for (const std::string& name : *names) {
      if (name.ends_with(".lock")) continue;
      const auto lock = ObjectLock::try_for(staging() + "/" + name + ".lock");
      if (!lock) return lock.error();
      if (!*lock) continue;  // a writer is at work
      const std::string work = "extensions/" + std::string(staging_extension) + "/" + name;
      if (!files::exists(root_ + "/" + work)) continue;  // it has just finished
      if (auto restored = restore_previous(work, name); !restored) return restored;
      if (auto taken = quarantine_.take(work, "unfinished work of a killed run"); !taken) {
        return taken;
      }
    }
    return Done{};
  }

  Result<Done> restore_previous(const std::string& work, const std::string& digest) {
    const std::string previous = root_ + "/" + work + "/previous";
    const std::string place = storage_path(digest);
    if (!files::exists(previous) || files::exists(root_ + "/" + place)) return Done{};
    if (auto noted = quarantine_.note("restored", place, "a killed run had hidden the object");
        !noted) {
      return noted;
    }
    return files::rename_path(previous, root_ + "/" + place);
  }

  Result<Done> repair_object(const std::string& path) {
    ++report_.objects;
    const std::string own = own_place(path);
    if (own == path && verify_object(root_ + "/" + path, path).is_valid()) return Done{};
    const std::string digest = files::name_of(own);
    const std::string work = staging() + "/" + digest;
    const auto lock = ObjectLock::try_for(work + ".lock");
    if (!lock) return lock.error();
    if (!*lock) {
      report_.busy.push_back(digest);
      return Done{};
    }
    if (!files::exists(root_ + "/" + path)) return Done{};
    if (own != path) {
      if (files::exists(root_ + "/" + own)) {
        return quarantine_.take(path, "it lies at another place than its id says, which is taken");
      }
      if (auto moved = move(path, own); !moved) return moved;
    }
    const Result<Done> repaired = ObjectRepair(root_, own, work, quarantine_).run();
    if (auto removed = files::remove_tree(work); !removed) return removed;
    return repaired;
  }

  Result<Done> move(const std::string& path, const std::string& to) {
    if (auto noted = quarantine_.note("moved", path, "that is the place of its id", to); !noted) {
      return noted;
    }
    const std::string target = root_ + "/" + to;
    if (auto made = files::make_folders(files::folder_of(target)); !made) return made;
    if (auto renamed = files::rename_path(root_ + "/" + path, target); !renamed) return renamed;
    if (auto synced = files::sync_folder(files::folder_of(target)); !synced) return synced;
    return files::sync_folder(files::folder_of(root_ + "/" + path));
  }

  // Where the object's own inventory, which its sidecar confirms, says that it belongs; its place
  // where there is none that can be understood.
  std::string own_place(const std::string& path) const {
    const std::string base = root_ + "/" + path + "/";
    const Result<Bytes> json = files::read_file(base + std::string(inventory_name), most_octets);
    const Result<Bytes> sidecar = files::read_file(base + std::string(sidecar_name), 10000);
    if (!json || !sidecar || *sidecar != sidecar_text(*json)) return path;
    const Result<Inventory> inventory = parse_inventory(*json);
    return inventory ? storage_path(object_digest(inventory->id)) : path;
  }

  // From below, so that a folder whose last folder went goes, too.
  Result<Done> remove_empty_folders() {
    for (const std::string& object : objects_) {
      for (std::string path = files::folder_of(object); path != ".";
           path = files::folder_of(path)) {
        folders_.push_back(path);
      }
    }
    std::ranges::sort(folders_, std::ranges::greater());
    const auto same = std::ranges::unique(folders_);
    folders_.erase(same.begin(), same.end());
    for (const std::string& path : folders_) {
      const auto entries = files::list_entries(root_ + "/" + path);
      if (!entries || !entries->empty()) continue;
      if (auto noted = quarantine_.note("removed", path, "an empty folder"); !noted) return noted;
      if (::rmdir((root_ + "/" + path).c_str()) != 0 && errno != ENOENT && errno != ENOTEMPTY) {
        return files::system_error(ErrorKind::unwritable, "remove", path, errno);
      }
    }
    return Done{};
  }

  const std::string& root_;
  RepairReport report_;
  Quarantine quarantine_;
  std::vector<std::string> objects_;                        // folders, below the root
  std::vector<std::string> folders_;                        // above them
  std::vector<std::pair<std::string, std::string>> stray_;  // path, why it has no place there
};

}  // namespace

Result<RepairReport> repair_root(const std::string& root, const std::string& time,
                                 const std::string& program, std::size_t jobs) {
  // A root that has lost its declaration is told by its layout.
  if (!has_our_layout(root)) {
    if (auto store = Store::open(root); !store) return store.error();
    return Error(ErrorKind::unreadable,
                 "'" + root + "' is no archive that Pressmark made: it has another layout",
                 "'pressmark verify' shows what is wrong with it");
  }
  return RootRepair(root, time, program).run(jobs);
}

}  // namespace pressmark::archive
