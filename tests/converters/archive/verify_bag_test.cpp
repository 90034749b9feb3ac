// One good bag, and one that breaks each rule.
#include "converters/archive/exchange/verify_bag.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <set>
#include <sstream>

#include "converters/archive/exchange/bag_writer.h"
#include "converters/archive/finding_codes.h"
#include "converters/common/digest.h"
#include "converters/common/tar_gz.h"
#include "converters/common/zip.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::archive {
namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string>;
constexpr std::string_view nfc_name = "data/caf\xC3\xA9.txt";
constexpr std::string_view nfd_name = "data/cafe\xCC\x81.txt";

std::string manifest(const Files& files, const std::function<bool(const std::string&)>& takes) {
  std::string text;
  for (const auto& [path, octets] : files) {
    if (takes(path)) text += sha512_hex(octets) + "  " + manifest_path(path) + "\n";
  }
  return text;
}

// Manifests of what the files are now.
void seal(Files& files) {
  files["manifest-sha512.txt"] =
      manifest(files, [](const std::string& path) { return path.starts_with("data/"); });
  files["tagmanifest-sha512.txt"] = manifest(files, [](const std::string& path) {
    return !path.starts_with("data/") && !path.starts_with("tagmanifest-");
  });
}

Files good_bag() {
  Files files = {{"bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"},
                 {"bag-info.txt", "Contact-Name: A\n  and B\nPayload-Oxum: 5.2\n"},
                 {"data/a.txt", "one"},
                 {"data/100%/b.txt", "22"}};
  seal(files);
  return files;
}

struct Verdict {
  std::set<std::string> errors;
  std::set<std::string> warnings;
};

Verdict verdict(const std::string& path) {
  const auto checked = verify_bag(path);
  if (!checked) return {{"unreadable"}, {}};
  Verdict result;
  for (const Finding& finding : checked->verification.findings) {
    (finding.level == Finding::Level::error ? result.errors : result.warnings).insert(finding.code);
  }
  return result;
}

Verdict verdict(const Files& files) {
  const TemporaryFolder folder;
  for (const auto& [path, octets] : files) folder.write("bag/" + path, octets);
  return verdict(folder / "bag");
}

using Codes = std::set<std::string>;

TEST(VerifyBag, AcceptsAGoodBag) {
  const Verdict good = verdict(good_bag());
  EXPECT_EQ(good.errors, Codes{});
  EXPECT_EQ(good.warnings, Codes{});
}

TEST(VerifyBag, ReadsItsPayloadAndInformation) {
  const TemporaryFolder folder;
  for (const auto& [path, octets] : good_bag()) folder.write(path, octets);
  const auto checked = verify_bag(folder.path() + "/");
  ASSERT_TRUE(checked);
  EXPECT_EQ(bag_info_value(checked->info, "contact-name"), "A and B");
  EXPECT_EQ(checked->payload, (std::vector<std::string>{"data/100%/b.txt", "data/a.txt"}));
  EXPECT_EQ(checked->verification.bytes, 5 + good_bag()["bagit.txt"].size() +
                                             good_bag()["bag-info.txt"].size() +
                                             good_bag()["manifest-sha512.txt"].size());
}

TEST(VerifyBag, AcceptsWhatMakeBagWrites) {
  const auto bag =
      make_bag({"urn:example:1",
                1,
                "2026-01-01T00:00:00Z",
                "Archived",
                "Pressmark",
                "urn:u",
                {{"source/100%25 a%0A.txt", "a"}, {std::string("source/caf\xC3\xA9"), "b"}}},
               "1");
  ASSERT_TRUE(bag);
  Files files;
  for (const ArchivedFile& file : *bag) files[file.path] = file.octets;
  const Verdict good = verdict(files);
  EXPECT_EQ(good.errors, Codes{});
  EXPECT_EQ(good.warnings, Codes{});
}

struct Case {
  const char* name;
  std::function<void(Files&)> change;
  const char* code;
};

