#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "converters/checkers/pdf/rules.h"
#include "converters/checkers/pdf/text.h"
#include "converters/checkers/pdf/xmp.h"

namespace pressmark::pdf_check {
namespace {

// The name space of a schema and its properties, as ISO 19005-3 takes them from ISO 16684-1.
struct Schema {
  std::string_view name_space;
  std::set<std::string_view> properties;
};

const std::vector<Schema>& predefined_schemas() {
  static const std::vector<Schema> schemas = {
      {name_space::pdfa_id, {"part", "amd", "corr", "conformance", "rev"}},
      {name_space::dublin_core,
       {"contributor", "coverage", "creator", "date", "description", "format", "identifier",
        "language", "publisher", "relation", "rights", "source", "subject", "title", "type"}},
      {name_space::xmp,
       {"Advisory", "BaseURL", "CreateDate", "CreatorTool", "Identifier", "Label", "MetadataDate",
        "ModifyDate", "Nickname", "Rating", "Thumbnails"}},
      {name_space::pdf, {"Keywords", "PDFVersion", "Producer", "Trapped"}},
      {name_space::rights, {"Certificate", "Marked", "Owner", "UsageTerms", "WebStatement"}},
      {name_space::extension, {"schemas"}},
  };
  return schemas;
}

// Predefined schemas whose properties are not told apart here.
bool is_other_predefined(std::string_view name_space) {
  static const std::set<std::string_view> names = {
      "http://ns.adobe.com/xap/1.0/mm/",    "http://ns.adobe.com/xap/1.0/bj/",
      "http://ns.adobe.com/xap/1.0/t/pg/",  "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
      "http://ns.adobe.com/photoshop/1.0/", "http://ns.adobe.com/camera-raw-settings/1.0/",
      "http://ns.adobe.com/exif/1.0/",      "http://ns.adobe.com/exif/1.0/aux/",
      "http://ns.adobe.com/tiff/1.0/"};
  return names.contains(name_space);
}

// All elements of a name in a tree.
void find_all(const XmlNode& node, std::string_view name, std::vector<const XmlNode*>& found) {
  if (node.name == name) found.push_back(&node);
  for (const XmlNode& child : node.children) find_all(child, name, found);
}

std::string child_text(const XmlNode& node, std::string_view name) {
  const XmlNode* child = node.child(name);
  return child == nullptr ? std::string() : child->all_text();
}

// What the description of a schema or property must say, and the rule's code.
struct Field {
  std::string_view name;
  std::string_view code;
};

void check_field(const Subject& subject, const XmlNode& description, const Field& field) {
  const std::string value = child_text(description, field.name);
  const bool is_category = value == "internal" || value == "external";
  if (value.empty() || (field.name == "category" && !is_category)) {
    subject.report(field.code, "XMP packet",
                   "the description of an extension schema has no " + std::string(field.name));
  }
}

// Properties described by extension schemas: "name space" + "name".
std::set<std::string> described_properties(const Subject& subject, const XmpPacket& packet) {
  std::set<std::string> described;
  const XmpProperty* schemas = packet.find(name_space::extension, "schemas");
  if (schemas == nullptr || schemas->node == nullptr) return described;
  const XmlNode* bag = schemas->node->child("Bag");
  if (bag == nullptr) {
    subject.report("pdfa-6.6.2.3.3-1", "XMP packet", "the extension schemas are no bag");
    return described;
  }
  for (const XmlNode& item : bag->children) {
    if (item.is_text()) continue;
    const XmlNode* schema = item.child("Description");
    if (schema == nullptr) schema = &item;
    const std::string name_space = child_text(*schema, "namespaceURI");
    static constexpr Field schema_fields[] = {{"schema", "pdfa-6.6.2.3.3-2"},
                                              {"namespaceURI", "pdfa-6.6.2.3.3-3"},
                                              {"prefix", "pdfa-6.6.2.3.3-4"}};
    for (const Field& field : schema_fields) check_field(subject, *schema, field);
    std::vector<const XmlNode*> names;
    find_all(*schema, "property", names);
    std::vector<const XmlNode*> properties;
    for (const XmlNode* list : names) find_all(*list, "li", properties);
    for (const XmlNode* entry : properties) {
      const XmlNode* property = entry->child("Description");
      if (property == nullptr) property = entry;
      const std::string name = child_text(*property, "name");
      static constexpr Field fields[] = {{"name", "pdfa-6.6.2.3.3-7"},
                                         {"valueType", "pdfa-6.6.2.3.3-8"},
                                         {"category", "pdfa-6.6.2.3.3-9"},
                                         {"description", "pdfa-6.6.2.3.3-10"}};
      for (const Field& field : fields) check_field(subject, *property, field);
      described.insert(name_space + '\n' + name);
    }
  }
  return described;
}

void check_properties(const Subject& subject, const XmpPacket& packet) {
  if (subject.claims.is_archive_4()) return;  // part 4 asks for no descriptions
  const std::set<std::string> described = described_properties(subject, packet);
  for (const XmpProperty& property : packet.properties()) {
    if (is_other_predefined(property.name_space)) continue;
    if (described.contains(property.name_space + '\n' + property.name)) continue;
    const std::vector<Schema>& schemas = predefined_schemas();
    const bool is_predefined =
        std::any_of(schemas.begin(), schemas.end(), [&property](const Schema& schema) {
          return schema.name_space == property.name_space &&
                 schema.properties.contains(property.name);
        });
    if (!is_predefined) {
      subject.report("pdfa-6.6.2.3.1-1", "XMP packet",
                     "the property '" + property.name + "' of " + property.name_space +
                         " is in no predefined and no extension schema");
    }
  }
}

void check_claims(const Subject& subject, const XmpPacket& packet) {
  const auto part = packet.text(name_space::pdfa_id, "part");
  if (!part) {
    const bool has_other = packet.text(name_space::pdfa_id, "conformance").has_value();
    subject.report(has_other ? "pdfa-6.6.4-2" : "pdfa-6.6.4-1", "XMP packet",
                   "the packet does not claim a part of PDF/A");
  } else if (*part != "2" && *part != "3" && *part != "4") {
    subject.report("pdfa-6.6.4-2", "XMP packet", "pdfaid:part is '" + *part + "', not 2, 3 or 4");
  }
  const std::string level = packet.text(name_space::pdfa_id, "conformance").value_or("");
  static const std::set<std::string_view> levels = {"A", "B", "U"};
  const bool is_level = subject.claims.is_archive_4()
                            ? level.empty() || level == "F" || level == "E"
                            : levels.contains(level);
  if (part && !is_level) {
    subject.report("pdfa-6.6.4-3", "XMP packet",
                   "pdfaid:conformance is '" + level + "', which is no level of the part");
  }
  if (subject.claims.is_archive_4() &&
      packet.text(name_space::pdfa_id, "rev").value_or("").size() != 4) {
    subject.report("pdfa4-6.7.3-5", "XMP packet", "pdfaid:rev is no year of four digits");
  }
  const auto accessibility = packet.text(name_space::pdfua_id, "part");
  if (!accessibility) {
    subject.report("pdfua-5-1", "XMP packet", "the packet does not claim a part of PDF/UA");
  } else if (*accessibility != "1" && *accessibility != "2") {
    subject.report("pdfua-5-2", "XMP packet", "pdfuaid:part is '" + *accessibility + "'");
  } else if (*accessibility == "2" &&
             packet.text(name_space::pdfua_id, "rev").value_or("").size() != 4) {
    subject.report("pdfua2-5-3", "XMP packet", "pdfuaid:rev is no year of four digits");
  }
}

void check_title(const Subject& subject, const XmpPacket& packet) {
  if (packet.text(name_space::dublin_core, "title").value_or("").empty()) {
    subject.report("pdfua-7.1-9", "XMP packet", "dc:title is missing or has no x-default");
  }
  const Object& preferences = subject.file.get(subject.catalog, "ViewerPreferences");
  if (!subject.file.get(preferences, "DisplayDocTitle").flag().value_or(false)) {
    subject.report("pdfua-7.1-10", "catalog", "DisplayDocTitle is not true");
  }
}

// A date of Info ("D:20261012083000+03'00'") as XMP writes it, to be compared with the packet's.
std::string as_xmp_date(std::string_view date) {
  if (date.starts_with("D:")) date.remove_prefix(2);
  std::string out;
  static const std::pair<std::size_t, std::string_view> parts[] = {{4, ""},  {2, "-"}, {2, "-"},
                                                                   {2, "T"}, {2, ":"}, {2, ":"}};
  for (const auto& [digits, mark] : parts) {
    if (date.size() < digits || date.find_first_not_of("0123456789") < digits) break;
    out += mark;
    out += date.substr(0, digits);
    date.remove_prefix(digits);
  }
  std::string zone(date);
  std::erase(zone, '\'');
  if (zone.size() == 5) zone.insert(3, ":");
  return out + zone;
}

void check_info(const Subject& subject, const XmpPacket& packet) {
  const Object& info = subject.file.get(subject.file.trailer(), "Info");
  if (info.dictionary() == nullptr) return;
  struct Pair {
    std::string_view key;
    std::string_view name_space;
    std::string_view property;
    std::string_view separator;
  };
  static constexpr Pair pairs[] = {
      {"Title", name_space::dublin_core, "title", ""},
      {"Author", name_space::dublin_core, "creator", "; "},
      {"Subject", name_space::dublin_core, "description", ""},
      {"Keywords", name_space::pdf, "Keywords", ""},
      {"Creator", name_space::xmp, "CreatorTool", ""},
      {"Producer", name_space::pdf, "Producer", ""},
      {"CreationDate", name_space::xmp, "CreateDate", ""},
      {"ModDate", name_space::xmp, "ModifyDate", ""},
  };
  for (const Pair& pair : pairs) {
    const Bytes* value = subject.file.get(info, pair.key).string();
    if (value == nullptr) continue;
    const bool is_date = pair.key.ends_with("Date");
    const std::string said = is_date ? as_xmp_date(*value) : text_of(*value);
    if (packet.text(pair.name_space, pair.property, pair.separator) != said) {
      subject.report("pdfa-6.1.5", "Info", std::string(pair.key) + " is not what the packet says");
    }
  }
}

// The instruction that begins the packet.
void check_wrapper(const Subject& subject, std::string_view octets) {
  const std::size_t begin = octets.find("<?xpacket");
  const std::string_view header =
      begin == std::string_view::npos ? "" : octets.substr(begin, octets.find("?>", begin) - begin);
  if (header.find("bytes=") != std::string_view::npos) {
    subject.report("pdfa-6.6.2.1-2", "XMP packet", "the packet's header has the attribute bytes");
  }
  if (header.find("encoding=") != std::string_view::npos) {
    subject.report("pdfa-6.6.2.1-3", "XMP packet",
                   "the packet's header has the attribute encoding");
  }
}

Result<Bytes> packet_octets(const File& file, const Dictionary& catalog) {
  const IndirectObject* stream = file.find(catalog.find("Metadata"));
  if (stream == nullptr || !stream->is_stream) {
    return Error(ErrorKind::unrecognised, "the catalog has no metadata stream");
  }
  return file.unpack(*stream);
}

int part_of(const std::optional<std::string>& text) {
  int part = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), part);
  return part;
}

}  // namespace

Claims claims_of(const File& file, const Dictionary& catalog) {
  const Result<Bytes> octets = packet_octets(file, catalog);
  if (!octets) return {};
  const Result<XmpPacket> packet = XmpPacket::read(*octets);
  if (!packet) return {};
  Claims claims;
  claims.archive_part = part_of(packet->text(name_space::pdfa_id, "part"));
  claims.archive_level = packet->text(name_space::pdfa_id, "conformance").value_or("");
  claims.accessibility_part = part_of(packet->text(name_space::pdfua_id, "part"));
  return claims;
}

void check_metadata(const Subject& subject) {
  const Result<Bytes> octets = packet_octets(subject.file, subject.catalog);
  if (!octets) {
    subject.report("pdfa-6.6.2.1-1", "catalog", octets.error().message());
    return;
  }
  check_wrapper(subject, *octets);
  const Result<XmpPacket> packet = XmpPacket::read(*octets);
  if (!packet) {
    subject.report("pdfa-6.6.2.1-4", "XMP packet", packet.error().message());
    return;
  }
  check_claims(subject, *packet);
  check_properties(subject, *packet);
  check_title(subject, *packet);
  check_info(subject, *packet);
}

}  // namespace pressmark::pdf_check
