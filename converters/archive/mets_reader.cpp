#include "converters/archive/mets_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "converters/archive/reference_path.h"
#include "converters/common/xml_reader.h"

namespace pressmark::archive {
namespace {

constexpr std::string_view mets_namespace = "http://www.loc.gov/METS/";
constexpr int deepest = 1000;

// The sections of a METS document in the order that its schema asks for.
constexpr std::array<std::string_view, 7> sections = {
    "metsHdr", "dmdSec", "amdSec", "fileSec", "structMap", "structLink", "behaviorSec"};

// "source/a.html" of "../source/a.html" seen from "metadata/"; empty where it leads out.
std::string resolved(std::string_view place, const std::string& reference) {
  const std::optional<std::string> relative = reference_path(reference);
  if (!relative || relative->empty() || relative->front() == '/') return {};
  std::vector<std::string> parts;
  const auto add = [&](std::string_view path) {
    for (std::size_t start = 0; start <= path.size();) {
      const std::size_t end = std::min(path.find('/', start), path.size());
      const std::string_view part = path.substr(start, end - start);
      start = end + 1;
      if (part == "..") {
        if (parts.empty()) return false;
        parts.pop_back();
      } else if (part != "." && !part.empty()) {
        parts.emplace_back(part);
      }
    }
    return true;
  };
  const std::size_t slash = place.rfind('/');
  if (slash != std::string_view::npos) add(place.substr(0, slash));
  if (!add(*relative)) return {};
  std::string path;
  for (const std::string& part : parts) path += (path.empty() ? "" : "/") + part;
  return path;
}

std::optional<std::uint64_t> number(const std::string& text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

class MetsReading {
 public:
  explicit MetsReading(std::string_view place) : place_(place) {}

  MetsContent run(const XmlNode& root) {
    content_.object_id = root.attribute("OBJID");
    if (const XmlNode* header = root.child("metsHdr")) {
      content_.created = header->attribute("CREATEDATE");
    }
    check_sections(root);
    visit(root);
    for (const auto& [target, what] : pointers_) {
      if (!ids_.contains(target))
        problem(what + " names the id '" + target + "', which is not there");
    }
    return std::move(content_);
  }

 private:
  void problem(std::string text) { content_.problems.push_back(std::move(text)); }

  void check_sections(const XmlNode& root) {
    std::size_t latest = 0;
    bool has_structure = false;
    for (const XmlNode& child : root.children) {
      if (child.is_text()) continue;
      const auto found = std::ranges::find(sections, child.name);
      if (found == sections.end() || child.name_space != mets_namespace) {
        problem("'" + child.name + "' is no section of METS");
        continue;
      }
      const auto position = static_cast<std::size_t>(found - sections.begin());
      if (position < latest) problem("the section '" + child.name + "' is not at its place");
      latest = std::max(latest, position);
      has_structure = has_structure || child.name == "structMap";
    }
    if (!has_structure) problem("there is no structMap");
  }

  // Sections by their ids, pointers to them, and references to files; what a record embeds is of
  // other vocabularies and not looked into.
  void visit(const XmlNode& node) {
    if (node.is_text() || node.name_space != mets_namespace || node.name == "xmlData") return;
    if (node.has("ID") && !ids_.insert(node.attribute("ID")).second) {
      problem("the id '" + node.attribute("ID") + "' is there twice");
    }
    for (const std::string_view name : {"DMDID", "ADMID", "FILEID"}) note_pointers(node, name);
    if (node.name == "mdRef") add_reference(node, node);
    if (node.name == "file") {
      for (const XmlNode& child : node.children) {
        if (child.name == "FLocat") add_reference(child, node);
      }
    }
    if (node.name == "fptr" && !node.has("FILEID") && node.child("area") == nullptr) {
      problem("a fptr points to no file");
    }
    for (const XmlNode& child : node.children) visit(child);
  }

  void note_pointers(const XmlNode& node, std::string_view name) {
    const std::string& ids = node.attribute(name);
    for (std::size_t start = 0; start < ids.size();) {
      const std::size_t end = std::min(ids.find(' ', start), ids.size());
      if (end > start) pointers_.insert({ids.substr(start, end - start), std::string(name)});
      start = end + 1;
    }
  }

  void add_reference(const XmlNode& location, const XmlNode& file) {
    MetsReference reference;
    for (const auto& [name, value] : location.attributes) {
      if (name == "href" || name.ends_with(":href")) reference.href = value;
    }
    if (reference.href.empty()) {
      problem("a " + location.name + " has no xlink:href");
      return;
    }
    reference.path = resolved(place_, reference.href);
    reference.media_type = file.attribute("MIMETYPE");
    reference.bytes = number(file.attribute("SIZE"));
    if (file.has("SIZE") && !reference.bytes) {
      problem("the SIZE '" + file.attribute("SIZE") + "' is no number");
    }
    reference.checksum_type = file.attribute("CHECKSUMTYPE");
    reference.checksum = file.attribute("CHECKSUM");
    content_.references.push_back(std::move(reference));
  }

  std::string_view place_;
  MetsContent content_;
  std::set<std::string> ids_;
  std::set<std::pair<std::string, std::string>> pointers_;  // target, what points
};

}  // namespace

Result<MetsContent> read_mets(std::string_view xml, std::string_view place) {
  const Result<XmlNode> root = read_xml(xml, Limits{}, deepest);
  if (!root) return root.error();
  if (root->name != "mets" || root->name_space != mets_namespace) {
    return Error(ErrorKind::unrecognised, "'" + std::string(place) + "' is no METS document");
  }
  return MetsReading(place).run(*root);
}

}  // namespace pressmark::archive
