#include "converters/archive/exchange/bag_import.h"

#include <map>

#include "converters/archive/exchange/verify_bag.h"
#include "converters/archive/exchange/version_files.h"
#include "converters/archive/mets.h"
#include "converters/archive/mets_reader.h"
#include "converters/archive/ocfl.h"
#include "converters/archive/verify_metadata.h"
#include "converters/common/digest.h"
#include "converters/common/url.h"

namespace pressmark::archive {
namespace {

constexpr std::string_view payload_folder = "data/";

Error not_valid(const std::string& path, const Verification& verification) {
  std::size_t errors = 0;
  const Finding* first = nullptr;
  for (const Finding& finding : verification.findings) {
    if (finding.level != Finding::Level::error) continue;
    ++errors;
    if (first == nullptr) first = &finding;
  }
  std::string message = "the bag '" + path + "' is not valid: " + first->code + ": " + first->text;
  if (errors > 1) message += ", and " + std::to_string(errors - 1) + " more";
  return Error(ErrorKind::unrecognised, std::move(message), "'pressmark verify' shows all of it");
}

// Whether the octets are those that were verified: somebody may write to the bag meanwhile.
bool is_verified(const Bytes& octets, const std::map<std::string, std::string>& digests) {
  for (const auto& [algorithm, digest] : digests) {
    if (digest_hex(algorithm, octets) != digest) return false;
  }
  return !digests.empty();
}

}  // namespace

Result<BagContent> read_valid_bag(const std::string& path, std::size_t most_bytes) {
  const Result<BagVerification> bag = verify_bag(path);
  if (!bag) return bag.error();
  if (!bag->verification.is_valid()) return not_valid(path, bag->verification);
  BagContent content{bag->info, {}};
  const Result<std::unique_ptr<BagSource>> source = open_bag(path);
  if (!source) return source.error();
  std::size_t total = 0;
  const Result<Done> read = (*source)->read(
      [](const std::string& name) { return name.starts_with(payload_folder); },
      [&](const std::string& name, const OctetPieces& pieces) -> Result<Done> {
        Bytes octets;
        for (;;) {
          const Result<std::string_view> piece = pieces();
          if (!piece) return piece.error();
          if (piece->empty()) break;
          total += piece->size();
          if (total > most_bytes) {
            return Error(
                ErrorKind::limit,
                "the bag '" + path + "' has more than " + std::to_string(most_bytes) + " bytes",
                "raise the limit with --max-input-bytes");
          }
          octets += *piece;
        }
        const auto digests = bag->digests.find(name);
        if (digests == bag->digests.end() || !is_verified(octets, digests->second)) {
          return Error(ErrorKind::unreadable, "the bag '" + path + "' changed while it was read",
                       "import it again when nobody writes to it");
        }
        content.files.push_back({name.substr(payload_folder.size()), std::move(octets)});
        return Done{};
      });
  if (!read) return read.error();
  std::ranges::sort(content.files, {}, &ArchivedFile::path);
  return content;
}

int version_number_in_bag(const std::string& path) {
  constexpr std::size_t most = std::size_t{1} << 20;  // octets of a bag-info.txt of that use
  constexpr std::string_view name = "bag-info.txt";
  const auto source = open_bag(path);
  if (!source) return 0;
  std::string text;
  const auto take = [&](const std::string&, const OctetPieces& pieces) -> Result<Done> {
    while (text.size() < most) {
      const Result<std::string_view> piece = pieces();
      if (!piece) return piece.error();
      if (piece->empty()) break;
      text += *piece;
    }
    return Done{};
  };
  const auto read = (*source)->read([&](const std::string& file) { return file == name; }, take);
  if (!read) return 0;
  std::vector<Finding> ignored;
  const BagInfo info = read_bag_info(text, Findings(ignored, path));
  return version_number(bag_info_value(info, "Internal-Sender-Identifier"));
}

Result<std::optional<NewVersion>> version_in_bag(const BagContent& bag) {
  const std::string id = bag_info_value(bag.info, "External-Identifier");
  const Bytes* mets_xml = find_file(bag.files, mets_path);
  if (mets_xml == nullptr || !is_absolute_uri(id)) return std::optional<NewVersion>();
  const Result<MetsContent> mets = read_mets(*mets_xml, mets_path);
  if (!mets || mets->object_id != id) return std::optional<NewVersion>();

  std::map<std::string, std::string> digests;
  for (const ArchivedFile& file : bag.files) {
    if (!is_safe_path(file.path)) {
      return Error(ErrorKind::unrecognised,
                   "'" + file.path + "' of the bag cannot be a path in an archive");
    }
    digests[file.path] = sha512_hex(file.octets);
  }
  const std::string number = bag_info_value(bag.info, "Internal-Sender-Identifier");
  const std::string name = number.empty() ? "a version" : number;
  std::vector<Finding> findings;
  verify_version_metadata(
      {id, name, digests},
      [&](const std::string& path) -> std::optional<Bytes> { return *find_file(bag.files, path); },
      Findings(findings, id));
  if (!findings.empty()) {
    return Error(ErrorKind::unrecognised, "the bag's documents do not describe its files: " +
                                              findings.front().code + ": " + findings.front().text);
  }
  NewVersion version;
  version.object_id = id;
  if (is_rfc3339(mets->created)) version.created = mets->created;
  version.message = bag_info_value(bag.info, bag_version_message);
  if (version.message.empty()) version.message = "Imported from a bag, " + name + " there";
  version.user_name = bag_info_value(bag.info, bag_version_user);
  version.user_address = bag_info_value(bag.info, bag_version_user_address);
  version.files = bag.files;
  version.records = {std::string(premis_path), std::string(mets_path)};
  version.is_brought_back = true;
  return std::optional<NewVersion>(std::move(version));
}

}  // namespace pressmark::archive
