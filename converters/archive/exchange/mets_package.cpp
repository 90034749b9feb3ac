#include "converters/archive/exchange/mets_package.h"

#include <algorithm>

#include "converters/archive/exchange/xml_body.h"
#include "converters/archive/mets.h"
#include "converters/archive/mets_reader.h"
#include "converters/common/digest.h"

namespace pressmark::archive {
namespace {

constexpr std::string_view packaged_mets_path = "mets.xml";

// The media types that the version's own METS states, by path.
std::map<std::string, std::string> media_types(const VersionFiles& version) {
  std::map<std::string, std::string> types;
  const Bytes* xml = find_file(version.files, mets_path);
  if (xml == nullptr) return types;
  const Result<MetsContent> mets = read_mets(*xml, mets_path);
  if (!mets) return types;
  for (const MetsReference& reference : mets->references) {
    types.insert({reference.path, reference.media_type});
  }
  return types;
}

}  // namespace

Result<std::vector<ArchivedFile>> mets_package(const VersionFiles& version,
                                               const std::string& program_version) {
  std::map<std::string, std::string> types = media_types(version);
  std::vector<ArchivedFile> package;
  std::vector<PremisFile> described;
  RecordBodies bodies;
  for (const ArchivedFile& file : version.files) {
    if (file.path == mets_path) continue;
    if (file.path == packaged_mets_path) {
      return Error(ErrorKind::unrecognised,
                   "the version of " + version.object_id + " has a file 'mets.xml' of its own");
    }
    described.push_back(
        {file.path, types[file.path], sha512_hex(file.octets), file.octets.size(), {}});
    if (file.path == "metadata/mods.xml" || file.path == "metadata/premis.xml") {
      const Result<std::string_view> body = xml_body(file.octets, file.path);
      if (!body) return body.error();
      bodies.insert({file.path, *body});
    }
    package.push_back(file);
  }
  const PremisAgent agent{"urn:uuid:" + uuid_v5_url("pressmark/" + program_version), "Pressmark",
                          program_version};
  package.push_back({std::string(packaged_mets_path),
                     packaged_mets_xml(version.object_id, title_of(version), version.created,
                                       described, agent, bodies)});
  std::ranges::sort(package, {}, &ArchivedFile::path);
  return package;
}

}  // namespace pressmark::archive
