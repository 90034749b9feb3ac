#include "converters/archive/package.h"

#include <algorithm>
#include <set>

#include "converters/archive/mets.h"
#include "converters/archive/ocfl.h"
#include "converters/archive/premis.h"
#include "converters/archive/reference_path.h"
#include "converters/common/digest.h"
#include "converters/common/normal_form.h"
#include "converters/common/resource_names.h"
#include "converters/common/url.h"
#include "converters/common/white_space.h"
#include "core/base/utf8.h"
#include "core/model/walk.h"

namespace pressmark::archive {
namespace {

constexpr std::size_t longest_name = 200;  // octets; file systems take 255

// A file name as received, made fit for an archive: text in NFC, without what any system takes for
// more than a name.
std::string safe_name(const std::string& name, std::string_view otherwise) {
  std::string safe = normal_form(utf8::to_text(name));
  for (char& c : safe) {
    if (std::string_view("/\\:~\n\t").find(c) != std::string_view::npos) c = '_';
  }
  safe = utf8::prefix(safe, longest_name);
  return is_safe_path(safe) ? safe : std::string(otherwise);
}

std::string source_path(const Package& package) {
  const bool is_html = package.document.provenance.media_type == "text/html";
  const std::string otherwise = is_html ? "article.html" : "article.txt";
  if (package.source.name == "-") return "source/" + otherwise;
  return "source/" + safe_name(package.source.name, otherwise);
}

// A path of a source below its folder, as one in the archive; empty where it cannot be one.
std::string path_in_source(const std::string& relative) {
  if (!utf8::is_text(relative)) return {};
  std::string path = normal_form(relative);
  while (path.starts_with("./")) path.erase(0, 2);
  for (std::size_t start = 0; start < path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    if (end - start > longest_name) return {};
    start = end + 1;
  }
  return is_safe_path(path) ? "source/" + path : std::string();
}

// The folder of images of other places, by their hosts.
std::string elsewhere(const Resource& image, const std::string& name) {
  return path_in_source("elsewhere/" + host_of(image.origin) + "/" + name);
}

// Below source/, of an image from the web: where the page itself finds it if its reference is
// relative and leads downwards, so that the source shows it without a network; else below a folder
// for all others, by its host and path; empty where that is no name. PREMIS has the address as its
// original name.
std::string fetched_image_path(const Resource& image, const std::string& page_address) {
  const UrlParts address = split_url(image.origin);
  const UrlParts page = split_url(page_address);
  const std::string folder = page.path.substr(0, page.path.rfind('/') + 1);
  const bool is_beside = !folder.empty() && address.scheme == page.scheme &&
                         address.authority == page.authority && address.path.starts_with(folder);
  if (is_beside && !address.query) {
    std::string path = path_in_source(percent_decode(address.path.substr(folder.size())));
    if (!path.empty()) return path;
  }
  if (address.query) return {};
  return elsewhere(
      image, percent_decode(address.path.substr(std::min<std::size_t>(address.path.size(), 1))));
}

// The paths below source/, the best first, of an image that the source names by a relative
// reference or an address; none for one that lies inside the source (data:) or has no such name.
// Two addresses can have one path (of two ports, say): the last path is of the image's content
// alone.
std::vector<std::string> image_source_paths(const Resource& image,
                                            const std::string& page_address) {
  if (!is_web_url(image.origin)) {
    const std::optional<std::string> relative = reference_path(image.origin);
    return {relative ? path_in_source(*relative) : std::string()};
  }
  return {fetched_image_path(image, page_address), elsewhere(image, resource_file_name(image))};
}

class PackageBuilder {
 public:
  explicit PackageBuilder(const Package& package) : package_(package) {}

  NewVersion build() {
    version_.object_id = package_.object_id;
    version_.created = package_.created;
    version_.message = package_.message;
    version_.user_name = "Pressmark " + package_.program_version;
    version_.user_address = agent().identifier;
    version_.records = {std::string(premis_path), std::string(mets_path)};
    add_source();
    add_renditions();
    if (!package_.diagnostics.empty()) {
      add("diagnostics.ndjson", "application/x-ndjson", package_.diagnostics, {});
    }
    add(std::string(premis_path), "application/xml",
        premis_xml(package_.object_id, files_, events(), agent()), {});
    version_.files.push_back({std::string(mets_path), mets_xml(package_.object_id, label(),
                                                               package_.created, files_, agent())});
    return std::move(version_);
  }

