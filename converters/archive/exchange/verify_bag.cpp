#include "converters/archive/exchange/verify_bag.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "converters/common/digest_stream.h"
#include "converters/common/encoding.h"
#include "converters/common/normal_form.h"
#include "core/base/ascii.h"
#include "core/base/utf8.h"

namespace pressmark::archive {
namespace {

constexpr std::size_t most_tag_bytes = std::size_t{256} << 20;
constexpr std::string_view payload_folder = "data/";
constexpr std::string_view payload_manifest = "manifest-";
constexpr std::string_view tag_manifest = "tagmanifest-";

bool is_read_as_tag_file(const std::string& path) {
  return path == "bagit.txt" || path == "bag-info.txt" || path == "fetch.txt" ||
         (path.find('/') == std::string::npos &&
          (manifest_algorithm(path, payload_manifest) || manifest_algorithm(path, tag_manifest)));
}

std::string shown(std::string_view path) { return "'" + std::string(path) + "'"; }

// NFC where that can be said of it: names on a disk may be any octets.
std::string comparable(const std::string& path) {
  return utf8::is_valid(path) ? normal_form(path) : path;
}

class BagCheck {
 public:
  BagCheck(BagSource& source, const std::string& path, BagVerification& result)
      : source_(source),
        result_(result),
        findings_(result.verification.findings, path),
        verification_(result.verification) {}

  Result<Done> run() {
    verification_.objects = 1;
    if (auto read = read_names(); !read) return read;
    if (auto read = read_tag_files(); !read) return read;
    check_declaration();
    check_manifests();
    check_info();
    check_fetch();
    check_names();
    if (auto read = check_digests(); !read) return read;
    check_payload_size();
    return Done{};
  }

 private:
  struct Manifest {
    std::string name;
    std::string algorithm;
    bool is_payload = true;
    std::map<std::string, std::string> digests;  // by the path in the bag
  };

  Result<Done> read_names() {
    Result<std::vector<PackedFile>> listed = source_.list();
    if (!listed) return listed.error();
    for (const std::string& problem : source_.packing_problems()) {
      findings_.error("bag-packing", problem);
    }
    for (const PackedFile& file : *listed) {
      if (file.kind == PackedFile::Kind::folder) {
        has_payload_folder_ = true;
        continue;
      }
      if (file.kind == PackedFile::Kind::other) {
        findings_.error("bag-path", shown(file.path) + " is a link or device, not a file");
      } else if (!is_bag_path(file.path)) {
        findings_.error("bag-path", shown(file.path) + " leads out of the bag");
      }
      names_.insert(file.path);
      by_normal_form_[comparable(file.path)].push_back(file.path);
      if (file.path.starts_with(payload_folder)) {
        has_payload_folder_ = true;
        result_.payload.push_back(file.path);
      }
    }
    if (!has_payload_folder_) findings_.error("bag-payload", "there is no folder data/");
    return Done{};
  }

  Result<Done> read_tag_files() {
    return source_.read(is_read_as_tag_file,
                        [&](const std::string& path, const OctetPieces& pieces) -> Result<Done> {
                          Bytes& octets = tags_[path];
                          for (;;) {
                            const Result<std::string_view> piece = pieces();
                            if (!piece) return piece.error();
                            if (piece->empty()) return Done{};
                            octets += *piece;
                            if (octets.size() > most_tag_bytes) {
                              return Error(ErrorKind::limit, shown(path) + " is too large");
                            }
                          }
                        });
  }

  void check_declaration() {
    const auto found = tags_.find("bagit.txt");
    if (found == tags_.end()) {
      findings_.error("bag-declaration", "there is no bagit.txt");
      return;
    }
    declaration_ = read_bag_declaration(found->second, findings_);
    if (!canonical_encoding(declaration_.encoding)) {
      findings_.error("bag-encoding",
                      "the encoding " + shown(declaration_.encoding) + " is not known");
      declaration_.encoding = "UTF-8";
    } else if (declaration_.is_first() && ascii::to_lower(declaration_.encoding) != "utf-8") {
      findings_.warning("bag-encoding", "the tag files are in " + declaration_.encoding +
                                            ", where BagIt recommends UTF-8");
    }
  }

  // The text of a tag file, in UTF-8.
  std::string text_of(const std::string& name) {
    const Bytes& octets = tags_.at(name);
    if (ascii::to_lower(declaration_.encoding) == "utf-8") {
      if (!utf8::is_valid(octets)) {
        findings_.at(name).error("bag-encoding", "the text is not in UTF-8");
      }
      if (octets.starts_with("\xEF\xBB\xBF")) {
        findings_.at(name).error("bag-encoding", "the text begins with a byte order mark");
        return octets.substr(3);
      }
      return octets;
    }
    const Result<DecodedText> decoded = decode_as(octets, declaration_.encoding);
    if (!decoded) return octets;
    if (decoded->replaced > 0) {
      findings_.at(name).error("bag-encoding", "the text is not in " + declaration_.encoding);
    }
    return decoded->text;
  }

