#include <vector>

#include "converters/common/xml_writer.h"
#include "converters/exporters/pdf/writer/file_information.h"

namespace pressmark::pdf {
namespace {

constexpr std::string_view prism_namespace = "http://prismstandard.org/namespaces/basic/2.0/";
constexpr std::string_view ua_namespace = "http://www.aiim.org/pdfua/ns/id/";

// A property of an extension schema, as PDF/A wants it described (PDF/A-3, 6.6.2.3.3).
struct Property {
  std::string_view name;
  std::string_view value_type;
  std::string_view category;
  std::string_view description;
};

constexpr Property ua_properties[] = {
    {"part", "Integer", "internal", "Part of ISO 14289 to which the file conforms"},
};
constexpr Property prism_properties[] = {
    {"publicationName", "Text", "external", "Title of the publication the article appeared in"},
    {"issn", "Text", "external", "ISSN of the publication"},
    {"volume", "Text", "external", "Volume of the publication"},
    {"number", "Text", "external", "Issue of the publication"},
    {"startingPage", "Text", "external", "First page of the article in print"},
    {"pageRange", "Text", "external", "Pages of the article in print"},
    {"section", "Text", "external", "Section of the publication"},
    {"doi", "Text", "external", "Digital object identifier of the article"},
    {"url", "Text", "external", "Web address of the article"},
    {"publicationDate", "Text", "external", "Date of publication"},
};

class PacketWriter {
 public:
  PacketWriter(const FileInformation& information, Profile profile)
      : information_(information), profile_(profile), xml_(XmlWriter::Declaration::no) {}

  Bytes write() {
    xml_.start("x:xmpmeta").attribute("xmlns:x", "adobe:ns:meta/").line();
    xml_.start("rdf:RDF");
    xml_.attribute("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#").line();
    start_description("pdfaid", "http://www.aiim.org/pdfa/ns/id/");
    write_claims();
    end_description();
    write_dublin_core();
    write_basic();
    write_rights();
    write_prism();
    if (!is_pdf_2(profile_)) write_extension_schemas();
    const Bytes body = xml_.finish();
    // The packet's wrapper (ISO 16684-1, 7.3.2); it may be changed in place, so it ends with "w".
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + body +
           "<?xpacket end=\"w\"?>";
  }

 private:
  void start_description(std::string_view prefix, std::string_view uri) {
    xml_.start("rdf:Description").attribute("rdf:about", "");
    xml_.attribute("xmlns:" + std::string(prefix), uri).line();
  }
  void end_description() { xml_.end().line(); }

  void simple(std::string_view property, std::string_view value) {
    if (!value.empty()) xml_.element(property, value).line();
  }

  void list(std::string_view property, std::string_view container,
            const std::vector<std::string>& values) {
    if (values.empty()) return;
    xml_.start(property).start(container);
    for (const std::string& value : values) xml_.element("rdf:li", value);
    xml_.end().end().line();
  }

  // A language alternative: the default, and the same by its language.
  void alternatives(std::string_view property, const std::string& value) {
    if (value.empty()) return;
    xml_.start(property).start("rdf:Alt");
    xml_.start("rdf:li").attribute("xml:lang", "x-default").text(value).end();
    if (information_.language != "und") {
      xml_.start("rdf:li").attribute("xml:lang", information_.language).text(value).end();
    }
    xml_.end().end().line();
  }

  void write_claims() {
    switch (profile_) {
      case Profile::archive_2a:
        simple("pdfaid:part", "2");
        simple("pdfaid:conformance", "A");
        break;
      case Profile::archive_3a:
        simple("pdfaid:part", "3");
        simple("pdfaid:conformance", "A");
        break;
      case Profile::archive_4:
        simple("pdfaid:part", "4");
        simple("pdfaid:rev", "2020");
        break;
      case Profile::archive_4f:
        simple("pdfaid:part", "4");
        simple("pdfaid:rev", "2020");
        simple("pdfaid:conformance", "F");
        break;
    }
    end_description();
    start_description("pdfuaid", ua_namespace);
    simple("pdfuaid:part", is_pdf_2(profile_) ? "2" : "1");
    if (is_pdf_2(profile_)) simple("pdfuaid:rev", "2024");
  }