// Each change is made to the good bag; `seal` first, where the change is not to be a broken digest.
std::vector<Case> refused_cases() {
  return {
      {"no declaration", [](Files& f) { f.erase("bagit.txt"); }, "bag-declaration"},
      {"space before the colon",
       [](Files& f) {
         f["bagit.txt"] = "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n";
         seal(f);
       },
       "bag-declaration"},
      {"two spaces behind the colon",
       [](Files& f) {
         f["bagit.txt"] = "BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n";
         seal(f);
       },
       "bag-declaration"},
      {"a third line",
       [](Files& f) {
         f["bagit.txt"] += "More: a\n";
         seal(f);
       },
       "bag-declaration"},
      {"a byte order mark",
       [](Files& f) {
         f["bagit.txt"] = "\xEF\xBB\xBF" + f["bagit.txt"];
         seal(f);
       },
       "bag-declaration"},
      {"an unknown version",
       [](Files& f) {
         f["bagit.txt"] = "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n";
         seal(f);
       },
       "bag-declaration"},
      {"an unknown encoding",
       [](Files& f) {
         f["bagit.txt"] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-9\n";
         seal(f);
       },
       "bag-encoding"},
      {"a manifest of another encoding",
       [](Files& f) { f["manifest-sha512.txt"] += sha512_hex("x") + "  data/\xE9\n"; },
       "bag-encoding"},
      {"no payload folder",
       [](Files& f) {
         f.erase("data/a.txt");
         f.erase("data/100%/b.txt");
         f["bag-info.txt"] = "Payload-Oxum: 0.0\n";
         seal(f);
       },
       "bag-payload"},
      {"no payload manifest", [](Files& f) { f.erase("manifest-sha512.txt"); }, "bag-manifest"},
      {"no algorithm that is known",
       [](Files& f) {
         f.erase("manifest-sha512.txt");
         f["manifest-crc7.txt"] = "00  data/a.txt\n00  data/100%25/b.txt\n";
       },
       "bag-manifest"},
      {"a line without a path", [](Files& f) { f["manifest-sha512.txt"] += "00\n"; },
       "bag-manifest"},
      {"a file listed twice",
       [](Files& f) { f["manifest-sha512.txt"] += sha512_hex("one") + "  data/a.txt\n"; },
       "bag-manifest"},
      {"a tag manifest that lacks a payload manifest",
       [](Files& f) { f["tagmanifest-sha512.txt"] = sha512_hex(f["bagit.txt"]) + "  bagit.txt\n"; },
       "bag-manifest"},
      {"a tag manifest that lists a tag manifest",
       [](Files& f) {
         f["tagmanifest-md5.txt"] = md5_hex(f["manifest-sha512.txt"]) + "  manifest-sha512.txt\n" +
                                    md5_hex(f["tagmanifest-sha512.txt"]) +
                                    "  tagmanifest-sha512.txt\n";
       },
       "bag-manifest"},
      {"a changed file", [](Files& f) { f["data/a.txt"] = "two"; }, "bag-digest"},
      {"a changed tag file", [](Files& f) { f["bag-info.txt"] += "Contact-Name: C\n"; },
       "bag-digest"},
      {"an absent file", [](Files& f) { f.erase("data/a.txt"); }, "bag-missing"},
      {"an absent tag file", [](Files& f) { f.erase("bag-info.txt"); }, "bag-missing"},
      {"a file too many", [](Files& f) { f["data/c.txt"] = ""; }, "bag-extra"},
      {"a file that is in one manifest of two",
       [](Files& f) {
         f["manifest-md5.txt"] = md5_hex("one") + "  data/a.txt\n";
         f["tagmanifest-sha512.txt"] += sha512_hex(f["manifest-md5.txt"]) + "  manifest-md5.txt\n";
       },
       "bag-extra"},
      {"a path that leads out",
       [](Files& f) { f["manifest-sha512.txt"] += sha512_hex("") + "  data/../../x\n"; },
       "bag-path"},
      {"an absolute path",
       [](Files& f) { f["manifest-sha512.txt"] += sha512_hex("") + "  /etc/passwd\n"; },
       "bag-path"},
      {"a path of a home folder",
       [](Files& f) { f["manifest-sha512.txt"] += sha512_hex("") + "  ~/x\n"; }, "bag-path"},
      {"a tag file in the payload manifest",
       [](Files& f) { f["manifest-sha512.txt"] += sha512_hex(f["bagit.txt"]) + "  bagit.txt\n"; },
       "bag-path"},
      {"another size of the payload",
       [](Files& f) {
         f["bag-info.txt"] = "Payload-Oxum: 6.2\n";
         seal(f);
       },
       "bag-info"},
      {"a line without a label",
       [](Files& f) {
         f["bag-info.txt"] += "nothing\n";
         seal(f);
       },
       "bag-info"},
      {"a file to be fetched",
       [](Files& f) {
         f["fetch.txt"] = "https://a.example/a 3 data/a.txt\n";
         seal(f);
         f.erase("data/a.txt");
       },
       "bag-fetch"},
      {"a fetched file that no manifest lists",
       [](Files& f) {
         f["fetch.txt"] = "https://a.example/a 3 data/none.txt\n";
         seal(f);
       },
       "bag-fetch"},
      {"a line of fetch.txt without a length",
       [](Files& f) {
         f["fetch.txt"] = "https://a.example/a data/a.txt\n";
         seal(f);
       },
       "bag-fetch"},
      {"a length that is no number",
       [](Files& f) {
         f["fetch.txt"] = "https://a.example/a much data/a.txt\n";
         seal(f);
       },
       "bag-fetch"},
      {"a fetched file outside",
       [](Files& f) {
         f["fetch.txt"] = "https://a.example/a - data/../a.txt\n";
         seal(f);
       },
       "bag-path"},
  };
}

