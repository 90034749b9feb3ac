// The rules that verification has of METS and PREMIS, against the standards' own schemas: thousands
// of damaged documents are judged by both.
#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <sstream>

#include "converters/archive/mets.h"
#include "converters/archive/mets_reader.h"
#include "converters/archive/premis.h"
#include "converters/archive/premis_reader.h"
#include "converters/common/xml_reader.h"
#include "tests/support/schema_check.h"
#include "tests/support/shared.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::archive {
namespace {

const std::string digest(128, 'a');
const PremisAgent agent{"urn:example:program", "Pressmark", "1"};

std::vector<PremisFile> files() {
  return {{"source/a.html", "text/html", digest, 7, "a.html"},
          {"tei/article.xml", "application/tei+xml", digest, 9, {}},
          {"metadata/mods.xml", "application/mods+xml", digest, 11, {}},
          {"metadata/premis.xml", "application/xml", digest, 13, {}}};
}

std::string own_mets() {
  return mets_xml("urn:example:1", "A ferry", "2026-10-12T08:30:00Z", files(), agent);
}

std::string own_premis() {
  const PremisEvent event{"ingestion",  "2026-10-12T08:30:00Z", "Taken in.",        "success",
                          "All of it.", {"source/a.html"},      {"tei/article.xml"}};
  return premis_xml("urn:example:1", files(), {event}, agent);
}

// What other programs write: the parts of METS that Pressmark does not use.
constexpr const char* rich_mets = R"(<mets xmlns="http://www.loc.gov/METS/"
  xmlns:xlink="http://www.w3.org/1999/xlink" OBJID="urn:example:2">
<metsHdr ID="h" ADMID="r1" CREATEDATE="2026-10-12T08:30:00.25+03:00" RECORDSTATUS="final">
<agent ROLE="ARCHIVIST" TYPE="INDIVIDUAL"><name>Ada</name><note>on leave</note></agent>
<altRecordID TYPE="shelf">12</altRecordID><metsDocumentID>m</metsDocumentID></metsHdr>
<dmdSec ID="d1" GROUPID="g" STATUS="final"><mdWrap MDTYPE="DC" LABEL="record"><xmlData>
<title xmlns="http://purl.org/dc/elements/1.1/">A ferry</title></xmlData></mdWrap></dmdSec>
<dmdSec ID="d2"><mdRef LOCTYPE="OTHER" OTHERLOCTYPE="shelf" MDTYPE="MARC" xlink:href="m.xml"
  xlink:show="new" xlink:actuate="onRequest"/></dmdSec>
<amdSec ID="a"><techMD ID="t1"><mdWrap MDTYPE="PREMIS:OBJECT"><binData>QQ==</binData></mdWrap></techMD>
<rightsMD ID="r1"><mdRef LOCTYPE="URL" MDTYPE="METSRIGHTS" xlink:href="r.xml" SIZE="3"/></rightsMD>
<sourceMD ID="s1"><mdRef LOCTYPE="URL" MDTYPE="EAD" xlink:href="s.xml"/></sourceMD></amdSec>
<fileSec><fileGrp USE="all"><fileGrp><file ID="f1" SEQ="1" SIZE="7" CHECKSUMTYPE="MD5"
  CHECKSUM="0" CREATED="2026-10-12T08:30:00Z" ADMID="t1" DMDID="d1"><FLocat LOCTYPE="URL"
  xlink:href="a.tif"/><stream ID="st" streamType="x" BEGIN="1" BETYPE="BYTE"/>
<transformFile TRANSFORMTYPE="decompression" TRANSFORMALGORITHM="gzip" TRANSFORMORDER="1"/>
<file ID="f2"><FContent><binData>QQ==</binData></FContent></file></file></fileGrp></fileGrp></fileSec>
<structMap TYPE="PHYSICAL"><div ORDER="1" ORDERLABEL="i" DMDID="d1 d2" xlink:label="whole"><div
  xlink:label="p1"><mptr LOCTYPE="URL" xlink:href="other.xml"/><fptr FILEID="f1"/><fptr><area
  FILEID="f1" SHAPE="RECT" COORDS="0,0,1,1" BETYPE="TIME"/></fptr><fptr><par><area FILEID="f1"/><seq>
<area FILEID="f2"/></seq></par></fptr></div></div></structMap>
<structLink><smLink xlink:from="whole" xlink:to="p1"/></structLink>
<behaviorSec LABEL="b"><behavior ID="b1" STRUCTID="h" CREATED="2026-10-12T08:30:00"><interfaceDef
  LOCTYPE="URL" xlink:href="i"/><mechanism LOCTYPE="URL" xlink:href="m"/></behavior></behaviorSec>
</mets>)";

