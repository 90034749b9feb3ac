#include "converters/archive/premis.h"

#include "converters/common/digest.h"
#include "converters/common/xml_writer.h"

namespace pressmark::archive {
namespace {

constexpr std::string_view identifier_type = "URI";

// A file of the object as an address: the object's id and the logical path.
std::string file_identifier(const std::string& object_id, const std::string& path) {
  return object_id + "#" + path;
}

void write_file(XmlWriter& xml, const std::string& object_id, const PremisFile& file) {
  xml.line().start("object").attribute("xsi:type", "file");
  xml.line().start("objectIdentifier");
  xml.line().element("objectIdentifierType", identifier_type);
  xml.line().element("objectIdentifierValue", file_identifier(object_id, file.path));
  xml.end();
  xml.line().start("objectCharacteristics");
  xml.line().start("fixity");
  xml.line().element("messageDigestAlgorithm", "SHA-512");
  xml.line().element("messageDigest", file.sha512);
  xml.end();
  xml.line().element("size", std::to_string(file.bytes));
  xml.line().start("format").line().start("formatDesignation");
  xml.line().element("formatName", file.media_type);
  xml.end().end();
  xml.end();
  if (!file.original_name.empty()) xml.line().element("originalName", file.original_name);
  xml.end();
}

void write_link(XmlWriter& xml, const std::string& identifier, std::string_view role) {
  xml.line().start("linkingObjectIdentifier");
  xml.line().element("linkingObjectIdentifierType", identifier_type);
  xml.line().element("linkingObjectIdentifierValue", identifier);
  xml.line().element("linkingObjectRole", role);
  xml.end();
}

void write_event(XmlWriter& xml, const std::string& object_id, const PremisEvent& event,
                 const PremisAgent& agent) {
  std::string name = object_id + "\n" + event.type + "\n" + event.date_time + "\n" + event.detail;
  for (const std::string& path : event.outcomes) name += "\n" + path;
  xml.line().start("event");
  xml.line().start("eventIdentifier");
  xml.line().element("eventIdentifierType", identifier_type);
  xml.line().element("eventIdentifierValue", "urn:uuid:" + uuid_v5_url(name));
  xml.end();
  xml.line().element("eventType", event.type);
  xml.line().element("eventDateTime", event.date_time);
  xml.line().start("eventDetailInformation");
  xml.line().element("eventDetail", event.detail);
  xml.end();
  if (!event.outcome.empty()) {
    xml.line().start("eventOutcomeInformation");
    xml.line().element("eventOutcome", event.outcome);
    if (!event.outcome_note.empty()) {
      xml.line().start("eventOutcomeDetail");
      xml.line().element("eventOutcomeDetailNote", event.outcome_note);
      xml.end();
    }
    xml.end();
  }
  xml.line().start("linkingAgentIdentifier");
  xml.line().element("linkingAgentIdentifierType", identifier_type);
  xml.line().element("linkingAgentIdentifierValue", agent.identifier);
  xml.end();
  for (const std::string& path : event.sources) {
    write_link(xml, file_identifier(object_id, path), "source");
  }
  for (const std::string& path : event.outcomes) {
    write_link(xml, file_identifier(object_id, path), "outcome");
  }
  xml.end();
}

void write_agent(XmlWriter& xml, const PremisAgent& agent) {
  xml.line().start("agent");
  xml.line().start("agentIdentifier");
  xml.line().element("agentIdentifierType", identifier_type);
  xml.line().element("agentIdentifierValue", agent.identifier);
  xml.end();
  xml.line().element("agentName", agent.name);
  xml.line().element("agentType", "software");
  xml.line().element("agentVersion", agent.version);
  xml.end();
}

}  // namespace

Bytes premis_xml(const std::string& object_id, const std::vector<PremisFile>& files,
                 const std::vector<PremisEvent>& events, const PremisAgent& agent) {
  XmlWriter xml;
  xml.line().start("premis");
  xml.attribute("xmlns", "http://www.loc.gov/premis/v3");
  xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  xml.attribute("version", "3.0");
  for (const PremisFile& file : files) write_file(xml, object_id, file);
  for (const PremisEvent& event : events) write_event(xml, object_id, event, agent);
  write_agent(xml, agent);
  xml.end();
  return xml.finish();
}

}  // namespace pressmark::archive