  void check_manifests() {
    for (const auto& [name, octets] : tags_) {
      for (const std::string_view beginning : {payload_manifest, tag_manifest}) {
        const auto algorithm = manifest_algorithm(name, beginning);
        if (algorithm) read_manifest_file(name, *algorithm, beginning == payload_manifest);
      }
    }
    const auto is_payload = [](const Manifest& manifest) { return manifest.is_payload; };
    if (std::ranges::none_of(manifests_, is_payload)) {
      findings_.error("bag-manifest", "there is no payload manifest");
      return;
    }
    const bool can_check = std::ranges::any_of(manifests_, [&](const Manifest& manifest) {
      return manifest.is_payload && DigestStream::open(manifest.algorithm).has_value();
    });
    if (!can_check) {
      findings_.error("bag-manifest", "no payload manifest has digests that can be computed here");
    }
    check_tag_manifests();
    check_all_listed();
  }

  void read_manifest_file(const std::string& name, const std::string& algorithm, bool is_payload) {
    Findings findings = findings_.at(name);
    Manifest manifest{name, algorithm, is_payload, {}};
    if (!DigestStream::open(algorithm)) {
      findings.warning("bag-manifest", "digests of '" + algorithm + "' cannot be computed here");
    }
    if (name.find(algorithm) == std::string::npos) {
      findings.warning("bag-manifest", "the algorithm's name is not in lower case");
    }
    for (const ManifestLine& line : read_manifest(text_of(name), declaration_, findings)) {
      add_line(line, manifest, findings);
    }
    manifests_.push_back(std::move(manifest));
  }

  void add_line(const ManifestLine& line, Manifest& manifest, Findings findings) {
    if (!is_bag_path(line.path) || line.path.starts_with(payload_folder) != manifest.is_payload) {
      findings.error("bag-path", manifest.is_payload
                                     ? shown(line.path) + " is not below data/"
                                     : shown(line.path) + " is no tag file of the bag");
      return;
    }
    if (line.written_path.find('%') != std::string::npos && line.path == line.written_path &&
        declaration_.is_first()) {
      findings.warning("bag-manifest", "a '%' in " + shown(line.path) + " is not encoded");
    }
    const std::optional<std::string> path = find_name(line, findings);
    if (!path) {
      missing_.insert(line.path);
      return;
    }
    const auto [known, added] = manifest.digests.insert({*path, line.digest});
    if (added) return;
    const bool is_same = known->second == line.digest;
    if (is_same && (!declaration_.is_first() || *path != line.path)) {
      findings.warning("bag-manifest", shown(line.path) + " is listed twice");
    } else {
      findings.error("bag-manifest", shown(line.path) + " is listed twice");
    }
  }

  // The file that a line means: by its path, as it is written, or by the same characters in another
  // form (NFC, NFD).
  std::optional<std::string> find_name(const ManifestLine& line, Findings findings) {
    for (const std::string& path : {line.path, line.written_path}) {
      if (names_.contains(path)) return path;
    }
    const auto alike = by_normal_form_.find(comparable(line.path));
    if (alike == by_normal_form_.end()) return {};
    findings.warning("bag-name",
                     shown(line.path) + " is there with its characters in another form (NFC, NFD)");
    return alike->second.front();
  }

  void check_tag_manifests() {
    for (const Manifest& tags : manifests_) {
      if (tags.is_payload) continue;
      for (const Manifest& other : manifests_) {
        if (other.is_payload && !tags.digests.contains(other.name)) {
          report_by_version("bag-manifest", tags.name + " does not list " + other.name);
        } else if (!other.is_payload && tags.digests.contains(other.name)) {
          report_by_version("bag-manifest", tags.name + " lists the tag manifest " + other.name);
        }
      }
    }
  }

  // What BagIt 1.0 forbids and the drafts before it did not.
  void report_by_version(FindingCode code, const std::string& text) {
    if (declaration_.is_first()) {
      findings_.error(code, text);
    } else {
      findings_.warning(code, text);
    }
  }

  void check_all_listed() {
    for (const std::string& path : result_.payload) {
      std::size_t lists = 0;
      std::string lacking;
      for (const Manifest& manifest : manifests_) {
        if (!manifest.is_payload) continue;
        if (manifest.digests.contains(path)) {
          ++lists;
        } else {
          lacking = manifest.name;
        }
      }
      if (lists == 0) {
        findings_.error("bag-extra", shown(path) + " is in no manifest");
      } else if (!lacking.empty() && declaration_.is_first()) {
        findings_.error("bag-extra", shown(path) + " is not in " + lacking);
      }
    }
  }

