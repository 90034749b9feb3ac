#include "converters/archive/exchange/static_repository.h"

#include <algorithm>
#include <array>
#include <set>

#include "converters/archive/exchange/version_files.h"
#include "converters/archive/exchange/xml_body.h"
#include "converters/archive/exchange/xml_ids.h"
#include "converters/common/xml_writer.h"

namespace pressmark::archive {
namespace {

struct FormatRow {
  std::string_view prefix;
  std::string_view path;
  std::string_view name_space;
  std::string_view schema;
};

constexpr std::array<FormatRow, 3> format_rows = {{
    {"oai_dc", "metadata/dc.xml", "http://www.openarchives.org/OAI/2.0/oai_dc/",
     "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"},
    {"mods", "metadata/mods.xml", "http://www.loc.gov/mods/v3",
     "http://www.loc.gov/standards/mods/v3/mods-3-8.xsd"},
    {"tei", "tei/article.xml", "http://www.tei-c.org/ns/1.0",
     "https://www.tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd"},
}};

bool has_file(const Inventory& inventory, std::string_view path) {
  return std::ranges::any_of(inventory.versions.back().state, [&](const auto& entry) {
    return std::ranges::find(entry.second, path) != entry.second.end();
  });
}

// TEI's ids are unique in one article; here many stand in one document.
constexpr std::string_view tei_prefix = "tei";
std::string id_prefix(const Inventory& inventory) { return "a" + package_name(inventory.id) + "-"; }

class RepositoryWriter {
 public:
  RepositoryWriter(const Store& store, const OctetSink& sink) : store_(store), sink_(sink) {}

  Result<Done> run(const RepositoryIdentity& identity,
                   const std::vector<std::string>& object_paths) {
    if (auto surveyed = survey(object_paths); !surveyed) return surveyed;
    if (!prefixes_.contains(format_rows[0].prefix)) {
      return Error(ErrorKind::unrecognised, "no article has a Dublin Core record");
    }
    if (auto written = write_head(identity); !written) return written;
    for (const FormatRow& row : format_rows) {
      if (!prefixes_.contains(row.prefix)) continue;
      if (auto written = write_records(row, object_paths); !written) return written;
    }
    return sink_("</Repository>\n");
  }

 private:
  Result<Inventory> inventory_of(const std::string& object_path) const {
    Result<std::optional<Inventory>> inventory = store_.read_inventory(object_path);
    if (!inventory) return inventory.error();
    if (!*inventory)
      return Error(ErrorKind::unreadable, "'" + object_path + "' is no longer there");
    return std::move(**inventory);
  }

  // The earliest day, and the formats that some article has.
  Result<Done> survey(const std::vector<std::string>& object_paths) {
    for (const std::string& path : object_paths) {
      const Result<Inventory> inventory = inventory_of(path);
      if (!inventory) return inventory.error();
      const std::string day = day_of(inventory->versions.back().created);
      if (earliest_.empty() || day < earliest_) earliest_ = day;
      for (const FormatRow& row : format_rows) {
        if (has_file(*inventory, row.path)) prefixes_.insert(row.prefix);
      }
    }
    return Done{};
  }

  Result<Done> write_head(const RepositoryIdentity& identity) {
    XmlWriter xml;
    xml.start("Repository");
    xml.attribute("xmlns", "http://www.openarchives.org/OAI/2.0/static-repository");
    xml.attribute("xmlns:oai", "http://www.openarchives.org/OAI/2.0/");
    xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml.attribute("xsi:schemaLocation",
                  "http://www.openarchives.org/OAI/2.0/static-repository "
                  "http://www.openarchives.org/OAI/2.0/static-repository.xsd");
    xml.line().start("Identify");
    xml.line().element("oai:repositoryName", identity.name);
    xml.line().element("oai:baseURL", identity.base_url);
    xml.line().element("oai:protocolVersion", "2.0");
    xml.line().element("oai:adminEmail", identity.admin_email);
    xml.line().element("oai:earliestDatestamp", earliest_);
    xml.line().element("oai:deletedRecord", "no");
    xml.line().element("oai:granularity", "YYYY-MM-DD");
    xml.end_line();
    xml.line().start("ListMetadataFormats");
    for (const FormatRow& row : format_rows) {
      if (!prefixes_.contains(row.prefix)) continue;
      xml.line().start("oai:metadataFormat");
      xml.line().element("oai:metadataPrefix", row.prefix);
      xml.line().element("oai:schema", row.schema);
      xml.line().element("oai:metadataNamespace", row.name_space);
      xml.end_line();
    }
    xml.end_line();
    return sink_(xml.written() + "\n");
  }

  Result<Done> write_records(const FormatRow& row, const std::vector<std::string>& object_paths) {
    std::string start = "  <ListRecords metadataPrefix=\"";
    start.append(row.prefix).append("\">\n");
    if (auto written = sink_(start); !written) return written;
    for (const std::string& path : object_paths) {
      const Result<Inventory> inventory = inventory_of(path);
      if (!inventory) return inventory.error();
      if (!has_file(*inventory, row.path)) continue;
      if (auto written = write_record(row, *inventory); !written) return written;
    }
    return sink_("  </ListRecords>\n");
  }

  Result<Done> write_record(const FormatRow& row, const Inventory& inventory) {
    const Result<Bytes> record = store_.read_file(inventory, inventory.head(), row.path);
    if (!record) return record.error();
    const Result<std::string_view> body =
        xml_body(*record, inventory.id + "#" + std::string(row.path));
    if (!body) return body.error();
    XmlWriter xml(XmlWriter::Declaration::no);
    xml.start("oai:record");
    xml.line().start("oai:header");
    xml.line().element("oai:identifier", inventory.id);
    xml.line().element("oai:datestamp", day_of(inventory.versions.back().created));
    xml.end_line();
    xml.line().start("oai:metadata").raw("\n");
    xml.raw(row.prefix == tei_prefix ? with_id_prefix(*body, id_prefix(inventory))
                                     : std::string(*body));
    xml.raw("\n").end_line();
    xml.end_line();
    return sink_(xml.finish());
  }

  const Store& store_;
  const OctetSink& sink_;
  std::string earliest_;
  std::set<std::string_view> prefixes_;
};

}  // namespace

Result<Done> write_static_repository(const Store& store, const RepositoryIdentity& identity,
                                     const std::vector<std::string>& object_paths,
                                     const OctetSink& sink) {
  return RepositoryWriter(store, sink).run(identity, object_paths);
}

}  // namespace pressmark::archive
