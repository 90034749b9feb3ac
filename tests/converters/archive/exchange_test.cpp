// Articles handed on: bags, DSpace items, METS packages, static repositories.
#include <gtest/gtest.h>

#include <algorithm>

#include "converters/archive/exchange/bag_writer.h"
#include "converters/archive/exchange/mets_package.h"
#include "converters/archive/exchange/simple_archive_format.h"
#include "converters/archive/exchange/static_repository.h"
#include "converters/archive/exchange/xml_body.h"
#include "converters/archive/exchange/xml_ids.h"
#include "converters/archive/mets_reader.h"
#include "converters/common/digest.h"
#include "converters/common/xml_reader.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::archive {
namespace {

const std::string dc =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<oai_dc:dc xmlns:oai_dc='http://www.openarchives.org/OAI/2.0/oai_dc/' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Ferry &amp; quay</dc:title>"
    "<dc:creator>Doe, Jane</dc:creator><dc:identifier>https://a.example/1</dc:identifier>"
    "<dc:identifier>urn:example:1</dc:identifier></oai_dc:dc>\n";
const std::string mods =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a record -->\n"
    "<mods xmlns='http://www.loc.gov/mods/v3'><titleInfo><title>Ferry</title></titleInfo></mods>\n";
const std::string tei =
    "<?xml version=\"1.0\"?>\n<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='a'>"
    "<ref target='#a #b'/></TEI>";

VersionFiles sample() {
  return {"urn:uuid:11043b89-48a8-5d5b-b0fe-ad4e7f669d1d",
          2,
          "2026-09-21T10:00:00Z",
          "Archived\nanew",
          "Pressmark",
          "urn:example:program",
          {{"epub/article.epub", "PK"},
           {"metadata/csl.json", R"([{"id":"a","title":"Ferry\n& quay"}])"},
           {"metadata/dc.xml", dc},
           {"metadata/mods.xml", mods},
           {"source/100% a.html", "<p>a</p>"},
           {"tei/article.xml", tei}}};
}

std::string text_of(const std::vector<ArchivedFile>& files, std::string_view path) {
  const Bytes* octets = find_file(files, path);
  return octets == nullptr ? "(absent)" : *octets;
}

TEST(Bag, HoldsThePayloadAndItsManifests) {
  const auto bag = make_bag(sample(), "1.2");
  ASSERT_TRUE(bag) << bag.error().message();
  EXPECT_EQ(text_of(*bag, "data/source/100% a.html"), "<p>a</p>");
  EXPECT_EQ(text_of(*bag, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  std::size_t octets = 0;
  for (const ArchivedFile& file : sample().files) octets += file.octets.size();
  EXPECT_EQ(text_of(*bag, "bag-info.txt"),
            "Bag-Software-Agent: Pressmark 1.2\nBagging-Date: 2026-09-21\n"
            "External-Description: Ferry & quay\n"
            "External-Identifier: urn:uuid:11043b89-48a8-5d5b-b0fe-ad4e7f669d1d\n"
            "Internal-Sender-Description: One version of an archived article: its source, "
            "renditions and records\nInternal-Sender-Identifier: v2\nPayload-Oxum: " +
                std::to_string(octets) +
                ".6\nVersion-Message: Archived anew\nVersion-User: Pressmark\n"
                "Version-User-Address: urn:example:program\n");
  const std::string manifest = text_of(*bag, "manifest-sha512.txt");
  EXPECT_EQ(std::ranges::count(manifest, '\n'), 6);
  EXPECT_NE(manifest.find(sha512_hex("<p>a</p>") + "  data/source/100%25 a.html\n"),
            std::string::npos)
      << manifest;
  const std::string tags = text_of(*bag, "tagmanifest-sha256.txt");
  for (const char* name :
       {"bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"}) {
    EXPECT_NE(tags.find(sha256_hex(text_of(*bag, name)) + "  " + name + "\n"), std::string::npos)
        << name;
  }
  EXPECT_EQ(tags.find("tagmanifest"), std::string::npos);
}

TEST(Bag, WritesNamesInOneFormOfCharacters) {
  VersionFiles version = sample();
  version.files = {{"source/cafe\xCC\x81.html", "decomposed"}};
  const auto bag = make_bag(version, "1");
  ASSERT_TRUE(bag);
  EXPECT_EQ(text_of(*bag, "data/source/caf\xC3\xA9.html"), "decomposed");
  version.files.push_back({"source/caf\xC3\xA9.html", "composed"});
  const auto both = make_bag(version, "1");
  ASSERT_FALSE(both);
  EXPECT_EQ(both.error().kind(), ErrorKind::unrecognised);
}

TEST(SimpleArchiveFormat, GivesDspaceAnItem) {
  const auto item = simple_archive_item(sample());
  ASSERT_TRUE(item) << item.error().message();
  EXPECT_EQ(text_of(*item, "contents"),
            "epub_article.epub\tbundle:ORIGINAL\tprimary:true\n"
            "metadata_csl.json\tbundle:METADATA\n"
            "metadata_dc.xml\tbundle:METADATA\n"
            "metadata_mods.xml\tbundle:METADATA\n"
            "source_100% a.html\tbundle:PRESERVATION\n"
            "tei_article.xml\tbundle:ORIGINAL\n");
  EXPECT_EQ(text_of(*item, "dublin_core.xml"),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dublin_core schema=\"dc\">\n"
            "  <dcvalue element=\"title\" qualifier=\"none\">Ferry &amp; quay</dcvalue>\n"
            "  <dcvalue element=\"contributor\" qualifier=\"author\">Doe, Jane</dcvalue>\n"
            "  <dcvalue element=\"identifier\" qualifier=\"uri\">https://a.example/1</dcvalue>\n"
            "  <dcvalue element=\"identifier\" qualifier=\"other\">urn:example:1</dcvalue>\n"
            "</dublin_core>\n");
  EXPECT_EQ(text_of(*item, "source_100% a.html"), "<p>a</p>");
}

TEST(SimpleArchiveFormat, TellsFlatNamesApart) {
  VersionFiles version = sample();
  version.files.push_back({"tei_article.xml", "another"});
  const auto item = simple_archive_item(version);
  ASSERT_TRUE(item);
  EXPECT_EQ(text_of(*item, "tei_article.xml"), tei);
  EXPECT_EQ(text_of(*item, "2_tei_article.xml"), "another");
}

TEST(SimpleArchiveFormat, AsksForARecord) {
  VersionFiles version = sample();
  std::erase_if(version.files, [](const auto& file) { return file.path == "metadata/dc.xml"; });
  EXPECT_FALSE(simple_archive_item(version));
}

TEST(MetsPackage, HoldsTheRecordsInside) {
  const auto package = mets_package(sample(), "1.2");
  ASSERT_TRUE(package) << package.error().message();
  const std::string xml = text_of(*package, "mets.xml");
  EXPECT_NE(xml.find("<mdWrap MDTYPE=\"MODS\">"), std::string::npos) << xml;
  EXPECT_NE(xml.find("<title>Ferry</title>"), std::string::npos);
  const auto mets = read_mets(xml, "mets.xml");
  ASSERT_TRUE(mets);
  EXPECT_TRUE(mets->problems.empty());
  for (const ArchivedFile& file : sample().files) {
    const auto found = std::ranges::find(mets->references, file.path, &MetsReference::path);
    ASSERT_NE(found, mets->references.end()) << file.path;
    EXPECT_EQ(found->checksum, sha512_hex(file.octets));
    EXPECT_EQ(found->bytes, file.octets.size());
  }
}

TEST(XmlBody, TakesOffWhatMayStandOnlyOnce) {
  EXPECT_EQ(*xml_body("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- a --> <?b?>\n<c>d</c>\n", "x"),
            "<c>d</c>");
  EXPECT_FALSE(xml_body("<!DOCTYPE c><c/>", "x"));
  EXPECT_FALSE(xml_body("<c>", "x"));
}

TEST(XmlIds, KeepsPointersWithTheirIds) {
  EXPECT_EQ(with_id_prefix("<a xml:id='x' n='#y'><b ref=\"#x  #x http://x#x\"/><!-- <c xml:id='x'> "
                           "--><![CDATA[<c xml:id='x'>]]>xml:id='x'</a>",
                           "p-"),
            "<a xml:id='p-x' n='#y'><b ref=\"#p-x  #p-x http://x#x\"/><!-- <c xml:id='x'> "
            "--><![CDATA[<c xml:id='x'>]]>xml:id='x'</a>");
}

class StaticRepository : public testing::Test {
 protected:
  void store(const std::string& id, const std::string& created, bool with_records) {
    NewVersion version{id, created, "m", "u", "urn:u", sample().files, {}};
    if (!with_records) version.files = {{"source/a", "a"}};
    auto opened = Store::open_or_make(root);
    ASSERT_TRUE(opened);
    ASSERT_TRUE(opened->commit(version));
  }
  Result<std::string> write() {
    const auto opened = Store::open(root);
    std::string xml;
    const auto done = write_static_repository(
        *opened, {"Archive & more", "http://gateway.example/oai", "keeper@a.example"},
        *opened->objects(), [&](std::string_view octets) {
          xml += octets;
          return Done{};
        });
    if (!done) return done.error();
    return xml;
  }

  TemporaryFolder folder;
  std::string root = folder / "root";
};

TEST_F(StaticRepository, ListsEachRecordInEachFormat) {
  store("urn:example:1", "2026-09-21T10:00:00Z", true);
  store("urn:example:2", "2025-01-01T10:00:00Z", true);
  store("urn:example:3", "2026-02-02T10:00:00Z", false);
  const auto xml = write();
  ASSERT_TRUE(xml) << xml.error().message();
  const auto read = read_xml(*xml, Limits{}, 100);
  ASSERT_TRUE(read) << read.error().message();
  EXPECT_EQ(read->child("Identify")->child("repositoryName")->all_text(), "Archive & more");
  EXPECT_EQ(read->child("Identify")->child("earliestDatestamp")->all_text(), "2025-01-01");
  std::vector<std::string> lists;
  std::vector<std::string> roots;
  for (const XmlNode& child : read->children) {
    if (child.name != "ListRecords") continue;
    lists.push_back(child.attribute("metadataPrefix"));
    for (const XmlNode& record : child.children) {
      if (record.is_text()) continue;
      const XmlNode* metadata = record.child("metadata");
      for (const XmlNode& element : metadata->children) {
        if (!element.is_text()) roots.push_back(element.name);
      }
    }
  }
  EXPECT_EQ(lists, (std::vector<std::string>{"oai_dc", "mods", "tei"}));
  EXPECT_EQ(roots, (std::vector<std::string>{"dc", "dc", "mods", "mods", "TEI", "TEI"}));
}

TEST_F(StaticRepository, AsksForADublinCoreRecord) {
  store("urn:example:3", "2026-02-02T10:00:00Z", false);
  EXPECT_FALSE(write());
}

}  // namespace
}  // namespace pressmark::archive