  void check_info() {
    if (!tags_.contains("bag-info.txt")) {
      if (declaration_.is_first()) findings_.warning("bag-info", "there is no bag-info.txt");
      return;
    }
    Findings findings = findings_.at("bag-info.txt");
    result_.info = read_bag_info(text_of("bag-info.txt"), findings);
    std::set<std::string> seen;
    for (const auto& [label, value] : result_.info) {
      const std::string name = ascii::to_lower(label);
      constexpr std::string_view once[] = {"bagging-date", "bag-size", "payload-oxum",
                                           "bag-group-identifier", "bag-count"};
      if (!seen.insert(name).second && std::ranges::find(once, name) != std::end(once)) {
        findings.warning("bag-info", "'" + label + "' is there twice");
      }
    }
  }

  void check_fetch() {
    const std::set<std::string> listed = listed_payload();
    if (tags_.contains("fetch.txt")) {
      Findings findings = findings_.at("fetch.txt");
      for (const std::string& path :
           read_fetch_list(text_of("fetch.txt"), declaration_, findings)) {
        if (missing_.erase(path) > 0) {
          findings.error("bag-fetch", shown(path) + " has not been fetched: the bag is incomplete");
        } else if (!listed.contains(path)) {
          findings.error("bag-fetch", shown(path) + " is in no manifest");
        }
      }
    }
    for (const std::string& path : missing_) {
      findings_.error("bag-missing", shown(path) + " is listed and not there");
    }
  }

  std::set<std::string> listed_payload() const {
    std::set<std::string> listed;
    for (const Manifest& manifest : manifests_) {
      if (!manifest.is_payload) continue;
      for (const auto& [path, digest] : manifest.digests) listed.insert(path);
    }
    return listed;
  }

  // Names that another file system would take for one.
  void check_names() {
    std::map<std::string, std::string> by_lower_case;
    for (const auto& [form, paths] : by_normal_form_) {
      if (paths.size() > 1) {
        findings_.warning("bag-name",
                          shown(paths[0]) + " is there twice, with its characters in two forms");
      }
      const auto [known, added] = by_lower_case.insert({ascii::to_lower(form), form});
      if (!added) {
        findings_.warning("bag-name",
                          shown(form) + " differs from " + shown(known->second) + " in case only");
      }
    }
  }

  Result<Done> check_digests() {
    std::map<std::string, std::set<std::string>> algorithms;  // by path
    for (const Manifest& manifest : manifests_) {
      for (const auto& [path, digest] : manifest.digests) {
        algorithms[path].insert(manifest.algorithm);
      }
    }
    return source_.read(
        [&](const std::string& path) {
          return algorithms.contains(path) || path.starts_with(payload_folder);
        },
        [&](const std::string& path, const OctetPieces& pieces) -> Result<Done> {
          DigestSet digests(algorithms[path]);
          std::size_t size = 0;
          for (;;) {
            const Result<std::string_view> piece = pieces();
            if (!piece) return piece.error();
            if (piece->empty()) break;
            size += piece->size();
            digests.add(*piece);
          }
          ++verification_.files;
          verification_.bytes += size;
          if (path.starts_with(payload_folder)) payload_bytes_ += size;
          result_.digests[path] = digests.finish();
          compare(path, result_.digests[path]);
          return Done{};
        });
  }

  void compare(const std::string& path, const std::map<std::string, std::string>& computed) {
    for (const Manifest& manifest : manifests_) {
      const auto stated = manifest.digests.find(path);
      const auto found = computed.find(manifest.algorithm);
      if (stated == manifest.digests.end() || found == computed.end()) continue;
      if (stated->second != found->second) {
        findings_.error("bag-digest", "the " + manifest.algorithm + " digest of " + shown(path) +
                                          " is another than in " + manifest.name);
      }
    }
  }

  void check_payload_size() {
    for (const auto& [label, value] : result_.info) {
      if (ascii::to_lower(label) != "payload-oxum") continue;
      const std::string actual =
          std::to_string(payload_bytes_) + "." + std::to_string(result_.payload.size());
      if (value != actual) {
        findings_.error("bag-info",
                        "Payload-Oxum is '" + value + "', and the payload's is " + actual);
      }
    }
  }

  BagSource& source_;
  BagVerification& result_;
  Findings findings_;
  Verification& verification_;
  BagDeclaration declaration_;
  bool has_payload_folder_ = false;
  std::set<std::string> names_;
  std::map<std::string, std::vector<std::string>> by_normal_form_;
  std::map<std::string, Bytes> tags_;
  std::vector<Manifest> manifests_;
  std::set<std::string> missing_;
  std::size_t payload_bytes_ = 0;
};

}  // namespace

Result<BagVerification> verify_bag(const std::string& path) {
  const Result<std::unique_ptr<BagSource>> source = open_bag(path);
  if (!source) return source.error();
  BagVerification result;
  if (auto checked = BagCheck(**source, path, result).run(); !checked) return checked.error();
  std::ranges::sort(result.verification.findings, {}, [](const Finding& finding) {
    return std::tie(finding.path, finding.code, finding.text);
  });
  return result;
}

}  // namespace pressmark::archive
