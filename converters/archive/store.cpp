#include "converters/archive/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/filesystem.hpp>
#include <cerrno>
#include <cstdio>
#include <map>
#include <set>

#include "converters/archive/content_files.h"
#include "converters/archive/durable_files.h"
#include "converters/archive/new_version.h"
#include "converters/archive/object_list.h"
#include "converters/archive/object_lock.h"
#include "converters/archive/ocfl.h"
#include "converters/common/digest.h"

namespace pressmark::archive {
namespace fs = boost::filesystem;
namespace {

constexpr std::size_t most_inventory_bytes = std::size_t{256} << 20;

Error not_an_archive(const std::string& root, std::string_view reason) {
  return Error(
      ErrorKind::unwritable, "'" + root + "' is no archive: " + std::string(reason),
      "name an archive that Pressmark made, an empty folder, or one that is not there yet");
}

// Whether a folder holds nothing but the beginnings of a root, as a killed first run leaves them.
bool is_unfinished_root(const std::vector<std::string>& names) {
  return std::ranges::all_of(names, [](const std::string& name) {
    return name == "extensions" || name == "ocfl_layout.json" || name == root_declaration;
  });
}

bool is_finished_root(const std::string& root) {
  const Result<Bytes> declaration =
      files::read_file(root + "/" + std::string(root_declaration), 100);
  return declaration && *declaration == root_declaration_text;
}

std::string staging_of(const std::string& root) {
  return root + "/extensions/" + std::string(staging_extension);
}

Result<Done> write_fresh(const std::string& path, std::string_view octets) {
  if (auto removed = files::remove_tree(path); !removed) return removed;
  return files::write_new_file(path, octets);
}

// Writes what every root has, the declaration last: without it there is no root.
Result<Done> initialise_root(const std::string& root) {
  const std::string extension = root + "/extensions/" + std::string(layout_extension);
  if (auto made = files::make_folders(extension); !made) return made;
  for (const auto& [path, text] : std::vector<std::pair<std::string, std::string>>{
           {extension + "/config.json", layout_configuration_json()},
           {root + "/ocfl_layout.json", layout_json()}}) {
    if (auto written = write_fresh(path, text); !written) return written;
  }
  for (const std::string& folder : {extension, root + "/extensions", root}) {
    if (auto synced = files::sync_folder(folder); !synced) return synced;
  }
  // Renamed into place: with half of its text it would be the declaration of a bad root.
  const std::string staged = staging_of(root) + "/declaration";
  if (auto made = files::make_folders(staging_of(root)); !made) return made;
  if (auto written = write_fresh(staged, root_declaration_text); !written) return written;
  const std::string declaration = root + "/" + std::string(root_declaration);
  if (auto renamed = files::rename_path(staged, declaration); !renamed) return renamed;
  ::rmdir(staging_of(root).c_str());
  return files::sync_folder(root);
}

// The root that a folder, which may not be there yet, lies in; empty: none. OCFL's roots hold no
// others (OCFL 1.1, 4.2).
std::string enclosing_root(const std::string& folder) {
  boost::system::error_code error;
  for (fs::path path = fs::weakly_canonical(fs::absolute(folder), error).parent_path();
       !error && !path.empty(); path = path.parent_path()) {
    if (files::exists((path / std::string(root_declaration)).string())) return path.string();
    if (path == path.root_path()) break;
  }
  return {};
}

Result<Done> make_root(const std::string& root) {
  if (const std::string outer = enclosing_root(root); !outer.empty()) {
    return Error(ErrorKind::unwritable, "'" + root + "' lies inside the archive '" + outer + "'",
                 "archive into '" + outer + "' itself, or into a folder outside of it");
  }
  if (auto made = files::make_folders(root); !made) return made;
  // One process makes the root; the others wait and then find it made.
  const files::FileHandle lock(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!lock.is_open() || ::flock(lock.get(), LOCK_EX) != 0) {
    return files::system_error(ErrorKind::unwritable, "lock", root, errno);
  }
  if (is_finished_root(root)) return Done{};
  const Result<std::vector<std::string>> names = files::list_folder(root);
  if (!names) return names.error();
  if (!is_unfinished_root(*names)) return not_an_archive(root, "it holds other files");
  return initialise_root(root);
}

Result<Done> check_layout(const std::string& root) {
  const Result<Bytes> configuration = files::read_file(
      root + "/extensions/" + std::string(layout_extension) + "/config.json", 10000);
  if (!configuration || *configuration != layout_configuration_json()) {
    return not_an_archive(root, "its storage layout is not the one that Pressmark writes");
  }
  return Done{};
}

Result<Done> write_inventory(const std::string& folder, const std::string& json) {
  const std::string path = folder + "/" + std::string(inventory_name);
  if (auto written = files::write_new_file_unsynced(path, json); !written) return written;
  return files::write_new_file_unsynced(folder + "/" + std::string(sidecar_name),
                                        sidecar_text(json));
}

// The same file under a second name; a copy where the file system has no links.
Result<Done> link_or_copy(const std::string& from, const std::string& to) {
  if (::link(from.c_str(), to.c_str()) == 0) return Done{};
  const Result<Bytes> octets = files::read_file(from, ~std::size_t{0} >> 1);
  if (!octets) return octets.error();
  return files::write_new_file_unsynced(to, *octets);
}

// Makes `to` a second tree of the files of the object at `from`, without its root inventory.
Result<Done> link_object(const std::string& from, const std::string& to) {
  boost::system::error_code error;
  for (fs::recursive_directory_iterator entry(from, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string relative = entry->path().string().substr(from.size() + 1);
    if (relative == inventory_name || relative == sidecar_name) continue;
    const std::string target = to + "/" + relative;
    const Result<Done> made = fs::is_directory(entry->symlink_status())
                                  ? files::make_folders(target)
                                  : link_or_copy(entry->path().string(), target);
    if (!made) return made;
  }
  if (error) return files::system_error(ErrorKind::unwritable, "read", from, error.value());
  return Done{};
}

// Exchanges the two folders. File systems that cannot do it at once get two renames; `previous` is
// the name the old one has between them, from which recover() brings it back.
Result<Done> exchange_folders(const std::string& staged, const std::string& object,
                              const std::string& previous) {
  if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, object.c_str(), RENAME_EXCHANGE) == 0) {
    return Done{};
  }
  if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) {
    return files::system_error(ErrorKind::unwritable, "replace", object, errno);
  }
  if (auto renamed = files::rename_path(object, previous); !renamed) return renamed;
  Result<Done> renamed = files::rename_path(staged, object);
  if (!renamed) (void)files::rename_path(previous, object).has_value();
  return renamed;
}

}  // namespace

