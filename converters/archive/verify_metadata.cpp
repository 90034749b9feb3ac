#include "converters/archive/verify_metadata.h"

#include <map>
#include <set>

#include "converters/archive/durable_files.h"
#include "converters/archive/mets.h"
#include "converters/archive/mets_reader.h"
#include "converters/archive/ocfl.h"
#include "converters/common/xml_reader.h"
#include "core/base/ascii.h"

namespace pressmark::archive {
namespace {

constexpr std::string_view premis_path = "metadata/premis.xml";
constexpr std::string_view premis_namespace = "http://www.loc.gov/premis/v3";
constexpr std::size_t most_document_bytes = std::size_t{64} << 20;
constexpr int deepest = 1000;

std::string child_text(const XmlNode& node, std::string_view name) {
  const XmlNode* child = node.child(name);
  return child == nullptr ? std::string() : child->all_text();
}

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

  void check_digest(FindingCode code, const std::string& path, const std::string& stated) {
    const auto found = version_.digests.find(path);
    if (found == version_.digests.end()) {
      report(code, "'" + path + "' is no file of the version");
    } else if (!stated.empty() && ascii::to_lower(stated) != found->second) {
      report(code, "the digest of '" + path + "' is another");
    }
  }

  void check_mets(const Bytes& xml) {
    const Result<MetsContent> mets = read_mets(xml, mets_path);
    if (!mets) {
      report("mets", mets.error().message());
      return;
    }
    for (const std::string& problem : mets->problems) report("mets", problem);
    if (!mets->object_id.empty() && mets->object_id != version_.object_id) {
      report("mets", "OBJID is '" + mets->object_id + "'");
    }
    std::set<std::string> named = {std::string(mets_path)};
    for (const MetsReference& reference : mets->references) {
      if (reference.path.empty()) {
        report("mets", "'" + reference.href + "' leads out of the version");
        continue;
      }
      named.insert(reference.path);
      const bool is_sha512 = reference.checksum_type == "SHA-512";
      check_digest("mets", reference.path, is_sha512 ? reference.checksum : std::string());
    }
    for (const auto& [path, digest] : version_.digests) {
      if (!named.contains(path)) report("mets", "'" + path + "' is not named");
    }
  }

  void check_premis(const Bytes& xml) {
    const Result<XmlNode> root = read_xml(xml, Limits{}, deepest);
    if (!root || root->name != "premis" || root->name_space != premis_namespace) {
      report("premis", root ? "it is no PREMIS 3 document" : root.error().message());
      return;
    }
    for (const XmlNode& object : root->children) {
      if (object.name == "object") check_premis_object(object);
    }
  }

  // Only files of this object are judged: their identifiers are the object's with "#" and the path.
  void check_premis_object(const XmlNode& object) {
    const XmlNode* identifier = object.child("objectIdentifier");
    const std::string value =
        identifier == nullptr ? "" : child_text(*identifier, "objectIdentifierValue");
    if (value.empty()) {
      report("premis", "an object has no identifier");
      return;
    }
    const std::string beginning = version_.object_id + "#";
    if (!value.starts_with(beginning)) return;
    std::string digest;
    if (const XmlNode* characteristics = object.child("objectCharacteristics")) {
      for (const XmlNode& fixity : characteristics->children) {
        if (fixity.name == "fixity" && child_text(fixity, "messageDigestAlgorithm") == "SHA-512") {
          digest = child_text(fixity, "messageDigest");
        }
      }
    }
    check_digest("premis", value.substr(beginning.size()), digest);
  }

  const DescribedVersion& version_;
  Findings findings_;
};

}  // namespace

void verify_version_metadata(const DescribedVersion& version, const VersionFileReader& read,
                             Findings findings) {
  MetadataCheck(version, std::move(findings)).run(read);
}

void verify_metadata(const std::string& folder, const CheckedInventory& inventory,
                     Findings findings) {
  if (inventory.digest_algorithm != "sha512") return;
  for (const auto& [name, digests] : inventory.states) {
    const auto read = [&, &state = digests](const std::string& path) -> std::optional<Bytes> {
      const auto content = inventory.manifest.find(state.at(path));
      if (content == inventory.manifest.end() || content->second.empty()) return {};
      if (!is_safe_path(content->second.front())) return {};  // told as such, too
      Result<Bytes> octets =
          files::read_file(folder + "/" + content->second.front(), most_document_bytes);
      if (!octets) return {};
      return std::move(*octets);
    };
    verify_version_metadata({inventory.id, name, digests}, read, findings);
  }
}

}  // namespace pressmark::archive
