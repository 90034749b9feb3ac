#include "converters/archive/mets.h"

#include <algorithm>
#include <array>

#include "converters/common/xml_writer.h"

namespace pressmark::archive {
namespace {

// A record of the article that METS refers to, and what METS calls its vocabulary (MDTYPE).
struct RecordRow {
  std::string_view path;
  std::string_view id;
  std::string_view type;
  std::string_view other_type;  // of MDTYPE OTHER
};

constexpr std::array<RecordRow, 6> record_rows = {{
    {"metadata/mods.xml", "dmd-mods", "MODS", ""},
    {"metadata/dc.xml", "dmd-dc", "DC", ""},
    {"metadata/marc.xml", "dmd-marc", "MARC", ""},
    {"metadata/csl.json", "dmd-csl", "OTHER", "CSL-JSON"},
    {"metadata/citation.bib", "dmd-bibtex", "OTHER", "BibTeX"},
    {"metadata/citation.ris", "dmd-ris", "OTHER", "RIS"},
}};

// The folders of a version in the order of the structMap, and the name of each file group.
struct GroupRow {
  std::string_view folder;
  std::string_view use;
};

constexpr std::array<GroupRow, 6> group_rows = {{
    {"source/", "source"},
    {"tei/", "tei"},
    {"epub/", "epub"},
    {"pdf/", "pdf"},
    {"metadata/", "metadata"},
    {"", "report"},  // what lies in no folder: diagnostics.ndjson
}};

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

// A logical path as a relative URI reference (RFC 3986, 2.1).
std::string reference_to(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string reference;
  for (const char c : path) {
    if (is_unreserved(c)) {
      reference += c;
    } else {
      const auto octet = static_cast<unsigned char>(c);
      reference += '%';
      reference += digits[octet >> 4];
      reference += digits[octet & 15];
    }
  }
  return reference;
}

const GroupRow& group_of(const std::string& path) {
  return *std::ranges::find_if(group_rows, [&](const GroupRow& row) {
    return row.folder.empty() ? true : path.starts_with(row.folder);
  });
}

class MetsWriter {
 public:
  // `to_top` leads from the document to the top of the version: "../".
  MetsWriter(const std::vector<PremisFile>& files, const PremisAgent& agent,
             std::string_view to_top, const RecordBodies& bodies)
      : files_(files), agent_(agent), to_top_(to_top), bodies_(bodies) {}

  Bytes write(const std::string& object_id, const std::string& label, const std::string& created) {
    xml_.line().start("mets");
    xml_.attribute("xmlns", "http://www.loc.gov/METS/");
    xml_.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
    xml_.attribute("OBJID", object_id).attribute_if("LABEL", label);
    xml_.attribute("TYPE", "article").attribute("PROFILE", mets_profile);
    write_header(created);
    for (const RecordRow& row : record_rows) write_record(row);
    write_provenance();
    write_files();
    write_structure(label);
    xml_.end();
    return xml_.finish();
  }

 private:
  const PremisFile* find(std::string_view path) const {
    const auto found = std::ranges::find(files_, path, &PremisFile::path);
    return found == files_.end() ? nullptr : &*found;
  }

  std::string reference(const PremisFile& file) const { return to_top_ + reference_to(file.path); }

  // Files keep their number in the list: an XML id may not hold a path.
  static std::string file_id(std::size_t index) { return "file-" + std::to_string(index + 1); }

  void write_header(const std::string& created) {
    xml_.line().start("metsHdr").attribute_if("CREATEDATE", created);
    xml_.line().start("agent").attribute("ROLE", "CREATOR").attribute("TYPE", "OTHER");
    xml_.attribute("OTHERTYPE", "SOFTWARE");
    xml_.line().element("name", agent_.name + " " + agent_.version);
    xml_.end();
    xml_.end();
  }