constexpr const char* rich_premis = R"(<premis xmlns="http://www.loc.gov/premis/v3"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0">
<object xsi:type="representation" xmlID="o1"><objectIdentifier><objectIdentifierType authority="a">t
</objectIdentifierType><objectIdentifierValue>r</objectIdentifierValue></objectIdentifier>
<preservationLevel><preservationLevelValue>full</preservationLevelValue></preservationLevel>
<relationship><relationshipType>structural</relationshipType><relationshipSubType>has part
</relationshipSubType><relatedObjectIdentifier RelObjectXmlID="o2"><relatedObjectIdentifierType>t
</relatedObjectIdentifierType><relatedObjectIdentifierValue>b</relatedObjectIdentifierValue>
<relatedObjectSequence>1</relatedObjectSequence></relatedObjectIdentifier></relationship></object>
<object xsi:type="bitstream" xmlID="o2"><objectIdentifier><objectIdentifierType>t
</objectIdentifierType><objectIdentifierValue>b</objectIdentifierValue></objectIdentifier>
<significantProperties><significantPropertiesType>colour</significantPropertiesType>
<significantPropertiesValue>red</significantPropertiesValue></significantProperties>
<objectCharacteristics><compositionLevel>0</compositionLevel><size>5</size><format><formatRegistry>
<formatRegistryName>PRONOM</formatRegistryName><formatRegistryKey>fmt/96</formatRegistryKey>
</formatRegistry><formatNote>guessed</formatNote></format><creatingApplication>
<creatingApplicationVersion>2</creatingApplicationVersion></creatingApplication>
<objectCharacteristicsExtension><x xmlns="urn:example:x"/></objectCharacteristicsExtension>
</objectCharacteristics><storage><storageMedium>disk</storageMedium></storage></object>
<object xsi:type="intellectualEntity"><objectIdentifier><objectIdentifierType>t
</objectIdentifierType><objectIdentifierValue>e</objectIdentifierValue></objectIdentifier>
<environmentFunction><environmentFunctionType>program</environmentFunctionType>
<environmentFunctionLevel>1</environmentFunctionLevel></environmentFunction></object>
<event><eventIdentifier><eventIdentifierType>t</eventIdentifierType><eventIdentifierValue>1
</eventIdentifierValue></eventIdentifier><eventType>migration</eventType><eventDateTime>2026
</eventDateTime><eventOutcomeInformation><eventOutcomeDetail><eventOutcomeDetailNote>n
</eventOutcomeDetailNote></eventOutcomeDetail></eventOutcomeInformation><linkingObjectIdentifier
  LinkObjectXmlID="o1"><linkingObjectIdentifierType>t</linkingObjectIdentifierType>
<linkingObjectIdentifierValue>r</linkingObjectIdentifierValue></linkingObjectIdentifier></event>
<agent><agentIdentifier><agentIdentifierType>t</agentIdentifierType><agentIdentifierValue>a
</agentIdentifierValue></agentIdentifier><agentName>Ada</agentName></agent>
<rights><rightsStatement><rightsStatementIdentifier><rightsStatementIdentifierType>t
</rightsStatementIdentifierType><rightsStatementIdentifierValue>1</rightsStatementIdentifierValue>
</rightsStatementIdentifier><rightsBasis>licence</rightsBasis><licenseInformation><licenseTerms>CC0
</licenseTerms><licenseApplicableDates><startDate>2026</startDate></licenseApplicableDates>
</licenseInformation><rightsGranted><act>copy</act><termOfGrant><startDate>2026</startDate>
<endDate>open</endDate></termOfGrant></rightsGranted></rightsStatement></rights></premis>)";

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '"' ? "&quot;" : std::string(1, c);
  }
  return out;
}

void write_node(const XmlNode& node, std::string& out) {
  if (node.is_text()) {
    out += escaped(node.text);
    return;
  }
  out += "<" + node.name;
  for (const auto& [name, value] : node.attributes)
    out += " " + name + "=\"" + escaped(value) + "\"";
  out += ">";
  for (const XmlNode& child : node.children) write_node(child, out);
  out += "</" + node.name + ">";
}

// Calls `damage` with each element below a node and that node, which it may rearrange meanwhile.
void for_each_element(XmlNode& parent, const std::function<void(XmlNode&, XmlNode*)>& damage) {
  for (std::size_t i = 0; i < parent.children.size(); ++i) {
    if (parent.children[i].is_text()) continue;
    damage(parent.children[i], &parent);
    for_each_element(parent.children[i], damage);
  }
}

