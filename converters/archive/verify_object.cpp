#include <algorithm>
#include <cstdint>
#include <set>

#include "converters/archive/durable_files.h"
#include "converters/archive/file_pieces.h"
#include "converters/archive/object_check.h"
#include "converters/archive/verify.h"
#include "converters/archive/verify_inventory.h"
#include "converters/archive/verify_metadata.h"
#include "converters/common/digest.h"
#include "converters/common/digest_stream.h"
#include "core/base/ascii.h"

namespace pressmark::archive {
namespace {

using files::FolderEntry;
using Kind = FolderEntry::Kind;

constexpr std::size_t most_inventory_bytes = std::size_t{256} << 20;
constexpr std::string_view declaration_prefix = "0=ocfl_object_";

class ObjectCheck {
 public:
  ObjectCheck(std::string folder, const std::string& shown_path, Verification& verification)
      : folder_(std::move(folder)),
        verification_(verification),
        findings_(verification.findings, shown_path) {}

  void run() {
    verification_.objects = 1;
    const Result<std::vector<FolderEntry>> names = files::list_entries(folder_);
    if (!names) {
      findings_.error("E003", names.error().message());
      return;
    }
    check_declaration(*names);
    root_json_ = read(std::string("inventory.json"));
    if (root_json_.empty()) {
      findings_.error("E063", "there is no inventory, or it is empty");
      return;
    }
    root_ = check_inventory(root_json_, findings_.at("inventory.json"));
    if (!root_) return;
    check_sidecar("", root_->digest_algorithm, root_json_);
    check_spec_version();
    check_names(*names);
    for (const auto& [name, state] : root_->states) check_version_folder(name);
    check_fixity();
    documents_ = documents_of(*root_);
    check_content();
    verify_documents(*root_, documents_, sizes_, findings_);
  }

  // What it was verified by; empty, or absent, where there is none.
  const std::string& inventory_json() const { return root_json_; }
  std::optional<CheckedInventory> take_inventory() { return std::move(root_); }

 private:
  std::string read(const std::string& path) const {
    Result<Bytes> octets = files::read_file(folder_ + "/" + path, most_inventory_bytes);
    return octets ? std::move(*octets) : Bytes();
  }

  void check_declaration(const std::vector<FolderEntry>& names) {
    int declarations = 0;
    for (const auto& [kind, name] : names) {
      if (!name.starts_with("0=")) continue;
      ++declarations;
      if (!name.starts_with(declaration_prefix)) {
        findings_.error("E006", "the declaration is named '" + name + "'");
        continue;
      }
      declared_ = name.substr(declaration_prefix.size());
      if (read(name) != name.substr(2) + "\n") {
        findings_.at(name).error("E007", "the declaration's text is not its name");
      }
    }
    if (declarations != 1) {
      findings_.error("E003", declarations == 0 ? "there is no declaration"
                                                : "there is more than one declaration");
    }
  }

  void check_spec_version() {
    if (!declared_.empty() && !root_->spec_version.empty() && declared_ != root_->spec_version) {
      findings_.error("E038", "the inventory is of OCFL " + root_->spec_version +
                                  ", the declaration of " + declared_);
    }
  }

  void check_names(const std::vector<FolderEntry>& names) {
    const std::string sidecar = "inventory.json." + root_->digest_algorithm;
    for (const auto& [kind, name] : names) {
      if (is_special(kind, name)) continue;
      const bool is_folder = kind == Kind::folder;
      if (name.starts_with("0=") || name == "inventory.json" || name == sidecar) continue;
      if (is_folder && name == "logs") continue;
      if (is_folder && name == "extensions") {
        check_extensions();
      } else if (is_folder && version_number(name) > 0) {
        if (!root_->states.contains(name)) {
          findings_.error("E046", "the folder '" + name + "' is no version of the inventory");
        }
      } else {
        findings_.error("E001", "'" + name + "' is no part of an object");
      }
    }
  }

  // Links and devices have no place anywhere in an object.
  bool is_special(Kind kind, const std::string& path) {
    if (kind != Kind::other) return false;
    findings_.error("E090", "'" + path + "' is a link or no file");
    return true;
  }

  void check_extensions() {
    const auto names = files::list_entries(folder_ + "/extensions");
    if (!names) return;
    for (const auto& [kind, name] : *names) {
      if (is_special(kind, "extensions/" + name)) continue;
      if (kind != Kind::folder) {
        findings_.error("E067", "'extensions/" + name + "' is no folder");
      } else if (name.size() < 5 || name[4] != '-' || name.find_first_not_of("0123456789") != 4) {
        findings_.warning("W013", "the extension '" + name + "' is not registered");
      }
    }
  }