  void write_reference(const PremisFile& file, std::string_view type, std::string_view other_type) {
    if (const auto body = bodies_.find(file.path); body != bodies_.end()) {
      xml_.line().start("mdWrap").attribute("MDTYPE", type).attribute_if("OTHERMDTYPE", other_type);
      xml_.attribute_if("MIMETYPE", file.media_type);
      xml_.line().start("xmlData").raw("\n").raw(body->second).end();
      xml_.end();
      return;
    }
    xml_.line().start("mdRef").attribute("LOCTYPE", "URL");
    xml_.attribute("xlink:href", reference(file));
    xml_.attribute("MDTYPE", type).attribute_if("OTHERMDTYPE", other_type);
    write_fixity(file);
    xml_.end();
  }

  void write_fixity(const PremisFile& file) {
    xml_.attribute_if("MIMETYPE", file.media_type).attribute("SIZE", std::to_string(file.bytes));
    xml_.attribute("CHECKSUM", file.sha512).attribute("CHECKSUMTYPE", "SHA-512");
  }

  void write_record(const RecordRow& row) {
    const PremisFile* file = find(row.path);
    if (file == nullptr) return;
    xml_.line().start("dmdSec").attribute("ID", row.id);
    write_reference(*file, row.type, row.other_type);
    xml_.end();
    records_ += (records_.empty() ? "" : " ") + std::string(row.id);
  }

  void write_provenance() {
    const PremisFile* file = find(premis_path);
    if (file == nullptr) return;
    xml_.line().start("amdSec").attribute("ID", "amd");
    xml_.line().start("digiprovMD").attribute("ID", "amd-premis");
    write_reference(*file, "PREMIS", "");
    xml_.end();
    xml_.end();
  }

  template <class Write>
  void for_each_file_of(const GroupRow& group, Write write) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (&group_of(files_[i].path) == &group) write(i);
    }
  }

  bool has_files(const GroupRow& group) const {
    return std::ranges::any_of(
        files_, [&](const PremisFile& file) { return &group_of(file.path) == &group; });
  }

  void write_files() {
    xml_.line().start("fileSec");
    for (const GroupRow& group : group_rows) {
      if (!has_files(group)) continue;
      xml_.line().start("fileGrp").attribute("USE", group.use);
      for_each_file_of(group, [this](std::size_t i) {
        xml_.line().start("file").attribute("ID", file_id(i));
        write_fixity(files_[i]);
        xml_.line().start("FLocat").attribute("LOCTYPE", "URL");
        xml_.attribute("xlink:href", reference(files_[i]));
        xml_.end();
        xml_.end();
      });
      xml_.end();
    }
    xml_.end();
  }

  void write_structure(const std::string& label) {
    xml_.line().start("structMap").attribute("TYPE", "LOGICAL");
    xml_.line().start("div").attribute("TYPE", "article").attribute_if("LABEL", label);
    xml_.attribute_if("DMDID", records_);
    if (find(premis_path) != nullptr) xml_.attribute("ADMID", "amd-premis");
    for (const GroupRow& group : group_rows) {
      if (!has_files(group)) continue;
      xml_.line().start("div").attribute("TYPE", group.use);
      for_each_file_of(group, [this](std::size_t i) {
        xml_.line().start("fptr").attribute("FILEID", file_id(i)).end();
      });
      xml_.end();
    }
    xml_.end();
    xml_.end();
  }

  const std::vector<PremisFile>& files_;
  const PremisAgent& agent_;
  std::string to_top_;
  const RecordBodies& bodies_;
  XmlWriter xml_;
  std::string records_;  // ids of the dmdSec elements
};

}  // namespace

Bytes mets_xml(const std::string& object_id, const std::string& label, const std::string& created,
               const std::vector<PremisFile>& files, const PremisAgent& agent) {
  return MetsWriter(files, agent, "../", {}).write(object_id, label, created);
}

Bytes packaged_mets_xml(const std::string& object_id, const std::string& label,
                        const std::string& created, const std::vector<PremisFile>& files,
                        const PremisAgent& agent, const RecordBodies& bodies) {
  return MetsWriter(files, agent, "", bodies).write(object_id, label, created);
}

}  // namespace pressmark::archive