// The document with one thing wrong, in every way and at every place. Some are still valid.
std::set<std::string> damaged(const std::string& xml) {
  XmlNode root = *read_xml(xml, Limits{}, 100);
  std::set<std::string> all;
  const auto keep = [&] {
    std::string text;
    write_node(root, text);
    all.insert(text);
  };
  const auto with_attributes = [&](XmlNode& node) {
    for (std::size_t i = 0; i < node.attributes.size(); ++i) {
      if (node.attributes[i].first.starts_with("xmlns")) continue;
      const auto before = node.attributes;
      node.attributes.erase(node.attributes.begin() + static_cast<std::ptrdiff_t>(i));
      keep();
      for (const char* value : {"", "wrong", "-1", "1"}) {
        node.attributes = before;
        node.attributes[i].second = value;
        keep();
      }
      node.attributes = before;
      node.attributes[i].first += "x";
      keep();
      node.attributes = before;
    }
    const auto before = node.attributes;
    node.attributes.emplace_back("colour", "red");
    keep();
    node.attributes = before;
  };
  const auto damage = [&](XmlNode& node, XmlNode* parent) {
    with_attributes(node);
    const XmlNode whole = node;
    XmlNode words;
    words.text = "words";
    node.children.insert(node.children.begin(), words);
    keep();
    node.children.clear();
    keep();
    node = whole;
    node.name = "unknown";
    keep();
    node = whole;
    if (parent == nullptr) return;
    const auto siblings = parent->children;
    const auto place = &node - parent->children.data();
    const auto at = [&](std::ptrdiff_t i) { return parent->children.begin() + i; };
    parent->children.erase(at(place));
    keep();
    parent->children = siblings;
    parent->children.insert(at(place), siblings[static_cast<std::size_t>(place)]);
    keep();
    parent->children = siblings;
    std::rotate(at(0), at(place), at(place + 1));
    keep();
    parent->children = siblings;
    std::rotate(at(place), at(place + 1), parent->children.end());
    keep();
    parent->children = siblings;
  };
  damage(root, nullptr);
  for_each_element(root, damage);
  return all;
}

// Whether a sentence is about what no schema asks for, but Pressmark does: that pointers lead to
// something, of their kind.
bool is_beyond_the_schema(const std::string& problem) {
  for (const char* words : {"which is not there", "names no id", "is the id of no",
                            "has no xlink:href", "has no identifier"}) {
    if (problem.find(words) != std::string::npos) return true;
  }
  return false;
}

using Problems = std::function<std::vector<std::string>(const std::string&)>;

std::vector<std::string> mets_problems(const std::string& xml) {
  const Result<MetsContent> mets = read_mets(xml, "metadata/mets.xml");
  return mets ? mets->problems : std::vector<std::string>{mets.error().message()};
}

std::vector<std::string> premis_problems(const std::string& xml) {
  const Result<PremisContent> premis = read_premis(xml);
  return premis ? premis->problems : std::vector<std::string>{premis.error().message()};
}

void expect_equal_judgement(const std::string& shared, const std::string& schema,
                            const std::vector<std::string>& documents, const Problems& problems) {
  const TemporaryFolder folder;
  std::vector<std::string> all = documents;
  for (const std::string& document : documents) {
    EXPECT_EQ(problems(document), std::vector<std::string>{}) << document;
    const std::set<std::string> more = damaged(document);
    all.insert(all.end(), more.begin(), more.end());
  }
  std::string names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    folder.write(std::to_string(i) + ".xml", all[i]);
    names += std::to_string(i) + ".xml\n";
  }
  const ProcessResult judged =
      run_process({"/bin/sh", "-c",
                   "xargs env XML_CATALOG_FILES=" + shared +
                       "/schemas/catalog.xml xmllint --nonet --noout --schema " + shared +
                       "/schemas/" + schema},
                  {.input = names, .folder = folder.path()});
  if (judged.code == 127) GTEST_SKIP() << "xmllint is not here";
  std::size_t refused = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string name = "\n" + std::to_string(i) + ".xml";
    const std::string messages = "\n" + judged.err;
    const bool is_refused = messages.find(name + " fails to validate") != std::string::npos;
    ASSERT_NE(is_refused, messages.find(name + " validates") != std::string::npos) << all[i];
    const std::vector<std::string> found = problems(all[i]);
    refused += is_refused ? 1 : 0;
    if (is_refused) {
      EXPECT_FALSE(found.empty()) << "the schema refuses it: " << all[i];
    } else {
      for (const std::string& problem : found) {
        EXPECT_TRUE(is_beyond_the_schema(problem)) << problem << "\nthe schema accepts: " << all[i];
      }
    }
  }
  EXPECT_GT(refused, all.size() / 2);
  EXPECT_GT(all.size(), 500U);
}

TEST(MetadataRules, AreThoseOfMets) {
  PRESSMARK_NEEDS_SHARED(shared);
  expect_equal_judgement(shared, "mets/mets-1.12.1.xsd", {own_mets(), rich_mets}, mets_problems);
}

TEST(MetadataRules, AreThoseOfPremis) {
  PRESSMARK_NEEDS_SHARED(shared);
  expect_equal_judgement(shared, "premis/premis-v3-0.xsd", {own_premis(), rich_premis},
                         premis_problems);
}

TEST(MetadataRules, ResolvePointers) {
  const auto with = [](const std::string& from, const std::string& to) {
    std::string text = own_mets();
    text.replace(text.find(from), from.size(), to);
    return mets_problems(text);
  };
  EXPECT_EQ(with("FILEID=\"file-1\"", "FILEID=\"file-9\"").size(), 1U);
  EXPECT_EQ(with("FILEID=\"file-1\"", "FILEID=\"amd\"").size(), 1U);
  EXPECT_EQ(with("DMDID=\"dmd-mods\"", "DMDID=\"file-1\"").size(), 1U);
  EXPECT_EQ(with("ID=\"file-1\"", "ID=\"file-2\"").size(), 2U) << "twice, and one is not there";
  EXPECT_EQ(with("xlink:href=\"../source/a.html\"", "").size(), 1U);
}

}  // namespace
}  // namespace pressmark::archive