  // `folder` is "" or a version's name with '/' behind it.
  void check_sidecar(const std::string& folder, const std::string& algorithm,
                     const std::string& json) {
    const std::string name = folder + "inventory.json." + algorithm;
    const std::string text = read(name);
    if (text.empty()) {
      findings_.error("E058", "there is no '" + name + "'");
      return;
    }
    const std::size_t end = text.find_first_of(" \t");
    const std::size_t next = text.find_first_not_of(" \t", end);
    if (end == std::string::npos || next == std::string::npos ||
        (text.substr(next) != "inventory.json\n" && text.substr(next) != "inventory.json")) {
      findings_.error("E061", "'" + name + "' is not of the form 'DIGEST inventory.json'");
      return;
    }
    // The newest version has the object's inventory again: its digest is computed once.
    const bool is_known =
        root_digest_ && json == root_json_ && algorithm == root_->digest_algorithm;
    const auto digest = is_known ? root_digest_ : digest_hex(algorithm, json);
    if (&json == &root_json_) root_digest_ = digest;
    if (digest && ascii::to_lower(text.substr(0, end)) != *digest) {
      findings_.error("E060", "the digest in '" + name + "' is not the inventory's");
    }
  }

  void check_version_folder(const std::string& version) {
    const auto names = files::list_entries(folder_ + "/" + version);
    if (!names) {
      findings_.error("E046", "the folder of version " + version + " is absent");
      return;
    }
    bool has_inventory = false;
    for (const auto& [kind, name] : *names) {
      if (is_special(kind, version + "/" + name)) continue;
      const bool is_folder = kind == Kind::folder;
      if (is_folder && name == root_->content_directory) {
        with_content_.insert(version);
      } else if (is_folder) {
        findings_.warning("W002", "version " + version + " has the folder '" + name + "'");
      } else if (name == "inventory.json") {
        has_inventory = true;
      } else if (!name.starts_with("inventory.json.")) {
        findings_.error("E015", "version " + version + " has the file '" + name + "'");
      }
    }
    if (has_inventory) {
      check_version_inventory(version);
    } else {
      findings_.warning("W010", "version " + version + " has no inventory of its own");
    }
  }

  void check_version_inventory(const std::string& version) {
    const std::string json = read(version + "/inventory.json");
    if (version == root_->head) {
      if (json != root_json_) {
        findings_.error("E064", "the inventory of " + version + " differs from the object's");
      }
      check_sidecar(version + "/", root_->digest_algorithm, json);
      return;
    }
    const auto own = check_inventory(json, findings_.at(version + "/inventory.json"));
    if (!own) return;
    check_sidecar(version + "/", own->digest_algorithm, json);
    if (own->id != root_->id) findings_.error("E110", "the id of " + version + " is another");
    if (own->content_directory != root_->content_directory) {
      findings_.error("E019", "the content folder of " + version + " has another name");
    }
    if (own->spec_version > root_->spec_version) {
      findings_.error("E103", version + " is of a later version of OCFL");
    }
    if (own->head != version) findings_.error("E040", "the head in " + version + " is another");
    for (const auto& [name, state] : own->states) {
      if (!same_state(*own, state, name)) {
        findings_.error("E066", "version " + name + " in the inventory of " + version +
                                    " is not the one in the object's");
      } else if (own->details.contains(name) && root_->details.contains(name) &&
                 own->details.at(name) != root_->details.at(name)) {
        findings_.warning("W011", "the details of version " + name + " differ in " + version);
      }
    }
  }

  // Digests of two inventories can be of different algorithms; then content paths are compared.
  bool same_state(const CheckedInventory& own, const std::map<std::string, std::string>& state,
                  const std::string& version) const {
    const auto found = root_->states.find(version);
    if (found == root_->states.end() || found->second.size() != state.size()) return false;
    for (const auto& [path, digest] : state) {
      const auto other = found->second.find(path);
      if (other == found->second.end()) return false;
      if (own.digest_algorithm == root_->digest_algorithm) {
        if (other->second != digest) return false;
        continue;
      }
      const auto own_paths = own.manifest.find(digest);
      const auto root_paths = root_->manifest.find(other->second);
      if (own_paths == own.manifest.end() || root_paths == root_->manifest.end()) return false;
      const bool shared = std::ranges::any_of(own_paths->second, [&](const std::string& one) {
        return std::ranges::find(root_paths->second, one) != root_paths->second.end();
      });
      if (!shared) return false;
    }
    return true;
  }

  void check_content() {
    std::map<std::string, std::string> expected;
    for (const auto& [digest, paths] : root_->manifest) {
      for (const std::string& path : paths) expected[path] = digest;
    }
    for (const std::string& version : with_content_) {
      check_content_folder(version + "/" + root_->content_directory, 0, expected);
    }
    for (const auto& [path, digest] : expected) {
      findings_.error("E092", "the file '" + path + "' is absent");
    }
  }

  // Removes from `expected` what it finds.
  void check_content_folder(const std::string& below, int depth,
                            std::map<std::string, std::string>& expected) {
    const auto entries = files::list_entries(folder_ + "/" + below);
    if (!entries) {
      findings_.error("E092", entries.error().message());
      return;
    }
    if (entries->empty() && depth > 0) {
      findings_.error("E024", "the folder '" + below + "' is empty");
    } else if (entries->empty()) {
      findings_.warning("W003", "the folder '" + below + "' is empty");
    }
    for (const auto& [kind, name] : *entries) {
      const std::string path = below + "/" + name;
      const auto found = expected.find(path);
      if (kind == Kind::folder) {
        check_content_folder(path, depth + 1, expected);
      } else if (is_special(kind, path)) {
        expected.erase(path);
      } else if (found == expected.end()) {
        findings_.error("E023", "the file '" + path + "' is not in the manifest");
      } else {
        check_file(path, found->second);
        expected.erase(found);
      }
    }
  }

