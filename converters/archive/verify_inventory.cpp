#include "converters/archive/verify_inventory.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/ascii.h"
#include "core/model/date.h"

namespace pressmark::archive {
namespace {

using Json = nlohmann::json;

bool is_uri(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return is_letter(text.front()) && std::ranges::all_of(text.substr(0, colon), [&](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
         });
}

struct PathCodes {
  FindingCode ends;      // begins or ends with a slash
  FindingCode elements;  // an element is empty, "." or ".."
  FindingCode conflict;  // twice, or the beginning of another
};
constexpr PathCodes content_path_codes = {"E100", "E099", "E101"};
constexpr PathCodes logical_path_codes = {"E053", "E052", "E095"};

void check_path(const std::string& path, const PathCodes& codes, Findings& findings) {
  if (path.empty() || path.front() == '/' || path.back() == '/') {
    findings.error(codes.ends, "the path '" + path + "' begins or ends with a slash");
    return;
  }
  for (std::size_t start = 0;;) {
    const std::size_t slash = path.find('/', start);
    const std::string element = path.substr(start, slash - start);
    if (element.empty() || element == "." || element == "..") {
      findings.error(codes.elements, "the path '" + path + "' has the element '" + element + "'");
      return;
    }
    if (slash == std::string::npos) return;
    start = slash + 1;
  }
}

void check_conflicts(const std::set<std::string>& paths, const PathCodes& codes,
                     Findings& findings) {
  for (const std::string& path : paths) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      if (paths.contains(path.substr(0, slash))) {
        findings.error(codes.conflict, "'" + path.substr(0, slash) + "' is a file and a folder");
      }
    }
  }
}

class InventoryCheck {
 public:
  InventoryCheck(const Json& root, Findings findings)
      : root_(root), findings_(std::move(findings)) {}

  CheckedInventory run() {
    check_keys();
    check_id();
    check_type();
    check_algorithm();
    check_content_directory();
    check_manifest();
    check_fixity();
    check_versions();
    check_head();
    check_use();
    return std::move(result_);
  }

 private:
  const Json* member(const char* key) const {
    const auto found = root_.find(key);
    return found == root_.end() ? nullptr : &*found;
  }

  std::string text(const char* key) const {
    const Json* value = member(key);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
  }

  void check_keys() {
    constexpr std::array<std::string_view, 8> known = {
        "id",       "type",     "digestAlgorithm", "head",
        "manifest", "versions", "fixity",          "contentDirectory"};
    for (const auto& [key, value] : root_.items()) {
      if (std::ranges::find(known, key) == known.end()) {
        findings_.error("E102", "the inventory has the unknown key '" + key + "'");
      }
    }
    for (const char* key : {"id", "type", "digestAlgorithm", "head"}) {
      if (member(key) == nullptr) findings_.error("E036", std::string("there is no '") + key + "'");
    }
    if (member("manifest") == nullptr) findings_.error("E041", "there is no 'manifest'");
    if (member("versions") == nullptr) findings_.error("E043", "there is no 'versions'");
  }

  void check_id() {
    result_.id = text("id");
    if (member("id") == nullptr) return;
    if (result_.id.empty()) {
      findings_.error("E037", "the id is no text");
    } else if (!is_uri(result_.id)) {
      findings_.warning("W005", "the id '" + result_.id + "' is no URI");
    }
  }

  void check_type() {
    const std::string type = text("type");
    for (const std::string_view version : {"1.0", "1.1"}) {
      if (type == "https://ocfl.io/" + std::string(version) + "/spec/#inventory") {
        result_.spec_version = version;
      }
    }
    if (member("type") != nullptr && result_.spec_version.empty()) {
      findings_.error("E038", "the type is '" + type + "'");
    }
  }

  void check_algorithm() {
    result_.digest_algorithm = text("digestAlgorithm");
    if (result_.digest_algorithm == "sha256") {
      findings_.warning("W004", "sha256 is used where sha512 should be");
    } else if (member("digestAlgorithm") != nullptr && result_.digest_algorithm != "sha512") {
      findings_.error("E025", "the digest algorithm is '" + result_.digest_algorithm + "'");
    }
  }

  void check_content_directory() {
    const Json* value = member("contentDirectory");
    if (value == nullptr) return;
    const std::string name = text("contentDirectory");
    if (name.empty() || name.find('/') != std::string::npos) {
      findings_.error("E017", "the content folder is '" + name + "'");
    } else if (name == "." || name == "..") {
      findings_.error("E018", "the content folder is '" + name + "'");
    } else {
      result_.content_directory = name;
    }
  }

