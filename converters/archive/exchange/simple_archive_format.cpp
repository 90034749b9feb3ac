#include "converters/archive/exchange/simple_archive_format.h"

#include <algorithm>
#include <array>
#include <set>

#include "converters/common/xml_reader.h"
#include "converters/common/xml_writer.h"

namespace pressmark::archive {
namespace {

constexpr std::string_view record_path = "metadata/dc.xml";
constexpr std::string_view dc_namespace = "http://purl.org/dc/elements/1.1/";
constexpr int deepest = 100;

// An element of simple Dublin Core and the field of DSpace's default registry that means the same.
struct TermRow {
  std::string_view simple;
  std::string_view element;
  std::string_view qualifier;
};

constexpr std::array<TermRow, 15> term_rows = {{
    {"title", "title", "none"},
    {"creator", "contributor", "author"},
    {"contributor", "contributor", "other"},
    {"subject", "subject", "none"},
    {"description", "description", "abstract"},
    {"publisher", "publisher", "none"},
    {"date", "date", "issued"},
    {"type", "type", "none"},
    {"format", "format", "mimetype"},
    {"identifier", "identifier", "other"},
    {"source", "relation", "ispartof"},
    {"language", "language", "iso"},
    {"relation", "relation", "none"},
    {"coverage", "coverage", "spatial"},
    {"rights", "rights", "none"},
}};

struct BundleRow {
  std::string_view folder;
  std::string_view bundle;
};

// DSpace shows ORIGINAL to readers; the others keep what a reader does not look for.
constexpr std::array<BundleRow, 5> bundle_rows = {{
    {"pdf/", "ORIGINAL"},
    {"epub/", "ORIGINAL"},
    {"tei/", "ORIGINAL"},
    {"source/", "PRESERVATION"},
    {"", "METADATA"},
}};

std::string_view bundle_of(const std::string& path) {
  return std::ranges::find_if(bundle_rows,
                              [&](const BundleRow& row) { return path.starts_with(row.folder); })
      ->bundle;
}

std::string_view qualifier_of(const TermRow& row, const std::string& value) {
  const bool is_address = value.starts_with("http:") || value.starts_with("https:");
  if (row.simple == "identifier" && is_address) return "uri";
  if (row.simple == "rights" && is_address) return "uri";
  return row.qualifier;
}

Result<Bytes> dublin_core(const Bytes& record) {
  const Result<XmlNode> root = read_xml(record, Limits{}, deepest);
  if (!root) return root.error();
  XmlWriter xml;
  xml.start("dublin_core").attribute("schema", "dc");
  for (const XmlNode& child : root->children) {
    const auto row = std::ranges::find(term_rows, child.name, &TermRow::simple);
    if (child.name_space != dc_namespace || row == term_rows.end()) continue;
    const std::string value = child.all_text();
    xml.line().start("dcvalue").attribute("element", row->element);
    xml.attribute("qualifier", qualifier_of(*row, value)).text(value).end();
  }
  xml.end_line();
  return xml.finish();
}

// The path with '_' for '/'; another name where that is taken.
std::string flat_name(const std::string& path, std::set<std::string>& taken) {
  std::string name = path;
  std::ranges::replace(name, '/', '_');
  std::string free = name;
  for (int number = 2; !taken.insert(free).second; ++number) {
    free = std::to_string(number) + "_" + name;
  }
  return free;
}

}  // namespace

Result<std::vector<ArchivedFile>> simple_archive_item(const VersionFiles& version) {
  const Bytes* record = find_file(version.files, record_path);
  if (record == nullptr) {
    return Error(ErrorKind::unrecognised,
                 version.object_id + " has no Dublin Core record (metadata/dc.xml)",
                 "export it as a bag, which needs none");
  }
  Result<Bytes> terms = dublin_core(*record);
  if (!terms) return terms.error();
  const bool has_pdf = find_file(version.files, "pdf/article.pdf") != nullptr;
  const std::string_view primary = has_pdf ? "pdf/article.pdf" : "epub/article.epub";
  std::set<std::string> taken = {"dublin_core.xml", "contents"};
  std::vector<ArchivedFile> item = {{"dublin_core.xml", std::move(*terms)}};
  std::string contents;
  for (const ArchivedFile& file : version.files) {
    const std::string name = flat_name(file.path, taken);
    contents.append(name).append("\tbundle:").append(bundle_of(file.path));
    contents += file.path == primary ? "\tprimary:true\n" : "\n";
    item.push_back({name, file.octets});
  }
  item.push_back({"contents", std::move(contents)});
  std::ranges::sort(item, {}, &ArchivedFile::path);
  return item;
}

}  // namespace pressmark::archive