  void check_file(const std::string& path, const std::string& digest) {
    const auto fixity = fixity_by_path_.find(path);
    const auto digests =
        digests_of(path, fixity == fixity_by_path_.end() ? nullptr : &fixity->second);
    if (!digests) {
      findings_.error("E092", digests.error().message());
      return;
    }
    const auto differs = [&](const std::string& algorithm, const std::string& expected) {
      const auto found = digests->find(algorithm);
      return found != digests->end() && found->second != expected;
    };
    if (differs(root_->digest_algorithm, digest)) {
      findings_.error("E092", "the content of '" + path + "' has changed");
    }
    if (fixity == fixity_by_path_.end()) return;
    for (const auto& [algorithm, expected] : fixity->second) {
      if (differs(algorithm, expected)) {
        findings_.error("E093", "the " + algorithm + " digest of '" + path + "' is another");
      }
    }
  }

  // The digest that the manifest needs, and those of the fixity block (by algorithm; null: none).
  // Most files of an object need the same: what computes them is made once.
  DigestSet& digest_set(const std::map<std::string, std::string>* fixity) {
    std::set<std::string> algorithms = {root_->digest_algorithm};
    if (fixity != nullptr) {
      for (const auto& [algorithm, expected] : *fixity) algorithms.insert(algorithm);
    }
    const auto known = digest_sets_.find(algorithms);
    if (known != digest_sets_.end()) return known->second;
    return digest_sets_.emplace(algorithms, DigestSet(algorithms)).first->second;
  }

  // Read once and piece by piece: files may be larger than memory.
  Result<std::map<std::string, std::string>> digests_of(
      const std::string& path, const std::map<std::string, std::string>* fixity) {
    Result<files::FilePieces> file = files::FilePieces::open(folder_ + "/" + path);
    if (!file) return file.error();
    DigestSet& digests = digest_set(fixity);
    const auto document = documents_.find(path);
    std::size_t size = 0;
    for (;;) {
      const Result<std::string_view> piece = file->next();
      if (!piece) {
        (void)digests.finish();
        return piece.error();
      }
      if (piece->empty()) break;
      size += piece->size();
      digests.add(*piece);
      if (document != documents_.end() && size <= most_document_bytes) document->second += *piece;
    }
    ++verification_.files;
    verification_.bytes += size;
    sizes_[path] = size;
    return digests.finish();
  }

  void check_fixity() {
    std::set<std::string> known;
    for (const auto& [digest, paths] : root_->manifest) known.insert(paths.begin(), paths.end());
    for (const auto& [algorithm, by_digest] : root_->fixity) {
      for (const auto& [digest, paths] : by_digest) {
        for (const std::string& path : paths) {
          fixity_by_path_[path][algorithm] = digest;
          if (!known.contains(path)) {
            findings_.error("E057", "the fixity block has '" + path + "', which no version has");
          }
        }
      }
    }
  }

  std::string folder_;
  Verification& verification_;
  Findings findings_;
  std::string declared_;
  std::string root_json_;
  std::optional<std::string> root_digest_;  // of root_json_
  std::optional<CheckedInventory> root_;
  std::set<std::string> with_content_;  // versions that have a content folder
  std::map<std::set<std::string>, DigestSet> digest_sets_;
  std::map<std::string, Bytes> documents_;      // METS and PREMIS by content path
  std::map<std::string, std::uint64_t> sizes_;  // of the content that was read, by its path
  std::map<std::string, std::map<std::string, std::string>> fixity_by_path_;  // by algorithm
};

}  // namespace

bool Verification::is_valid() const {
  return std::ranges::none_of(
      findings, [](const Finding& finding) { return finding.level == Finding::Level::error; });
}

ObjectVerification check_object(const std::string& folder, const std::string& shown_path) {
  // A writer may put a new version in place meanwhile; then what was read is of two versions.
  constexpr int attempts = 3;
  ObjectVerification result;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    result = {};
    ObjectCheck check(folder, shown_path, result.verification);
    check.run();
    result.inventory = check.take_inventory();
    if (result.verification.is_valid()) break;
    const Result<Bytes> after = files::read_file(folder + "/inventory.json", most_inventory_bytes);
    if ((after ? *after : Bytes()) == check.inventory_json()) break;
  }
  return result;
}

bool is_object_folder(const std::string& folder) {
  const auto entries = files::list_entries(folder);
  return entries && std::ranges::any_of(*entries, [](const FolderEntry& entry) {
           return entry.name.starts_with(declaration_prefix) ||
                  (entry.name == "inventory.json" && entry.kind == Kind::file);
         });
}

Verification verify_object(const std::string& folder, const std::string& shown_path) {
  return check_object(folder, shown_path).verification;
}

}  // namespace pressmark::archive