  void write_dublin_core() {
    start_description("dc", "http://purl.org/dc/elements/1.1/");
    simple("dc:format", "application/pdf");
    alternatives("dc:title", information_.title);
    list("dc:creator", "rdf:Seq", information_.authors);
    list("dc:contributor", "rdf:Bag", information_.contributors);
    alternatives("dc:description", information_.description);
    list("dc:subject", "rdf:Bag", information_.keywords);
    if (!information_.publisher.empty()) {
      list("dc:publisher", "rdf:Bag", {information_.publisher});
    }
    if (!information_.issued.empty()) list("dc:date", "rdf:Seq", {information_.issued});
    list("dc:language", "rdf:Bag", {information_.language});
    simple("dc:identifier", information_.identifier);
    simple("dc:source", information_.source);
    alternatives("dc:rights", information_.rights);
    end_description();
  }

  void write_basic() {
    start_description("xmp", "http://ns.adobe.com/xap/1.0/");
    simple("xmp:CreatorTool", "Pressmark");
    if (information_.created) {
      const std::string date = xmp_date(*information_.created);
      simple("xmp:CreateDate", date);
      simple("xmp:ModifyDate", date);
      simple("xmp:MetadataDate", date);
    }
    end_description();
    start_description("pdf", "http://ns.adobe.com/pdf/1.3/");
    simple("pdf:Producer", "Pressmark");
    std::string keywords;
    for (const std::string& keyword : information_.keywords) {
      keywords += (keywords.empty() ? "" : ", ") + keyword;
    }
    simple("pdf:Keywords", keywords);
    end_description();
  }

  void write_rights() {
    if (information_.license.empty()) return;
    start_description("xmpRights", "http://ns.adobe.com/xap/1.0/rights/");
    simple("xmpRights:WebStatement", information_.license);
    end_description();
  }

  void write_prism() {
    if (information_.prism.empty()) return;
    start_description("prism", prism_namespace);
    for (const auto& [property, value] : information_.prism) {
      simple("prism:" + std::string(property), value);
    }
    end_description();
  }

  template <std::size_t count>
  void write_schema(std::string_view title, std::string_view uri, std::string_view prefix,
                    const Property (&properties)[count]) {
    xml_.start("rdf:li").attribute("rdf:parseType", "Resource").line();
    xml_.element("pdfaSchema:schema", title).line();
    xml_.element("pdfaSchema:namespaceURI", uri).line();
    xml_.element("pdfaSchema:prefix", prefix).line();
    xml_.start("pdfaSchema:property").start("rdf:Seq").line();
    for (const Property& property : properties) {
      xml_.start("rdf:li").attribute("rdf:parseType", "Resource");
      xml_.element("pdfaProperty:name", property.name);
      xml_.element("pdfaProperty:valueType", property.value_type);
      xml_.element("pdfaProperty:category", property.category);
      xml_.element("pdfaProperty:description", property.description);
      xml_.end().line();
    }
    xml_.end().end().line();
    xml_.end().line();
  }

  void write_extension_schemas() {
    xml_.start("rdf:Description").attribute("rdf:about", "");
    xml_.attribute("xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/");
    xml_.attribute("xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#");
    xml_.attribute("xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#").line();
    xml_.start("pdfaExtension:schemas").start("rdf:Bag").line();
    write_schema("PDF/UA identification", ua_namespace, "pdfuaid", ua_properties);
    if (!information_.prism.empty()) {
      write_schema("PRISM basic metadata", prism_namespace, "prism", prism_properties);
    }
    xml_.end().end().line();
    end_description();
  }

  const FileInformation& information_;
  Profile profile_;
  XmlWriter xml_;
};

}  // namespace

Bytes xmp_packet(const FileInformation& information, Profile profile) {
  return PacketWriter(information, profile).write();
}

}  // namespace pressmark::pdf