 private:
  std::string label() const {
    const std::string& title = package_.document.metadata.text(Variable::title);
    return title.empty() ? collapse_space(text_of(package_.document.front.headline)) : title;
  }

  PremisAgent agent() const {
    return {program_uri(package_.program_version), "Pressmark", package_.program_version};
  }

  // A path that is taken, or lies above or below one that is, is passed over.
  bool add(std::string path, std::string_view media_type, Bytes octets, std::string original_name) {
    const auto is_above = [](const std::string& upper, const std::string& lower) {
      return lower.size() > upper.size() && lower.starts_with(upper) && lower[upper.size()] == '/';
    };
    for (const PremisFile& file : files_) {
      if (file.path == path || is_above(file.path, path) || is_above(path, file.path)) return false;
    }
    files_.push_back({path, std::string(media_type), sha512_hex(octets), octets.size(),
                      std::move(original_name)});
    version_.files.push_back({std::move(path), std::move(octets)});
    return true;
  }

  void add_source() {
    source_path_ = source_path(package_);
    add(source_path_, package_.document.provenance.media_type, package_.source.bytes,
        utf8::to_text(package_.source.name));
    received_.push_back(source_path_);
    for (const ReceivedFile& file : package_.received) {
      std::string path = "source/" + safe_name(file.name, "received");
      if (add(path, file.media_type, file.octets, {})) received_.push_back(std::move(path));
    }
    for (const auto& [id, image] : package_.document.resources.all()) {
      for (std::string& path : image_source_paths(image, package_.document.provenance.source_url)) {
        if (path.empty() || !add(path, image.media_type, image.data, image.origin)) continue;
        received_.push_back(std::move(path));
        break;
      }
    }
  }

  void add_renditions() {
    for (const Rendition& rendition : package_.renditions) {
      add(rendition.path, rendition.media_type, rendition.octets, {});
      if (!rendition.images_beside) continue;
      const std::string folder = rendition.path.substr(0, rendition.path.rfind('/') + 1);
      for (const auto& [id, image] : package_.document.resources.all()) {
        add(folder + std::string(image_folder) + resource_file_name(image), image.media_type,
            image.data, {});
      }
    }
  }

  std::vector<PremisEvent> events() const {
    const Provenance& provenance = package_.document.provenance;
    std::vector<PremisEvent> events;
    if (!provenance.retrieved.empty()) {
      events.push_back({"capture",
                        to_string(provenance.retrieved),
                        "The source was captured" + (provenance.source_url.empty()
                                                         ? std::string(".")
                                                         : " from " + provenance.source_url + "."),
                        "success",
                        {},
                        {},
                        received_});
    }
    events.push_back({"ingestion",
                      package_.created,
                      "The source was archived as received.",
                      "success",
                      {},
                      {},
                      received_});
    events.push_back({"message digest calculation",
                      package_.created,
                      "SHA-512 and SHA-256 digests were computed by libcrypto.",
                      "success",
                      {},
                      received_,
                      {}});
    std::string format = "The source was read as " + provenance.importer;
    if (!provenance.encoding.empty()) format += ", in " + provenance.encoding;
    const std::string losses = package_.diagnostics.empty()
                                   ? "nothing was lost or guessed"
                                   : "what was lost or guessed is in diagnostics.ndjson";
    events.push_back({"format identification",
                      package_.created,
                      format + ".",
                      "success",
                      losses,
                      {source_path_},
                      {}});
    for (const Rendition& rendition : package_.renditions) {
      events.push_back({"migration",
                        package_.created,
                        "The article was written as " + rendition.format + ".",
                        "success",
                        {},
                        {source_path_},
                        {rendition.path}});
    }
    return events;
  }

  const Package& package_;
  NewVersion version_;
  std::vector<PremisFile> files_;
  std::string source_path_;
  std::vector<std::string> received_;
};

}  // namespace

std::string program_uri(const std::string& program_version) {
  return "urn:uuid:" + uuid_v5_url("pressmark/" + program_version);
}

NewVersion make_version(const Package& package) { return PackageBuilder(package).build(); }

}  // namespace pressmark::archive