  // A block of digests and paths, by lower-case digest.
  std::map<std::string, std::vector<std::string>> read_digests(const Json& block,
                                                               FindingCode code_twice,
                                                               FindingCode code_paths,
                                                               const PathCodes& codes) {
    std::map<std::string, std::vector<std::string>> digests;
    std::set<std::string> seen;
    for (const auto& [digest, paths] : block.items()) {
      const auto [entry, added] = digests.try_emplace(ascii::to_lower(digest));
      if (!added) findings_.error(code_twice, "the digest " + digest + " is there twice");
      if (!paths.is_array()) {
        findings_.error(code_paths, "the paths of the digest " + digest + " are no array");
        continue;
      }
      for (const Json& path : paths) {
        if (!path.is_string()) {
          findings_.error(code_paths, "a path of the digest " + digest + " is no text");
          continue;
        }
        const auto& name = path.get_ref<const std::string&>();
        check_path(name, codes, findings_);
        if (!seen.insert(name).second) {
          findings_.error(codes.conflict, "the path '" + name + "' is there twice");
        }
        entry->second.push_back(name);
      }
    }
    check_conflicts(seen, codes, findings_);
    return digests;
  }

  void check_manifest() {
    const Json* manifest = member("manifest");
    if (manifest == nullptr) return;
    if (!manifest->is_object()) {
      findings_.error("E106", "the manifest is no object");
      return;
    }
    result_.manifest = read_digests(*manifest, "E096", "E092", content_path_codes);
    const std::string between = "/" + result_.content_directory + "/";
    for (const auto& [digest, paths] : result_.manifest) {
      for (const std::string& path : paths) {
        const std::size_t slash = path.find('/');
        if (version_number(path.substr(0, slash)) == 0 || slash == std::string::npos ||
            path.compare(slash, between.size(), between) != 0) {
          findings_.error("E042", "the content path '" + path + "' is in no version's content");
        }
      }
    }
  }

  void check_fixity() {
    const Json* fixity = member("fixity");
    if (fixity == nullptr) return;
    if (!fixity->is_object()) {
      findings_.error("E111", "the fixity block is no object");
      return;
    }
    constexpr std::array<std::string_view, 12> known = {
        "md5",         "sha1",        "sha256",     "sha512", "blake2b-512", "blake2b-160",
        "blake2b-256", "blake2b-384", "sha512/256", "size",   "crc32",       "sha384"};
    for (const auto& [algorithm, block] : fixity->items()) {
      if (std::ranges::find(known, algorithm) == known.end()) {
        findings_.error("E056", "the fixity block has the unknown algorithm '" + algorithm + "'");
        continue;
      }
      if (!block.is_object()) {
        findings_.error("E057", "the fixity block of '" + algorithm + "' is no object");
        continue;
      }
      result_.fixity[algorithm] = read_digests(block, "E097", "E057", content_path_codes);
    }
  }

  void check_versions() {
    const Json* versions = member("versions");
    if (versions == nullptr) return;
    if (!versions->is_object()) {
      findings_.error("E044", "'versions' is no object");
      return;
    }
    if (versions->empty()) findings_.error("E008", "there is no version");
    for (const auto& [name, version] : versions->items()) {
      if (version_number(name) == 0) {
        findings_.error("E046", "'" + name + "' is no version name");
        continue;
      }
      if (!version.is_object()) {
        findings_.error("E047", "version " + name + " is no object");
        continue;
      }
      check_version(name, version);
    }
    check_sequence();
  }

  void check_sequence() {
    std::set<int> numbers;
    bool is_padded = false;
    std::set<std::size_t> lengths;
    for (const auto& [name, state] : result_.states) {
      numbers.insert(version_number(name));
      if (name.starts_with("v0")) is_padded = true;
      lengths.insert(name.size());
    }
    if (numbers.empty()) return;
    if (*numbers.begin() != 1) findings_.error("E009", "the first version is not 1");
    if (*numbers.rbegin() != static_cast<int>(numbers.size())) {
      findings_.error("E010", "a version is left out");
    }
    if (is_padded) {
      findings_.warning("W001", "the version names are zero-padded");
      if (lengths.size() > 1) findings_.error("E012", "the version names are not alike");
    }
  }

