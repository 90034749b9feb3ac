#include "converters/archive/package.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "converters/archive/mets.h"
#include "converters/archive/reference_path.h"
#include "converters/common/digest.h"
#include "tests/support/golden.h"
#include "tests/support/run_process.h"
#include "tests/support/sample_documents.h"
#include "tests/support/schema_check.h"
#include "tests/support/shared.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::archive {
namespace {

Document article_with_image(const std::string& origin) {
  Document document = sample::plain();
  document.provenance.media_type = "text/html";
  document.provenance.importer = "html";
  document.provenance.encoding = "UTF-8";
  document.resources.add({{}, "octets", "image/png", origin, sha256_hex("octets"), 1, 1});
  return document;
}

NewVersion version_for(const Document& document, const Source& source) {
  return make_version({document,
                       source,
                       {{"tei", "application/tei+xml", "tei/article.xml", "<TEI/>", true},
                        {"epub", "application/epub+zip", "epub/article.epub", "zip", false}},
                       "{\"code\":\"x\"}\n",
                       "urn:uuid:1",
                       "2026-10-12T08:30:00Z",
                       "Archived",
                       "0.1.0"});
}

std::vector<std::string> paths_of(const NewVersion& version) {
  std::vector<std::string> paths;
  for (const ArchivedFile& file : version.files) paths.push_back(file.path);
  std::ranges::sort(paths);
  return paths;
}

TEST(Package, PutsEverythingAtItsPlace) {
  const Document document = article_with_image("page_files/a%20b.png?w=1");
  const NewVersion version = version_for(document, {.bytes = "<p>", .name = "page.html"});
  const std::string image = "tei/images/r-" + sha256_hex("octets").substr(0, 16) + ".png";
  EXPECT_EQ(paths_of(version), (std::vector<std::string>{
                                   "diagnostics.ndjson", "epub/article.epub", "metadata/mets.xml",
                                   "metadata/premis.xml", "source/page.html",
                                   "source/page_files/a b.png", "tei/article.xml", image}));
  EXPECT_EQ(version.records,
            (std::vector<std::string>{"metadata/premis.xml", "metadata/mets.xml"}));
}

TEST(Package, MakesSafeNames) {
  const std::pair<std::string, std::string> names[] = {{"-", "source/article.html"},
                                                       {"..", "source/article.html"},
                                                       {"~a:b\\c.html", "source/_a_b_c.html"},
                                                       {"e\xCC\x81.html", "source/\xC3\xA9.html"},
                                                       {"\xFF.html", "source/\xEF\xBF\xBD.html"}};
  for (const auto& [name, path] : names) {
    const auto paths = paths_of(version_for(sample::plain(), {.bytes = "x", .name = name}));
    const std::string expected =
        path == "source/article.html" ? std::string("source/article.txt") : path;
    EXPECT_NE(std::ranges::find(paths, expected), paths.end()) << name;
  }
  for (const char* origin : {"../../etc/passwd", "/etc/passwd", "data:image/png;base64,AAAA",
                             "page.html/x.png", "%2e%2e/a", ""}) {
    const auto paths =
        paths_of(version_for(article_with_image(origin), {.bytes = "x", .name = "page.html"}));
    EXPECT_EQ(
        std::ranges::count_if(paths, [](const std::string& p) { return p.starts_with("source/"); }),
        1)
        << origin;
  }
}

// Where images from the web lie below source/; empty for none.
std::string fetched_path(const std::string& origin, const std::string& page) {
  Document document = article_with_image(origin);
  document.provenance.source_url = page;
  const NewVersion version = version_for(document, {.bytes = "x", .name = "page.html"});
  std::string found;
  for (const std::string& path : paths_of(version)) {
    if (path.starts_with("source/") && path != "source/page.html") found += path;
  }
  // The address stays with the octets.
  for (const ArchivedFile& file : version.files) {
    if (file.path != "metadata/premis.xml" || found.empty()) continue;
    EXPECT_NE(file.octets.find("<originalName>" + origin + "</originalName>"), std::string::npos)
        << file.octets;
  }
  return found;
}

TEST(Package, PutsFetchedImagesWhereThePageFindsThem) {
  const std::string page = "https://paper.example/2026/ferry.html";
  const std::string made = "r-" + sha256_hex("octets").substr(0, 16) + ".png";
  EXPECT_EQ(fetched_path("https://paper.example/2026/img/a%20b.png", page), "source/img/a b.png");
  EXPECT_EQ(fetched_path("https://paper.example/img/a.png", page),
            "source/elsewhere/paper.example/img/a.png");
  EXPECT_EQ(fetched_path("https://cdn.example:8080/a.png", page),
            "source/elsewhere/cdn.example/a.png");
  EXPECT_EQ(fetched_path("http://paper.example/2026/a.png", page),
            "source/elsewhere/paper.example/2026/a.png");
  EXPECT_EQ(fetched_path("https://paper.example/2026/a.php?id=7", page),
            "source/elsewhere/paper.example/" + made);
  EXPECT_EQ(fetched_path("https://paper.example/2026/%2E%2E/%2E%2E/a.png", page),
            "source/elsewhere/paper.example/" + made);
  EXPECT_EQ(fetched_path("https://paper.example/2026/" + std::string(300, 'a'), page),
            "source/elsewhere/paper.example/" + made);
  EXPECT_EQ(fetched_path("https://cdn.example", ""), "source/elsewhere/cdn.example/" + made);
}

TEST(Package, KeepsImagesWhoseAddressesHaveOnePath) {
  Document document = article_with_image("https://cdn.example/a.png");
  document.resources.add(
      {{}, "others", "image/png", "https://cdn.example:8080/a.png", sha256_hex("others"), 1, 1});
  const NewVersion version = version_for(document, {.bytes = "x", .name = "page.html"});
  std::set<std::string> images;
  for (const ArchivedFile& file : version.files) {
    if (file.path.starts_with("source/elsewhere/")) images.insert(file.octets);
  }
  EXPECT_EQ(images, (std::set<std::string>{"octets", "others"}));
}

TEST(Package, KeepsWhatWasReceivedBesideTheSource) {
  const Document document = sample::plain();
  const Source source{.bytes = "x", .name = "page.html"};
  const NewVersion version = make_version({document,
                                           source,
                                           {},
                                           "",
                                           "urn:uuid:1",
                                           "2026-10-12T08:30:00Z",
                                           "Archived",
                                           "0.1.0",
                                           {{"page.html.warc", "application/warc", "WARC/1.1"}}});
  const auto paths = paths_of(version);
  EXPECT_NE(std::ranges::find(paths, "source/page.html.warc"), paths.end());
}

TEST(Premis, RecordsWhatWasDone) {
  Document document = article_with_image("a.png");
  document.provenance.retrieved = make_date(2026, 10, 11);
  document.provenance.source_url = "https://example.org/a?b=1&c=2";
  const NewVersion version = version_for(document, {.bytes = "<p>", .name = "page.html"});
  const auto premis = std::ranges::find(version.files, "metadata/premis.xml", &ArchivedFile::path);
  ASSERT_NE(premis, version.files.end());
  EXPECT_GOLDEN("converters/archive/premis.xml", premis->octets);
}

TEST(Premis, IsValid) {
  PRESSMARK_NEEDS_SHARED(shared);
  const ProcessResult result = check_by_schema(shared, "premis/premis-v3-0.xsd",
                                               "tests/golden/converters/archive/premis.xml");
  if (result.code == 77) GTEST_SKIP() << "no xmllint";
  EXPECT_EQ(result.code, 0) << result.out;
}

TEST(Mets, ListsEveryFile) {
  Document document = article_with_image("a%20b.png");
  const Source source{.bytes = "<p>", .name = "\xC3\xA9&.html"};
  NewVersion version =
      make_version({document,
                    source,
                    {{"tei", "application/tei+xml", "tei/article.xml", "t", true},
                     {"mods", "application/mods+xml", "metadata/mods.xml", "m"},
                     {"dc", "text/xml", "metadata/dc.xml", "d"},
                     {"marcxml", "application/marcxml+xml", "metadata/marc.xml", "x"},
                     {"csljson", "application/json", "metadata/csl.json", "c"}},
                    "{\"code\":\"x\"}\n",
                    "urn:uuid:1",
                    "2026-10-12T08:30:00Z",
                    "Archived",
                    "0.1.0"});
  ASSERT_EQ(version.files.back().path, mets_path);
  const std::string& mets = version.files.back().octets;
  EXPECT_GOLDEN("converters/archive/mets.xml", mets);
  for (const ArchivedFile& file : version.files) {
    if (file.path == mets_path) continue;
    EXPECT_NE(mets.find("CHECKSUM=\"" + sha512_hex(file.octets)), std::string::npos) << file.path;
  }
}

TEST(Mets, IsValid) {
  PRESSMARK_NEEDS_SHARED(shared);
  const ProcessResult result =
      check_by_schema(shared, "mets/mets-1.12.1.xsd", "tests/golden/converters/archive/mets.xml");
  if (result.code == 77) GTEST_SKIP() << "no xmllint";
  EXPECT_EQ(result.code, 0) << result.out;
}

TEST(ReferencePath, IsTheFileThatAReferenceNames) {
  EXPECT_EQ(*reference_path("a/b%20c.png?x#y"), "a/b c.png");
  EXPECT_EQ(*reference_path("100%.png"), "100%.png");
  EXPECT_EQ(*reference_path("a%2"), "a%2");
  EXPECT_EQ(*reference_path("./x:y"), "./x:y");
  EXPECT_FALSE(reference_path("http://example.org/a"));
  EXPECT_FALSE(reference_path("data:,x"));
  EXPECT_FALSE(reference_path("//example.org/a"));
}

}  // namespace
}  // namespace pressmark::archive