TEST(VerifyBag, RefusesEachBrokenRule) {
  for (const Case& one : refused_cases()) {
    Files files = good_bag();
    one.change(files);
    EXPECT_TRUE(verdict(files).errors.contains(one.code)) << one.name << ": " << one.code;
  }
}

std::vector<Case> warned_cases() {
  return {
      {"a draft",
       [](Files& f) {
         f["bagit.txt"] = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n";
         f["data/b.txt"] = f["data/100%/b.txt"];
         f.erase("data/100%/b.txt");
         seal(f);
       },
       "bag-declaration"},
      {"md5sum's mark of binary files",
       [](Files& f) {
         std::string& text = f["manifest-sha512.txt"];
         text.replace(text.find("  data/a"), 2, " *");
         f["tagmanifest-sha512.txt"] = sha512_hex(text) + "  manifest-sha512.txt\n";
       },
       "bag-manifest"},
      {"a path that begins with ./",
       [](Files& f) {
         std::string& text = f["manifest-sha512.txt"];
         text.insert(text.find("data/a"), "./");
         f["tagmanifest-sha512.txt"] = sha512_hex(text) + "  manifest-sha512.txt\n";
       },
       "bag-manifest"},
      {"a decomposed name that is listed composed",
       [](Files& f) {
         f[std::string(nfc_name)] = "x";
         f["bag-info.txt"] = "Contact-Name: A\n";
         seal(f);
         f.erase(std::string(nfc_name));
         f[std::string(nfd_name)] = "x";
       },
       "bag-name"},
      {"names that differ in case",
       [](Files& f) {
         f["data/A.txt"] = "x";
         f["bag-info.txt"] = "Contact-Name: A\n";
         seal(f);
       },
       "bag-name"},
      {"no bag-info.txt",
       [](Files& f) {
         f.erase("bag-info.txt");
         seal(f);
       },
       "bag-info"},
  };
}

TEST(VerifyBag, AcceptsWithAWarning) {
  for (const Case& one : warned_cases()) {
    Files files = good_bag();
    one.change(files);
    const Verdict found = verdict(files);
    EXPECT_EQ(found.errors, Codes{}) << one.name;
    EXPECT_TRUE(found.warnings.contains(one.code)) << one.name << ": " << one.code;
  }
}

// What can be reported stands in finding_rules: each of the codes of bags needs a bag that breaks
// its rule.
TEST(VerifyBag, HasACaseForEachCode) {
  std::set<std::string> broken = {"bag-packing"};  // of packed bags: AsksForOneFolderInAPackedBag
  for (const auto& cases : {refused_cases(), warned_cases()}) {
    for (const Case& one : cases) broken.insert(one.code);
  }
  for (const FindingRule& rule : finding_rules) {
    if (rule.code.starts_with("bag-")) {
      EXPECT_TRUE(broken.contains(std::string(rule.code))) << rule.code;
    }
  }
}

TEST(VerifyBag, ComparesTheDigestOfANameInAnotherForm) {
  Files files = good_bag();
  files[std::string(nfc_name)] = "x";
  files["bag-info.txt"] = "Contact-Name: A\n";
  seal(files);
  files.erase(std::string(nfc_name));
  files[std::string(nfd_name)] = "y";
  EXPECT_EQ(verdict(files).errors, Codes{"bag-digest"});
}

TEST(VerifyBag, ReadsTagFilesInTheirEncoding) {
  Files files = {{"bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: ISO-8859-1\n"},
                 {std::string(nfc_name), "x"}};
  files["manifest-md5.txt"] = md5_hex("x") + "  data/caf\xE9.txt\n";
  EXPECT_EQ(verdict(files).errors, Codes{});
}

TEST(VerifyBag, RefusesLinks) {
  const TemporaryFolder folder;
  for (const auto& [path, octets] : good_bag()) folder.write(path, octets);
  fs::remove(folder / "data/a.txt");
  fs::create_symlink("/etc/passwd", folder / "data/a.txt");
  EXPECT_TRUE(verdict(folder.path()).errors.contains("bag-path"));
}

std::vector<ZipEntry> entries(const Files& files, const std::string& top) {
  std::vector<ZipEntry> result;
  for (const auto& [path, octets] : files) result.push_back({top + path, octets});
  return result;
}