std::string Store::staging() const { return staging_of(root_); }

Result<Store> Store::open_or_make(const std::string& root) {
  if (!is_finished_root(root)) {
    if (auto made = make_root(root); !made) return made.error();
  }
  if (auto checked = check_layout(root); !checked) return checked.error();
  Store store(root);
  if (auto cleared = store.clear_leftovers(); !cleared) return cleared.error();
  return store;
}

Result<Store> Store::open(const std::string& root) {
  if (!is_finished_root(root)) {
    return Error(ErrorKind::unreadable, "'" + root + "' is no archive",
                 "name the folder that was given to 'pressmark archive --to'");
  }
  return Store(root);
}

Result<std::optional<Inventory>> Store::read_inventory(const std::string& object_path) const {
  const std::string folder = root_ + "/" + object_path;
  if (!files::exists(folder)) return std::optional<Inventory>();
  // A writer may put the next version in place between the two readings.
  constexpr int attempts = 3;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    const Result<Bytes> json =
        files::read_file(folder + "/" + std::string(inventory_name), most_inventory_bytes);
    if (!json) return json.error();
    const Result<Bytes> sidecar = files::read_file(folder + "/" + std::string(sidecar_name), 10000);
    if (!sidecar) return sidecar.error();
    if (!sidecar->starts_with(sha512_hex(*json))) continue;
    Result<Inventory> inventory = parse_inventory(*json);
    if (!inventory) return inventory.error();
    return std::optional<Inventory>(std::move(*inventory));
  }
  return Error(ErrorKind::unrecognised, "the inventory of '" + folder + "' is damaged",
               "'pressmark verify' shows what is wrong with the archive");
}

