#include "converters/archive/mets_reader.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>

#include "converters/archive/mets_rules.h"
#include "converters/archive/reference_path.h"
#include "converters/common/xml_rules.h"

namespace pressmark::archive {
namespace {

constexpr std::string_view xlink_namespace = "http://www.w3.org/1999/xlink";

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

// An element "file" that is open, and what it states of its file.
struct OpenFile {
  std::size_t depth = 0;
  MetsReference stated;
};

class MetsReading {
 public:
  MetsReading(std::string_view xml, std::string_view place)
      : scanner_(xml), check_(mets_rules()), place_(place) {}

  Result<MetsContent> run() {
    for (;;) {
      const XmlScanner::Event event = scanner_.next();
      check_.take(event, scanner_);
      if (event == XmlScanner::Event::start) {
        if (scanner_.depth() == 1 && !is_mets()) return not_mets();
        if (!check_.is_outside()) start();
      } else if (event == XmlScanner::Event::end) {
        if (!files_.empty() && files_.back().depth > scanner_.depth()) files_.pop_back();
      } else if (event == XmlScanner::Event::failed) {
        return Error(ErrorKind::unrecognised, "this is not XML: " + scanner_.failure());
      } else if (event == XmlScanner::Event::finished) {
        break;
      }
    }
    content_.problems = check_.problems();
    std::ranges::move(problems_, std::back_inserter(content_.problems));
    check_pointers();
    return std::move(content_);
  }

 private:
  bool is_mets() const {
    return scanner_.name() == "mets" && scanner_.name_space() == mets_namespace;
  }

  Error not_mets() const {
    return Error(ErrorKind::unrecognised, "'" + std::string(place_) + "' is no METS document");
  }

  std::string value(std::string_view name) const {
    const std::string_view* found = scanner_.attribute(name);
    return found == nullptr ? std::string() : std::string(*found);
  }

  void problem(const std::string& text) {
    problems_.push_back("line " + std::to_string(scanner_.line()) + ": " + text);
  }

  void start() {
    const std::string_view name = scanner_.name();
    if (const std::string_view* id = scanner_.attribute("ID")) {
      if (name == "file" || name == "stream") file_ids_.emplace(*id);
      if (name == "dmdSec") record_ids_.emplace(*id);
    }
    if (name == "mets") {
      content_.object_id = value("OBJID");
      content_.profile = value("PROFILE");
    } else if (name == "metsHdr") {
      content_.created = value("CREATEDATE");
    } else if (name == "file") {
      files_.push_back({scanner_.depth(), stated()});
    } else if (name == "mdRef") {
      locate(stated());
    } else if (name == "FLocat" && !files_.empty()) {
      locate(files_.back().stated);
    } else if (name == "fptr" || name == "area") {
      if (const std::string_view* id = scanner_.attribute("FILEID")) file_pointers_.emplace(*id);
    } else if (name == "div") {
      if (const std::string_view* ids = scanner_.attribute("DMDID")) note_records(*ids);
    }
  }

  void note_records(std::string_view ids) {
    for (std::size_t start = 0; start < ids.size();) {
      const std::size_t end = std::min(ids.find(' ', start), ids.size());
      if (end > start) record_pointers_.emplace(ids.substr(start, end - start));
      start = end + 1;
    }
  }

  MetsReference stated() const {
    MetsReference reference;
    reference.media_type = value("MIMETYPE");
    reference.bytes = number(value("SIZE"));
    reference.checksum_type = value("CHECKSUMTYPE");
    reference.checksum = value("CHECKSUM");
    return reference;
  }

  void locate(MetsReference reference) {
    for (const XmlScanner::Attribute& attribute : scanner_.attributes()) {
      if (attribute.name == "href" && attribute.name_space == xlink_namespace) {
        reference.href = attribute.value;
      }
    }
    if (reference.href.empty()) {
      problem("a " + std::string(scanner_.name()) + " has no xlink:href");
      return;
    }
    reference.path = resolved(place_, reference.href);
    content_.references.push_back(std::move(reference));
  }

  // The schema asks only that there is an element with that id; it has to be one of the kind that
  // the attribute points to. Ids of records that are embedded are as good.
  void check_pointers() {
    const auto check = [&](const auto& pointers, const auto& targets, std::string_view what) {
      for (const std::string& id : pointers) {
        if (targets.contains(id) || !check_.is_known_id(id)) continue;
        content_.problems.push_back("'" + id + "' is the id of no " + std::string(what));
      }
    };
    check(file_pointers_, file_ids_, "file");
    check(record_pointers_, record_ids_, "dmdSec");
  }

  XmlScanner scanner_;
  XmlRuleCheck check_;
  std::string_view place_;
  MetsContent content_;
  std::vector<std::string> problems_;
  std::vector<OpenFile> files_;
  std::set<std::string> file_ids_;
  std::set<std::string> record_ids_;
  std::set<std::string> file_pointers_;
  std::set<std::string> record_pointers_;
};

}  // namespace

Result<MetsContent> read_mets(std::string_view xml, std::string_view place) {
  const XmlText text(xml);
  return MetsReading(text.view(), place).run();
}

}  // namespace pressmark::archive