  void check_version(const std::string& name, const Json& version) {
    result_.states[name];
    const auto created = version.find("created");
    if (created == version.end() || !version.contains("state")) {
      findings_.error("E048", "version " + name + " lacks 'created' or 'state'");
    }
    if (created != version.end() &&
        (!created->is_string() || !is_rfc3339(created->get_ref<const std::string&>()))) {
      findings_.error("E049", "'created' of version " + name + " is no date and time of RFC 3339");
    }
    check_message_and_user(name, version);
    if (const auto state = version.find("state"); state != version.end()) {
      check_state(name, *state);
    }
    std::string& details = result_.details[name];
    for (const auto& [key, value] : version.items()) {
      if (key == "state") continue;
      details += key + "=" + value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
  }

  void check_message_and_user(const std::string& name, const Json& version) {
    const auto message = version.find("message");
    const auto user = version.find("user");
    if (message == version.end() || user == version.end()) {
      findings_.warning("W007", "version " + name + " lacks 'message' or 'user'");
    }
    if (message != version.end() && !message->is_string()) {
      findings_.error("E094", "'message' of version " + name + " is no text");
    }
    if (user == version.end()) return;
    const auto text_of = [&](const char* key) {
      const auto found = user->is_object() ? user->find(key) : user->end();
      return found != user->end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    if (!user->is_object() || text_of("name").empty()) {
      findings_.error("E054", "'user' of version " + name + " has no name");
    } else if (text_of("address").empty()) {
      findings_.warning("W008", "'user' of version " + name + " has no address");
    } else if (!is_uri(text_of("address"))) {
      findings_.warning("W009", "the address of 'user' of version " + name + " is no URI");
    }
  }

  void check_state(const std::string& name, const Json& state) {
    if (!state.is_object()) {
      findings_.error("E050", "'state' of version " + name + " is no object");
      return;
    }
    for (const auto& [digest, paths] : read_digests(state, "E050", "E051", logical_path_codes)) {
      if (!result_.manifest.contains(digest) && member("manifest") != nullptr) {
        findings_.error(
            "E050", "version " + name + " has the digest " + digest + ", which the manifest lacks");
      }
      for (const std::string& path : paths) result_.states[name][path] = digest;
    }
  }

  void check_head() {
    result_.head = text("head");
    int highest = 0;
    std::string highest_name;
    for (const auto& [name, state] : result_.states) {
      if (version_number(name) > highest) {
        highest = version_number(name);
        highest_name = name;
      }
    }
    if (member("head") != nullptr && highest > 0 && result_.head != highest_name) {
      findings_.error("E040",
                      "the head is '" + result_.head + "', the newest version " + highest_name);
    }
  }

  void check_use() {
    std::set<std::string> used;
    for (const auto& [name, state] : result_.states) {
      for (const auto& [path, digest] : state) used.insert(digest);
    }
    for (const auto& [digest, paths] : result_.manifest) {
      if (!used.contains(digest)) {
        findings_.error("E107", "no version has the digest " + digest + " of the manifest");
      }
    }
  }

  const Json& root_;
  Findings findings_;
  CheckedInventory result_;
};

}  // namespace

void Findings::error(FindingCode code, std::string text) {
  all_.push_back({Finding::Level::error, std::string(code.text()), path_, std::move(text)});
}

void Findings::warning(FindingCode code, std::string text) {
  all_.push_back({Finding::Level::warning, std::string(code.text()), path_, std::move(text)});
}

bool is_rfc3339(std::string_view text) {
  constexpr std::size_t shortest = 20;  // 2026-10-12T08:30:00Z
  if (text.size() < shortest || (text[10] != 'T' && text[10] != 't' && text[10] != ' '))
    return false;
  if (text[13] != ':' || text[16] != ':') return false;
  const bool has_offset = text.ends_with('Z') || text.ends_with('z') ||
                          (text[text.size() - 3] == ':' &&
                           (text[text.size() - 6] == '+' || text[text.size() - 6] == '-'));
  std::string normal(text);
  normal[10] = 'T';
  if (normal.back() == 'z') normal.back() = 'Z';
  return has_offset && parse_date(normal).has_value();
}

int version_number(std::string_view name) {
  if (name.size() < 2 || name.size() > 9 || name.front() != 'v') return 0;
  int number = 0;
  for (const char c : name.substr(1)) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<CheckedInventory> check_inventory(std::string_view json, Findings findings) {
  const Json root = Json::parse(json, nullptr, false);
  if (!root.is_object()) {
    findings.error("E033", "the inventory is no JSON object");
    return {};
  }
  return InventoryCheck(root, std::move(findings)).run();
}

}  // namespace pressmark::archive