Result<std::optional<Inventory>> Store::find(const std::string& object_id) const {
  return read_inventory(storage_path(object_digest(object_id)));
}

Result<std::vector<std::string>> Store::objects() const { return list_objects(root_); }

Result<Bytes> Store::read_file(const Inventory& inventory, int version,
                               std::string_view logical_path) const {
  const Error absent(ErrorKind::unreadable,
                     "v" + std::to_string(version) + " of " + inventory.id + " has no file '" +
                         std::string(logical_path) + "'",
                     "'pressmark show' lists the files of a version");
  if (version < 1 || version > inventory.head()) return absent;
  for (const auto& [digest, paths] : inventory.versions[version - 1].state) {
    if (std::ranges::find(paths, logical_path) == paths.end()) continue;
    const std::string path = root_ + "/" + storage_path(object_digest(inventory.id)) + "/" +
                             inventory.manifest.at(digest).front();
    Result<Bytes> octets = files::read_file(path, ~std::size_t{0} >> 1);
    if (octets && sha512_hex(*octets) != digest) {
      return Error(ErrorKind::unreadable, "'" + path + "' is damaged: its digest is another",
                   "'pressmark verify' shows what is wrong with the archive");
    }
    return octets;
  }
  return absent;
}

Result<Done> Store::stage(const NewVersion& version, const DigestsByPath& digests,
                          const Inventory& inventory, const std::string& current,
                          const std::string& staged) const {
  if (auto made = files::make_folders(staged); !made) return made;
  if (files::exists(current)) {
    if (auto linked = link_object(current, staged); !linked) return linked;
  } else {
    const std::string declaration = staged + "/" + std::string(object_declaration);
    if (auto written = files::write_new_file_unsynced(declaration, object_declaration_text);
        !written) {
      return written;
    }
  }
  const std::string folder = staged + "/v" + std::to_string(inventory.head());
  if (auto made = files::make_folders(folder); !made) return made;
  for (const ArchivedFile& file : version.files) {
    const std::string path = "v" + std::to_string(inventory.head()) + "/content/" + file.path;
    if (inventory.manifest.at(digests.at(file.path)).front() != path) continue;
    const std::string target = staged + "/" + path;
    if (auto made = files::make_folders(files::folder_of(target)); !made) return made;
    if (auto written = files::write_new_file_unsynced(target, file.octets); !written)
      return written;
  }
  const std::string json = inventory_json(inventory);
  if (auto written = write_inventory(folder, json); !written) return written;
  return write_inventory(staged, json);
}

Result<Done> Store::place_new_object(const std::string& staged_tree,
                                     const std::string& object_path) const {
  // The highest folder that is missing is renamed with all below it: no empty folder is ever seen.
  // Another process may make one of them first; then the next lower one is the missing one.
  constexpr int attempts = 1000;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    std::size_t end = object_path.find('/');
    while (end != std::string::npos && files::exists(root_ + "/" + object_path.substr(0, end))) {
      end = object_path.find('/', end + 1);
    }
    const std::string part = object_path.substr(0, end);
    const std::string from = staged_tree + "/" + part;
    const std::string to = root_ + "/" + part;
    if (::rename(from.c_str(), to.c_str()) == 0) return files::sync_folder(files::folder_of(to));
    if (errno != ENOTEMPTY && errno != EEXIST) {
      return files::system_error(ErrorKind::unwritable, "make", to, errno);
    }
  }
  return Error(ErrorKind::internal, "'" + root_ + "/" + object_path + "' cannot be put in place");
}