TEST(VerifyBag, ReadsPackedBags) {
  const TemporaryFolder folder;
  Files files = good_bag();
  files[std::string(nfd_name)] = "x";
  files["bag-info.txt"] = "Contact-Name: A\n";
  seal(files);
  const std::string zip = folder.write("b.zip", *write_zip(entries(files, "b/")));
  const std::string tgz = folder.write("b.tgz", *write_tar_gz(entries(files, "b/")));
  for (const std::string& path : {zip, tgz}) EXPECT_EQ(verdict(path).errors, Codes{}) << path;
  EXPECT_EQ(verdict(tgz).warnings, Codes{});
  EXPECT_EQ(verdict(zip).warnings, Codes{"bag-name"});  // libarchive composes names of ZIP
  files["data/a.txt"] = "two";
  folder.write("b.zip", *write_zip(entries(files, "b/")));
  folder.write("b.tgz", *write_tar_gz(entries(files, "b/")));
  for (const std::string& path : {zip, tgz}) EXPECT_EQ(verdict(path).errors, Codes{"bag-digest"});
}

TEST(VerifyBag, AsksForOneFolderInAPackedBag) {
  const TemporaryFolder folder;
  EXPECT_TRUE(verdict(folder.write("flat.zip", *write_zip(entries(good_bag(), ""))))
                  .errors.contains("bag-packing"));
  std::vector<ZipEntry> twice = entries(good_bag(), "a/");
  for (ZipEntry& entry : entries(good_bag(), "b/")) twice.push_back(std::move(entry));
  EXPECT_TRUE(
      verdict(folder.write("two.tgz", *write_tar_gz(twice))).errors.contains("bag-packing"));
}

TEST(VerifyBag, NeverFailsOnDamagedFiles) {
  const TemporaryFolder folder;
  const std::string octets = *write_tar_gz(entries(good_bag(), "b/"));
  EXPECT_LT(octets.size(), 2000U);  // compressed, and nothing behind it
  for (std::size_t size = 0; size < octets.size(); size += 7) {
    EXPECT_FALSE(verdict(folder.write("cut.tgz", octets.substr(0, size))).errors.empty()) << size;
  }
  EXPECT_EQ(verify_bag(folder / "none").error().kind(), ErrorKind::unreadable);
}

// Tells of each bag below `suite` whether it is accepted: <version>/valid, invalid, warning and
// linux-only, as BagIt's conformance suite is laid out. Returns those that are judged otherwise
// than their folder says.
std::vector<std::string> misjudged_bags(const fs::path& suite, std::ostream& report) {
  std::vector<std::string> misjudged;
  for (const auto& version : fs::directory_iterator(suite)) {
    for (const std::string kind : {"valid", "linux-only", "warning", "invalid"}) {
      if (!fs::is_directory(version.path() / kind)) continue;
      for (const auto& bag : fs::directory_iterator(version.path() / kind)) {
        const std::string path = bag.path().string();
        const bool accepted = verdict(path).errors.empty();
        report << (accepted ? "accepted  " : "refused   ") << path << "\n";
        if (accepted == (kind == "invalid")) misjudged.push_back(path);
      }
    }
  }
  return misjudged;
}

// The suite, where the machine has it.
TEST(VerifyBag, AgreesWithTheBagItSuite) {
  const char* suite = std::getenv("PRESSMARK_BAGIT_SUITE");
  if (suite == nullptr) GTEST_SKIP() << "PRESSMARK_BAGIT_SUITE names no folder";
  EXPECT_EQ(misjudged_bags(suite, std::cout), std::vector<std::string>{});
}

TEST(VerifyBag, JudgesAFolderOfBags) {
  const TemporaryFolder folder;
  const auto add = [&](const std::string& place, const Files& files) {
    for (const auto& [path, octets] : files) folder.write(place + "/" + path, octets);
  };
  Files changed = good_bag();
  changed["data/a.txt"] = "two";
  add("v1.0/valid/good", good_bag());
  add("v1.0/invalid/changed", changed);
  std::ostringstream report;
  EXPECT_EQ(misjudged_bags(folder.path(), report), std::vector<std::string>{});
  EXPECT_NE(report.str().find("accepted  " + folder / "v1.0/valid/good"), std::string::npos);
  EXPECT_NE(report.str().find("refused   " + folder / "v1.0/invalid/changed"), std::string::npos);
  add("v1.0/warning/changed", changed);
  EXPECT_EQ(misjudged_bags(folder.path(), report),
            (std::vector<std::string>{folder / "v1.0/warning/changed"}));
}

}  // namespace
}  // namespace pressmark::archive
