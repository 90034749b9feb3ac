#include "converters/archive/verify_metadata.h"

#include <map>
#include <set>

#include "converters/archive/mets.h"
#include "converters/archive/mets_reader.h"
#include "converters/archive/premis_reader.h"
#include "core/base/ascii.h"

namespace pressmark::archive {
namespace {

constexpr std::string_view sha512_name = "SHA-512";

class MetadataCheck {
 public:
  MetadataCheck(const DescribedVersion& version, Findings findings)
      : version_(version), findings_(std::move(findings)) {}

  void run(const VersionFileReader& read) {
    for (const std::string_view path : {mets_path, premis_path}) {
      if (!version_.digests.contains(std::string(path))) continue;
      const std::optional<Bytes> xml = read(std::string(path));
      if (!xml) continue;  // absent content is told as such
      if (path == mets_path) {
        check_mets(*xml);
      } else {
        check_premis(*xml);
      }
    }
  }

 private:
  void report(FindingCode code, const std::string& text) {
    findings_.error(code, version_.name + ": " + text);
  }

  void check_file(FindingCode code, const std::string& path, const std::string& sha512,
                  std::optional<std::uint64_t> bytes) {
    const auto found = version_.digests.find(path);
    if (found == version_.digests.end()) {
      report(code, "'" + path + "' is no file of the version");
      return;
    }
    if (!sha512.empty() && ascii::to_lower(sha512) != found->second) {
      report(code, "the digest of '" + path + "' is another");
    }
    const auto size = version_.size_of ? version_.size_of(path) : std::nullopt;
    if (bytes && size && *bytes != *size) report(code, "the size of '" + path + "' is another");
  }

  void check_mets(const Bytes& xml) {
    const Result<MetsContent> mets = read_mets(xml, mets_path);
    if (!mets) {
      report("mets", mets.error().message());
      return;
    }
    for (const std::string& problem : mets->problems) report("mets", problem);
    const bool is_ours = mets->profile == mets_profile;
    if ((is_ours || !mets->object_id.empty()) && mets->object_id != version_.object_id) {
      report("mets", "OBJID is '" + mets->object_id + "'");
    }
    std::set<std::string> named = {std::string(mets_path)};
    for (const MetsReference& reference : mets->references) {
      if (reference.path.empty()) {
        report("mets", "'" + reference.href + "' leads out of the version");
        continue;
      }
      named.insert(reference.path);
      const bool is_sha512 = reference.checksum_type == sha512_name;
      if (is_ours && (!is_sha512 || reference.checksum.empty())) {
        report("mets", "'" + reference.path + "' is named without its SHA-512 digest");
      }
      check_file("mets", reference.path, is_sha512 ? reference.checksum : std::string(),
                 reference.bytes);
    }
    for (const auto& [path, digest] : version_.digests) {
      if (!named.contains(path)) report("mets", "'" + path + "' is not named");
    }
  }

  // Only files of this object are judged: their identifiers are the object's with "#" and the path.
  void check_premis(const Bytes& xml) {
    const Result<PremisContent> premis = read_premis(xml);
    if (!premis) {
      report("premis", premis.error().message());
      return;
    }
    for (const std::string& problem : premis->problems) report("premis", problem);
    const std::string beginning = version_.object_id + "#";
    for (const PremisObject& object : premis->objects) {
      if (!object.identifier.starts_with(beginning)) continue;
      const auto sha512 = object.digests.find(std::string(sha512_name));
      check_file("premis", object.identifier.substr(beginning.size()),
                 sha512 == object.digests.end() ? std::string() : sha512->second, object.bytes);
    }
    for (const std::string& link : premis->linked_objects) {
      if (link.starts_with(beginning) &&
          !version_.digests.contains(link.substr(beginning.size()))) {
        report("premis", "an event names '" + link + "', which is no file of the version");
      }
    }
  }

  const DescribedVersion& version_;
  Findings findings_;
};

// The content path of a version's file; null where there is none that is good.
const std::string* content_of(const CheckedInventory& inventory,
                              const std::map<std::string, std::string>& state,
                              const std::string& path) {
  const auto digest = state.find(path);
  if (digest == state.end()) return nullptr;
  const auto content = inventory.manifest.find(digest->second);
  if (content == inventory.manifest.end() || content->second.empty()) return nullptr;
  return &content->second.front();
}

}  // namespace

void verify_version_metadata(const DescribedVersion& version, const VersionFileReader& read,
                             Findings findings) {
  MetadataCheck(version, std::move(findings)).run(read);
}

std::map<std::string, Bytes> documents_of(const CheckedInventory& inventory) {
  std::map<std::string, Bytes> documents;
  if (inventory.digest_algorithm != "sha512") return documents;
  for (const auto& [version, state] : inventory.states) {
    for (const std::string_view name : {mets_path, premis_path}) {
      const std::string* content = content_of(inventory, state, std::string(name));
      if (content != nullptr) documents.emplace(*content, Bytes());
    }
  }
  return documents;
}

void verify_documents(const CheckedInventory& inventory,
                      const std::map<std::string, Bytes>& documents,
                      const std::map<std::string, std::uint64_t>& sizes, const Findings& findings) {
  if (documents.empty()) return;
  for (const auto& [version, state] : inventory.states) {
    const auto size_of = [&,
                          &state = state](const std::string& path) -> std::optional<std::uint64_t> {
      const std::string* content = content_of(inventory, state, path);
      const auto size = content == nullptr ? sizes.end() : sizes.find(*content);
      return size == sizes.end() ? std::nullopt : std::optional(size->second);
    };
    const auto read = [&, &state = state](const std::string& path) -> std::optional<Bytes> {
      const std::optional<std::uint64_t> size = size_of(path);
      if (!size || *size > most_document_bytes) return {};
      return documents.at(*content_of(inventory, state, path));
    };
    verify_version_metadata({inventory.id, version, state, size_of}, read, findings);
  }
}

}  // namespace pressmark::archive