Result<Committed> Store::commit(const NewVersion& version, CommitObserver* observer) {
  if (auto checked = check_version(version); !checked) return checked.error();
  const DigestsByPath digests = digests_of(version);
  const std::string digest = object_digest(version.object_id);
  const std::string object_path = storage_path(digest);
  const std::string place = root_ + "/" + object_path;
  const std::string work = staging() + "/" + digest;

  const auto locked_commit = [&]() -> Result<Committed> {
    const Result<ObjectLock> lock = ObjectLock::wait_for(work + ".lock");
    if (!lock) return lock.error();
    if (auto recovered = recover(digest); !recovered) return recovered.error();
    Result<std::optional<Inventory>> present = read_inventory(object_path);
    if (!present) return present.error();
    if (*present) {
      if (auto sound = check_content_files(place, **present, version, digests); !sound)
        return sound.error();
      const int stored = stored_version(version, digests, **present);
      if (stored > 0) return Committed{object_path, stored, false};
      if (auto fits = check_order(version, **present); !fits) {
        return fits.error();
      }
    }
    const bool is_new = !*present;
    const Inventory inventory =
        with_version(is_new ? Inventory{} : std::move(**present), version, digests);
    const std::string staged = is_new ? work + "/tree/" + object_path : work + "/object";
    Result<Done> placed = stage(version, digests, inventory, place, staged);
    if (placed) placed = files::sync_file_system(root_);
    if (placed && observer != nullptr) observer->before_change(object_path);
    if (placed && is_new) {
      placed = place_new_object(work + "/tree", object_path);
    } else if (placed) {
      placed = exchange_folders(staged, place, work + "/previous");
      if (placed) placed = files::sync_folder(files::folder_of(place));
    }
    if (observer != nullptr) observer->after_change(object_path);
    // What is left is the old tree of links, or the rest of a failure.
    const Result<Done> removed = files::remove_tree(work);
    if (!placed) return placed.error();
    if (!removed) return removed.error();
    return Committed{object_path, inventory.head(), true};
  };
  Result<Committed> committed = locked_commit();
  // Only an empty one goes; another process may be using it.
  ::rmdir(staging().c_str());
  return committed;
}

bool Store::with_object_at_rest(const std::string& object_path,
                                const std::function<void()>& work) const {
  bool is_at_rest = false;
  {
    const auto lock = ObjectLock::try_for(staging() + "/" + files::name_of(object_path) + ".lock");
    is_at_rest = lock && *lock;
    if (is_at_rest) work();
  }
  ::rmdir(staging().c_str());
  return is_at_rest;
}

Result<Done> Store::recover(const std::string& digest) const {
  const std::string work = staging() + "/" + digest;
  const std::string previous = work + "/previous";
  const std::string place = root_ + "/" + storage_path(digest);
  if (files::exists(previous) && !files::exists(place)) {
    if (auto renamed = files::rename_path(previous, place); !renamed) return renamed;
    if (auto synced = files::sync_folder(files::folder_of(place)); !synced) return synced;
  }
  return files::remove_tree(work);
}

Result<Done> Store::clear_leftovers() const {
  if (!files::exists(staging())) return Done{};
  const Result<std::vector<std::string>> names = files::list_folder(staging());
  // Another run has just removed it.
  if (!names) return Done{};
  constexpr std::string_view lock_suffix = ".lock";
  std::set<std::string> digests;  // a power failure can leave work without its lock file
  for (const std::string& name : *names) digests.insert(name.substr(0, name.find(lock_suffix)));
  for (const std::string& digest : digests) {
    const auto lock = ObjectLock::try_for(staging() + "/" + digest + std::string(lock_suffix));
    if (!lock) return lock.error();
    if (!*lock) continue;  // at work
    if (auto recovered = recover(digest); !recovered) return recovered;
  }
  ::rmdir(staging().c_str());
  return Done{};
}

}  // namespace pressmark::archive
