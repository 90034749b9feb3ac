#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "converters/archive/durable_files.h"
#include "converters/archive/object_check.h"
#include "converters/archive/ocfl.h"
#include "converters/archive/quarantine.h"
#include "converters/archive/verify.h"
#include "converters/archive/verify_inventory.h"

namespace pressmark::archive {
namespace {

using files::FolderEntry;
using Kind = FolderEntry::Kind;
constexpr std::size_t most_small_file_bytes = std::size_t{1} << 20;
constexpr std::string_view declaration_prefix = "0=ocfl_";
constexpr int deepest = 100;  // folders; a hierarchy of another layout may be deeper than ours

class RootCheck {
 public:
  RootCheck(const std::string& root, Verification& verification)
      : root_(root), verification_(verification), findings_(verification.findings, root) {}

  // The objects' folders, below the root.
  std::vector<std::string> run(const std::vector<FolderEntry>& entries) {
    check_declaration(entries);
    check_layout();
    for (const auto& [kind, name] : entries) {
      if (is_special(kind, name)) continue;
      if (kind == Kind::file) continue;  // other files are to be ignored (E087)
      if (name == "extensions") {
        check_extensions();
      } else {
        visit(name, 1);
      }
    }
    return std::move(objects_);
  }

 private:
  // Links are not followed: what they lead to is not of this root.
  bool is_special(Kind kind, const std::string& path) {
    if (kind != Kind::other) return false;
    findings_.error("E090", "'" + path + "' is a link or no file");
    return true;
  }

  void check_declaration(const std::vector<FolderEntry>& entries) {
    int declarations = 0;
    for (const auto& [kind, name] : entries) {
      if (!name.starts_with("0=")) continue;
      ++declarations;
      if (name != "0=ocfl_1.0" && name != root_declaration) {
        findings_.error("E079", "the declaration is named '" + name + "'");
      }
      const Result<Bytes> text = files::read_file(root_ + "/" + name, most_small_file_bytes);
      if (!text || *text != name.substr(2) + "\n") {
        findings_.error("E080", "the text of '" + name + "' is not its name");
      }
    }
    if (declarations == 0) findings_.error("E069", "there is no declaration of a storage root");
    if (declarations > 1) findings_.error("E076", "there is more than one declaration");
  }

  void check_layout() {
    const std::string path = root_ + "/ocfl_layout.json";
    if (!files::exists(path)) return;
    const Result<Bytes> text = files::read_file(path, most_small_file_bytes);
    if (!text || !is_layout_description(*text)) {
      findings_.error("E070", "ocfl_layout.json lacks 'extension' or 'description'");
    }
  }

  void check_extensions() {
    const auto entries = files::list_entries(root_ + "/extensions");
    if (!entries) return;
    for (const auto& [kind, name] : *entries) {
      if (is_special(kind, "extensions/" + name)) continue;
      if (kind != Kind::folder) {
        findings_.error("E112", "'extensions/" + name + "' is no folder");
      } else if (name == staging_extension) {
        findings_.warning("W016", "'extensions/" + name +
                                      "' is there: a writer is at work, or was killed; the next "
                                      "'pressmark archive' clears it");
      } else if (name == quarantine_extension) {
        findings_.warning("W016", "'extensions/" + name +
                                      "' is there: what 'pressmark repair' set aside, and its log");
      } else if (name.size() < 5 || name[4] != '-' || name.find_first_not_of("0123456789") != 4) {
        findings_.warning("W016", "the extension '" + name + "' is not registered");
      }
    }
  }

  void visit(const std::string& folder, int depth) {
    const auto entries = files::list_entries(root_ + "/" + folder);
    if (!entries || depth > deepest) {
      findings_.error("E088", "the folder '" + folder + "' cannot be read");
      return;
    }
    if (entries->empty()) {
      findings_.error("E073", "the folder '" + folder + "' is empty");
      return;
    }
    const bool is_object = std::ranges::any_of(*entries, [](const FolderEntry& entry) {
      return entry.name.starts_with("0=ocfl_object_") || entry.name == inventory_name;
    });
    if (is_object) {
      objects_.push_back(folder);
      return;
    }
    for (const auto& [kind, name] : *entries) {
      const std::string below = folder + "/" + name;
      if (is_special(kind, below)) continue;
      if (kind == Kind::folder) {
        visit(below, depth + 1);
      } else {
        findings_.error("E072", "the file '" + below + "' is in no object");
      }
    }
  }

  const std::string& root_;
  Verification& verification_;
  Findings findings_;
  std::vector<std::string> objects_;
};

bool has_our_layout(const std::string& root) {
  const Result<Bytes> configuration = files::read_file(
      root + "/extensions/" + std::string(layout_extension) + "/config.json", 10000);
  return configuration && *configuration == layout_configuration_json();
}

void merge(Verification part, Verification& whole) {
  std::ranges::move(part.findings, std::back_inserter(whole.findings));
  whole.objects += part.objects;
  whole.files += part.files;
  whole.bytes += part.bytes;
}

}  // namespace

Result<Verification> verify_root(const std::string& root, std::size_t jobs) {
  const Result<std::vector<FolderEntry>> entries = files::list_entries(root);
  if (!entries) return entries.error();
  // A root that has lost its declaration is told by the description of its layout.
  const bool is_root = std::ranges::any_of(*entries, [](const FolderEntry& entry) {
    const bool is_declaration =
        entry.name.starts_with(declaration_prefix) && !entry.name.starts_with("0=ocfl_object_");
    return is_declaration || entry.name == "ocfl_layout.json";
  });
  if (!is_root) {
    return Error(ErrorKind::unreadable, "'" + root + "' is no archive: it has no declaration",
                 "name the folder that was given to 'pressmark archive --to'");
  }
  Verification whole;
  const std::vector<std::string> objects = RootCheck(root, whole).run(*entries);
  const bool check_places = has_our_layout(root);
  std::map<std::string, std::string> path_of_id;
  std::mutex mutex;
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t index = next++; index < objects.size(); index = next++) {
      const std::string& path = objects[index];
      auto [part, inventory] = check_object(root + "/" + path, path);
      const std::string id = inventory ? inventory->id : std::string();
      const std::lock_guard lock(mutex);
      Findings findings(part.findings, path);
      if (check_places && !id.empty() && path != storage_path(object_digest(id))) {
        findings.error("E083", "the object '" + id + "' lies at another place than its id says");
      }
      if (!id.empty() && !path_of_id.try_emplace(id, path).second) {
        findings.error("E037", "the object '" + id + "' is there twice");
      }
      merge(std::move(part), whole);
    }
  };
  {
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < jobs; ++i) workers.emplace_back(work);
    work();
  }
  std::ranges::sort(whole.findings, {}, [](const Finding& finding) {
    return std::tie(finding.path, finding.code, finding.text);
  });
  return whole;
}

}  // namespace pressmark::archive
