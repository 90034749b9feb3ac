#include "converters/archive/repair.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>

#include "converters/archive/durable_files.h"
#include "converters/archive/inventory.h"
#include "converters/archive/object_list.h"
#include "converters/archive/object_lock.h"
#include "converters/archive/object_repair.h"
#include "converters/archive/ocfl.h"
#include "converters/archive/quarantine.h"
#include "converters/archive/store.h"

namespace pressmark::archive {
namespace {

class RootRepair {
 public:
  RootRepair(const std::string& root, const std::string& time, const std::string& program)
      : root_(root), quarantine_(root, time, program, report_.actions) {}

  Result<RepairReport> run() {
    if (auto repaired = repair_staging(); !repaired) return repaired.error();
    const Result<RootListing> listing = list_root(root_);
    if (!listing) return listing.error();
    for (const std::string& path : listing->stray) {
      if (auto taken = quarantine_.take(path, "in no object"); !taken) return taken.error();
    }
    for (const std::string& object : listing->objects) {
      if (auto repaired = repair_object(object); !repaired) return repaired.error();
    }
    if (auto removed = remove_empty_folders(); !removed) return removed.error();
    ::rmdir(staging().c_str());
    if (auto synced = files::sync_file_system(root_); !synced) return synced.error();
    return std::move(report_);
  }

 private:
  std::string staging() const { return root_ + "/extensions/" + std::string(staging_extension); }

  // What a killed run left: a hidden object is brought back, unfinished work is set aside.
  Result<Done> repair_staging() {
    const auto names = files::list_folder(staging());
    if (!names) return Done{};
    for (const std::string& name : *names) {
      if (name.ends_with(".lock")) continue;
      const auto lock = ObjectLock::try_for(staging() + "/" + name + ".lock");
      if (!lock) continue;  // a writer is at work
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
    if (verify_object(root_ + "/" + path, path).is_valid() && is_in_place(path)) return Done{};
    const std::string digest = files::name_of(path);
    const std::string work = staging() + "/" + digest;
    const auto lock = ObjectLock::try_for(work + ".lock");
    if (!lock) {
      report_.busy.push_back(digest);
      return Done{};
    }
    if (!files::exists(root_ + "/" + path)) return Done{};
    const Result<Done> repaired = ObjectRepair(root_, path, work, quarantine_).run();
    if (auto removed = files::remove_tree(work); !removed) return removed;
    if (!repaired) return repaired;
    if (!files::exists(root_ + "/" + path)) return Done{};
    std::ranges::copy_if(
        verify_object(root_ + "/" + path, path).findings, std::back_inserter(report_.remaining),
        [](const Finding& finding) { return finding.level == Finding::Level::error; });
    return Done{};
  }

  // Whether the object lies where its id says; also of one that only another program understands.
  bool is_in_place(const std::string& path) const {
    const Result<Bytes> json = files::read_file(
        root_ + "/" + path + "/" + std::string(inventory_name), ~std::size_t{0} >> 1);
    const Result<Inventory> inventory =
        json ? parse_inventory(*json) : Result<Inventory>(json.error());
    return !inventory || path == storage_path(object_digest(inventory->id));
  }

  // From below, so that a folder whose last folder went goes, too.
  Result<Done> remove_empty_folders() {
    for (;;) {
      const Result<RootListing> listing = list_root(root_);
      if (!listing) return listing.error();
      if (listing->empty_folders.empty()) return Done{};
      for (const std::string& path : listing->empty_folders) {
        if (auto noted = quarantine_.note("removed", path, "an empty folder"); !noted) return noted;
        if (::rmdir((root_ + "/" + path).c_str()) != 0 && errno != ENOENT && errno != ENOTEMPTY) {
          return files::system_error(ErrorKind::unwritable, "remove", path, errno);
        }
      }
    }
  }

  const std::string& root_;
  RepairReport report_;
  Quarantine quarantine_;
};

}  // namespace

Result<RepairReport> repair_root(const std::string& root, const std::string& time,
                                 const std::string& program) {
  if (auto store = Store::open(root); !store) return store.error();
  return RootRepair(root, time, program).run();
}

}  // namespace pressmark::archive
