// One damaged archive for each code that verification reports.
#include "converters/archive/verify.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "converters/archive/finding_codes.h"
#include "converters/archive/mets.h"
#include "converters/archive/ocfl.h"
#include "converters/archive/premis.h"
#include "converters/archive/store.h"
#include "converters/common/digest.h"
#include "tests/support/shared.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::archive {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// A root with one object of two versions, and ways to damage it.
class Fixture {
 public:
  Fixture() : object_(storage_path(object_digest("urn:uuid:1"))) {
    // Made once and copied: making waits for the disk.
    static const Sound sound;
    fs::copy(sound.folder.path(), folder_.path(), fs::copy_options::recursive);
  }

  const std::string& root() const { return folder_.path(); }
  std::string in_object(const std::string& name) const { return object_ + "/" + name; }
  void write(const std::string& name, const std::string& octets) { folder_.write(name, octets); }
  void remove(const std::string& name) { fs::remove_all(folder_ / name); }
  void rename(const std::string& from, const std::string& to) {
    fs::rename(folder_ / from, folder_ / to);
  }
  std::string read(const std::string& name) const { return read_file_octets(folder_ / name); }

  // Changes the newest inventory, with its copy in the version's folder and both sidecars.
  void change_inventory(const std::function<void(Json&)>& change) {
    write_inventory({"", "v2/"}, change);
  }
  // Changes the inventory of the first version only.
  void change_first_inventory(const std::function<void(Json&)>& change) {
    write_inventory({"v1/"}, change);
  }

  // The object with versions named by three digits, in all of its inventories.
  void pad_version_names() {
    for (const char* number : {"1", "2"}) {
      rename(in_object("v" + std::string(number)), in_object("v00" + std::string(number)));
    }
    const auto pad = [](Json& j) {
      std::string text = j.dump();
      for (const char* number : {"1", "2"}) {
        const std::string name = "v" + std::string(number);
        const std::string padded = "v00" + std::string(number);
        for (const auto& [from, to] : {std::pair{"\"" + name + "\"", "\"" + padded + "\""},
                                       std::pair{"\"" + name + "/", "\"" + padded + "/"}}) {
          for (std::size_t at = text.find(from); at != std::string::npos;
               at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
          }
        }
      }
      j = Json::parse(text);
    };
    write_inventory({"v001/"}, pad);
    write_inventory({"", "v002/"}, pad);
  }

  // The newest inventory with sha256 where it had sha512.
  void use_sha256() {
    Json inventory = Json::parse(read(in_object("inventory.json")));
    inventory["digestAlgorithm"] = "sha256";
    const auto changed = [&](const Json& block) {
      Json with_sha256 = Json::object();
      for (const auto& [digest, paths] : block.items()) {
        const std::string path = inventory["manifest"][digest][0];
        with_sha256[sha256_hex(read(in_object(path)))] = paths;
      }
      return with_sha256;
    };
    for (auto& version : inventory["versions"]) version["state"] = changed(version["state"]);
    inventory["manifest"] = changed(inventory["manifest"]);
    const std::string text = inventory.dump();
    for (const std::string folder : {"", "v2/"}) {
      remove(in_object(folder + "inventory.json.sha512"));
      write(in_object(folder + "inventory.json"), text);
      write(in_object(folder + "inventory.json.sha256"), sha256_hex(text) + " inventory.json\n");
    }
  }

  // A third version that has no content of its own, in an empty folder.
  void add_version_without_content() {
    fs::create_directories(root() + "/" + in_object("v3/content"));
    for (const char* name : {"inventory.json", "inventory.json.sha512"}) {
      fs::copy_file(folder_ / in_object("v2/" + std::string(name)),
                    folder_ / in_object("v3/" + std::string(name)));
    }
    write_inventory({"", "v3/"}, [](Json& j) {
      j["versions"]["v3"] = j["versions"]["v2"];
      j["head"] = "v3";
    });
  }

  std::set<std::string> codes() const {
    std::set<std::string> codes;
    const auto verification = verify_root(root(), 1);
    if (!verification) return {"unreadable"};
    for (const Finding& finding : verification->findings) codes.insert(finding.code);
    return codes;
  }

 private:
  struct Sound {
    Sound() {
      auto store = Store::open_or_make(folder.path());
      for (const char* text : {"one", "two"}) {
        EXPECT_TRUE(store->commit({"urn:uuid:1",
                                   "2026-10-12T08:30:00Z",
                                   "Archived",
                                   "Pressmark",
                                   "urn:uuid:2",
                                   {{"source/a.txt", text}, {"tei/a.xml", "tei"}},
                                   {}}));
      }
    }
    TemporaryFolder folder;
  };

  void write_inventory(const std::vector<std::string>& folders,
                       const std::function<void(Json&)>& change) {
    Json inventory = Json::parse(read(in_object(folders.front() + "inventory.json")));
    change(inventory);
    const std::string text = inventory.dump();
    for (const std::string& folder : folders) {
      write(in_object(folder + "inventory.json"), text);
      write(in_object(folder + "inventory.json.sha512"), sha512_hex(text) + " inventory.json\n");
    }
  }

  TemporaryFolder folder_;
  std::string object_;
};

struct Damage {
  std::string code;
  std::function<void(Fixture&)> make;
};

std::vector<Damage> damages() {
  const auto inventory = [](std::string code, std::function<void(Json&)> change) {
    return Damage{std::move(code), [change](Fixture& f) { f.change_inventory(change); }};
  };
  const auto first = [](std::string code, std::function<void(Json&)> change) {
    return Damage{std::move(code), [change](Fixture& f) { f.change_first_inventory(change); }};
  };
  const std::string one = sha512_hex("one");
  const std::string two = sha512_hex("two");
  return {
      // The object's folder.
      {"E001", [](Fixture& f) { f.write(f.in_object("letter.txt"), "x"); }},
      {"E003", [](Fixture& f) { f.remove(f.in_object("0=ocfl_object_1.1")); }},
      {"E003", [](Fixture& f) { f.write(f.in_object("0=ocfl_object_1.0"), "ocfl_object_1.0\n"); }},
      {"E006", [](Fixture& f) { f.write(f.in_object("0=bagit"), "bagit\n"); }},
      {"E007", [](Fixture& f) { f.write(f.in_object("0=ocfl_object_1.1"), "ocfl_object_1.1"); }},
      {"E015", [](Fixture& f) { f.write(f.in_object("v1/letter.txt"), "x"); }},
      {"E023", [](Fixture& f) { f.write(f.in_object("v1/content/more.txt"), "x"); }},
      {"E024",
       [](Fixture& f) {
         fs::create_directories(f.root() + "/" + f.in_object("v1/content/empty"));
       }},
      {"E046", [](Fixture& f) { f.remove(f.in_object("v1")); }},
      {"E046", [](Fixture& f) { f.write(f.in_object("v3/content/a"), "x"); }},
      {"E058", [](Fixture& f) { f.remove(f.in_object("inventory.json.sha512")); }},
      {"E060",
       [](Fixture& f) {
         f.write(f.in_object("inventory.json.sha512"), std::string(128, '0') + " inventory.json\n");
       }},
      {"E061", [](Fixture& f) { f.write(f.in_object("inventory.json.sha512"), "nonsense\n"); }},
      {"E063", [](Fixture& f) { f.remove(f.in_object("inventory.json")); }},
      {"E063", [](Fixture& f) { f.write(f.in_object("inventory.json"), ""); }},
      {"E064", [](Fixture& f) { f.write(f.in_object("v2/inventory.json"), "{}"); }},
      {"E067", [](Fixture& f) { f.write(f.in_object("extensions/letter.txt"), "x"); }},
      {"E090",
       [](Fixture& f) {
         fs::create_symlink("a.txt", f.root() + "/" + f.in_object("v1/content/source/link"));
       }},
      {"E090",  // a link in place of an object
       [](Fixture& f) {
         fs::create_directories(f.root() + "/abc/def/012");
         fs::create_directory_symlink(f.root() + "/" + f.in_object(""),
                                      f.root() + "/abc/def/012/link");
       }},
      {"E090", [](Fixture& f) { fs::create_symlink("nowhere", f.root() + "/link"); }},
      {"E090",
       [](Fixture& f) {
         f.rename(f.in_object("v1/content"), "extensions/elsewhere");
         fs::create_directory_symlink(f.root() + "/extensions/elsewhere",
                                      f.root() + "/" + f.in_object("v1/content"));
       }},
      {"E090",
       [](Fixture& f) {
         f.rename(f.in_object("inventory.json.sha512"), "sidecar");
         fs::create_symlink(f.root() + "/sidecar",
                            f.root() + "/" + f.in_object("inventory.json.sha512"));
       }},
      {"E092", [](Fixture& f) { f.write(f.in_object("v1/content/source/a.txt"), "ONE"); }},
      {"E092", [](Fixture& f) { f.remove(f.in_object("v1/content/source/a.txt")); }},
      {"W002", [](Fixture& f) { f.write(f.in_object("v1/more/a.txt"), "x"); }},
      {"W010",
       [](Fixture& f) {
         f.remove(f.in_object("v1/inventory.json"));
         f.remove(f.in_object("v1/inventory.json.sha512"));
       }},
      {"W013", [](Fixture& f) { f.write(f.in_object("extensions/mine/a"), "x"); }},
      // The inventory by itself.
      {"E033", [](Fixture& f) { f.write(f.in_object("inventory.json"), "{"); }},
      inventory("E008", [](Json& j) { j["versions"] = Json::object(); }),
      inventory("E009", [](Json& j) { j["versions"].erase("v1"); }),
      inventory("E010",
                [](Json& j) {
                  j["versions"]["v4"] = j["versions"]["v2"];
                  j["head"] = "v4";
                }),
      inventory("E012",
                [](Json& j) {
                  j["versions"]["v0002"] = j["versions"]["v2"];
                  j["versions"].erase("v2");
                }),
      inventory("E017", [](Json& j) { j["contentDirectory"] = "a/b"; }),
      inventory("E018", [](Json& j) { j["contentDirectory"] = ".."; }),
      inventory("E025", [](Json& j) { j["digestAlgorithm"] = "md5"; }),
      inventory("E036", [](Json& j) { j.erase("id"); }),
      inventory("E037", [](Json& j) { j["id"] = ""; }),
      inventory("E038", [](Json& j) { j["type"] = "https://example.org/"; }),
      inventory("E038", [](Json& j) { j["type"] = "https://ocfl.io/1.0/spec/#inventory"; }),
      inventory("E040", [](Json& j) { j["head"] = "v1"; }),
      inventory("E040", [](Json& j) { j["head"] = 2; }),
      inventory("E041", [](Json& j) { j.erase("manifest"); }),
      inventory("E042", [two](Json& j) { j["manifest"][two][0] = "elsewhere/a.txt"; }),
      inventory("E043", [](Json& j) { j.erase("versions"); }),
      inventory("E044", [](Json& j) { j["versions"] = 3; }),
      inventory("E046", [](Json& j) { j["versions"]["second"] = j["versions"]["v2"]; }),
      inventory("E047", [](Json& j) { j["versions"]["v2"] = 3; }),
      inventory("E048", [](Json& j) { j["versions"]["v2"].erase("created"); }),
      inventory("E049", [](Json& j) { j["versions"]["v2"]["created"] = "2026-10-12"; }),
      inventory("E049", [](Json& j) { j["versions"]["v2"]["created"] = "2026-10-12T08:30:00"; }),
      inventory("E050", [one](Json& j) { j["manifest"].erase(one); }),
      inventory("E051", [two](Json& j) { j["versions"]["v2"]["state"][two] = "a.txt"; }),
      inventory("E052", [two](Json& j) { j["versions"]["v2"]["state"][two][0] = "../a"; }),
      inventory("E053", [two](Json& j) { j["versions"]["v2"]["state"][two][0] = "/a"; }),
      inventory("E054", [](Json& j) { j["versions"]["v2"]["user"] = Json::object(); }),
      inventory("E056", [](Json& j) { j["fixity"]["rot13"] = Json::object(); }),
      inventory("E057", [](Json& j) { j["fixity"]["md5"] = 3; }),
      inventory("E057",
                [](Json& j) { j["fixity"]["md5"][std::string(32, '0')] = {"v1/content/none"}; }),
      inventory("E092", [one](Json& j) { j["manifest"][one] = "v1/content/source/a.txt"; }),
      inventory(
          "E093",
          [](Json& j) { j["fixity"]["md5"][std::string(32, '0')] = {"v1/content/source/a.txt"}; }),
      inventory("E094", [](Json& j) { j["versions"]["v2"]["message"] = 3; }),
      inventory("E095", [two](Json& j) { j["versions"]["v2"]["state"][two] = {"tei/a.xml/b"}; }),
      inventory("E096",
                [one](Json& j) {
                  std::string upper = one;
                  for (char& c : upper)
                    c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
                  j["manifest"][upper] = {"v1/content/source/b.txt"};
                }),
      inventory("E097",
                [](Json& j) {
                  j["fixity"]["md5"][std::string(32, 'a')] = Json::array();
                  j["fixity"]["md5"][std::string(32, 'A')] = Json::array();
                }),
      inventory("E099", [one](Json& j) { j["manifest"][one][0] = "v1/content/../a.txt"; }),
      inventory("E100", [one](Json& j) { j["manifest"][one][0] = "/v1/content/a.txt"; }),
      inventory("E101", [one](Json& j) { j["manifest"][one].push_back("v1/content/tei/a.xml"); }),
      inventory("E102", [](Json& j) { j["colour"] = "red"; }),
      inventory("E106", [](Json& j) { j["manifest"] = 3; }),
      inventory("E107",
                [](Json& j) { j["manifest"][std::string(128, '0')] = {"v1/content/none"}; }),
      inventory("E111", [](Json& j) { j["fixity"] = 3; }),
      {"W005",
       [](Fixture& f) {
         f.remove("extensions");  // with another layout than ours, the id may be anything
         f.change_inventory([](Json& j) { j["id"] = "no uri"; });
         f.change_first_inventory([](Json& j) { j["id"] = "no uri"; });
       }},
      inventory("W007", [](Json& j) { j["versions"]["v2"].erase("message"); }),
      inventory("W008", [](Json& j) { j["versions"]["v2"]["user"].erase("address"); }),
      inventory("W009", [](Json& j) { j["versions"]["v2"]["user"]["address"] = "me"; }),
      // The inventories of earlier versions.
      first("E019", [](Json& j) { j["contentDirectory"] = "files"; }),
      first("E066", [one](Json& j) { j["versions"]["v1"]["state"][one][0] = "other.txt"; }),
      first("E110", [](Json& j) { j["id"] = "urn:uuid:2"; }),
      first("W011", [](Json& j) { j["versions"]["v1"]["message"] = "Other"; }),
      {"E103",
       [](Fixture& f) {
         f.change_inventory([](Json& j) { j["type"] = "https://ocfl.io/1.0/spec/#inventory"; });
         f.rename(f.in_object("0=ocfl_object_1.1"), f.in_object("0=ocfl_object_1.0"));
         f.write(f.in_object("0=ocfl_object_1.0"), "ocfl_object_1.0\n");
       }},
      {"W001", [](Fixture& f) { f.pad_version_names(); }},
      {"W003", [](Fixture& f) { f.add_version_without_content(); }},
      {"W004", [](Fixture& f) { f.use_sha256(); }},
      // The root.
      {"E069", [](Fixture& f) { f.remove("0=ocfl_1.1"); }},
      {"E070", [](Fixture& f) { f.write("ocfl_layout.json", "{}"); }},
      {"E072", [](Fixture& f) { f.write("abc/letter.txt", "x"); }},
      {"E073", [](Fixture& f) { fs::create_directories(f.root() + "/abc/def"); }},
      {"E076", [](Fixture& f) { f.write("0=ocfl_1.0", "ocfl_1.0\n"); }},
      {"E079", [](Fixture& f) { f.write("0=ocfl_9.9", "ocfl_9.9\n"); }},
      {"E080", [](Fixture& f) { f.write("0=ocfl_1.1", "something else"); }},
      {"E083",
       [](Fixture& f) {
         fs::create_directories(f.root() + "/elsewhere");
         const std::string object = f.in_object("");
         f.rename(object.substr(0, object.size() - 1), "elsewhere/object");
       }},
      {"E088",
       [](Fixture& f) {
         std::string folder = "aaa";
         for (int depth = 0; depth < 110; ++depth) folder += "/a";
         f.write(folder + "/letter.txt", "x");
       }},
      {"E112", [](Fixture& f) { f.write("extensions/letter.txt", "x"); }},
      {"W016", [](Fixture& f) { f.write("extensions/mine/a", "x"); }},
  };
}

TEST(Verify, FindsNothingInASoundArchive) {
  const Fixture fixture;
  EXPECT_EQ(fixture.codes(), std::set<std::string>{});
  const auto verification = verify_root(fixture.root(), 3);
  ASSERT_TRUE(verification);
  EXPECT_TRUE(verification->is_valid());
  EXPECT_EQ(verification->objects, 1U);
  EXPECT_EQ(verification->files, 3U);
  EXPECT_EQ(verification->bytes, 9U);
}

TEST(Verify, FindsEachDamage) {
  for (const Damage& damage : damages()) {
    Fixture fixture;
    damage.make(fixture);
    const std::set<std::string> codes = fixture.codes();
    EXPECT_TRUE(codes.contains(damage.code))
        << damage.code << " is missing in " << testing::PrintToString(codes);
    if (!damage.code.starts_with('W')) continue;
    EXPECT_TRUE(std::ranges::none_of(codes, [](const auto& code) { return code[0] == 'E'; }))
        << damage.code << " comes with errors: " << testing::PrintToString(codes);
  }
}

// What can be reported stands in finding_rules (other codes do not compile): each of OCFL's codes
// needs a root that breaks its rule.
TEST(Verify, HasADamageForEachCode) {
  std::set<std::string> damaged;
  for (const Damage& damage : damages()) damaged.insert(damage.code);
  for (const FindingRule& rule : finding_rules) {
    const bool is_of_ocfl = rule.code.starts_with('E') || rule.code.starts_with('W');
    EXPECT_TRUE(!is_of_ocfl || damaged.contains(std::string(rule.code))) << rule.code;
    EXPECT_FALSE(rule.rule.empty()) << rule.code;
  }
}

TEST(Verify, KnowsAnObjectFromARoot) {
  Fixture fixture;
  const std::string object = fixture.root() + "/" + fixture.in_object("");
  EXPECT_TRUE(is_object_folder(object));
  EXPECT_FALSE(is_object_folder(fixture.root()));
  EXPECT_FALSE(is_object_folder(object + "v1/content"));
  EXPECT_EQ(verify_root(object, 1).error().kind(), ErrorKind::unreadable);
  EXPECT_TRUE(verify_object(object, "object").is_valid());
}

TEST(Verify, NeedsARoot) {
  const TemporaryFolder folder;
  EXPECT_EQ(verify_root(folder.path(), 1).error().kind(), ErrorKind::unreadable);
  EXPECT_EQ(verify_root(folder / "none", 1).error().kind(), ErrorKind::unreadable);
}

TEST(Verify, SurvivesHostileInventories) {
  for (const char* text : {"[]", "null", "{\"versions\":{\"v1\":{\"state\":[]}}}",
                           "{\"manifest\":{\"\":[\"\"]},\"versions\":{\"v1\":null}}",
                           "{\"id\":3,\"head\":{},\"type\":[],\"fixity\":{\"md5\":{\"a\":[1]}}}",
                           "{\"contentDirectory\":\"..\",\"versions\":{\"v999999999\":{}}}"}) {
    Fixture fixture;
    fixture.write(fixture.in_object("inventory.json"), text);
    EXPECT_FALSE(verify_root(fixture.root(), 1)->is_valid()) << text;
  }
}

// Findings of a version that has these METS and PREMIS documents beside "source/a" (octets "a").
std::set<std::string> metadata_codes(const std::string& mets, const std::string& premis) {
  const TemporaryFolder folder;
  auto store = Store::open_or_make(folder / "root");
  EXPECT_TRUE(store->commit(
      {"urn:example:1",
       "2026-10-12T08:30:00Z",
       "m",
       "u",
       "urn:u",
       {{"source/a", "a"}, {"metadata/mets.xml", mets}, {"metadata/premis.xml", premis}},
       {}}));
  std::set<std::string> codes;
  const auto verification = verify_root(folder / "root", 1);
  for (const Finding& finding : verification->findings) {
    if (finding.code != "W016") codes.insert(finding.code);
  }
  return codes;
}

TEST(Verify, ReadsMetsAndPremis) {
  using Codes = std::set<std::string>;
  const PremisAgent agent{"urn:u", "Pressmark", "1"};
  const PremisFile file{"source/a", "text/plain", sha512_hex("a"), 1, {}};
  const std::string premis = premis_xml("urn:example:1", {file}, {}, agent);
  const PremisFile events{"metadata/premis.xml", "", sha512_hex(premis), premis.size(), {}};
  const auto mets = [&](const std::string& id, const std::vector<PremisFile>& files) {
    return mets_xml(id, "A", "2026-10-12T08:30:00Z", files, agent);
  };
  const std::string good = mets("urn:example:1", {file, events});
  EXPECT_EQ(metadata_codes(good, premis), Codes{});
  PremisFile changed = file;
  changed.sha512 = sha512_hex("b");
  PremisFile absent = file;
  absent.path = "source/b";
  EXPECT_EQ(metadata_codes(mets("urn:example:1", {changed, events}), premis), Codes{"mets"});
  EXPECT_EQ(metadata_codes(mets("urn:example:1", {file, absent, events}), premis), Codes{"mets"});
  EXPECT_EQ(metadata_codes(mets("urn:example:1", {events}), premis), Codes{"mets"});
  EXPECT_EQ(metadata_codes(mets("urn:example:2", {file, events}), premis), Codes{"mets"});
  PremisFile longer = file;
  longer.bytes = 2;
  EXPECT_EQ(metadata_codes(mets("urn:example:1", {longer, events}), premis), Codes{"mets"});
  std::string without_digest = good;
  without_digest.replace(without_digest.find(" CHECKSUMTYPE=\"SHA-512\""), 23, "");
  EXPECT_EQ(metadata_codes(without_digest, premis), Codes{"mets"});
  std::string without_pointer = good;
  without_pointer.replace(without_pointer.find("FILEID=\"file-1\""), 15, "FILEID=\"file-7\"");
  EXPECT_EQ(metadata_codes(without_pointer, premis), Codes{"mets"});
  EXPECT_EQ(metadata_codes(good.substr(0, good.size() / 2), premis), Codes{"mets"});
  EXPECT_EQ(metadata_codes("<mets/>", premis), Codes{"mets"});
  for (const std::string& bad : {premis_xml("urn:example:1", {changed}, {}, agent),
                                 premis_xml("urn:example:1", {absent}, {}, agent),
                                 std::string("<premis/>"), std::string("<premis")}) {
    const PremisFile described{"metadata/premis.xml", "", sha512_hex(bad), bad.size(), {}};
    EXPECT_EQ(metadata_codes(mets("urn:example:1", {file, described}), bad), Codes{"premis"})
        << bad;
  }
}

// Tells of each fixture below `folder` whether it is accepted: <version>/good-objects, warn-objects
// and bad-objects, and the same with -roots, as the OCFL specification's own are laid out. Returns
// those that are judged otherwise than their folder says.
std::vector<std::string> misjudged_fixtures(const fs::path& folder, std::ostream& report) {
  std::vector<std::string> misjudged;
  for (const char* version : {"1.0", "1.1"}) {
    for (const std::string kind :
         {"good-objects", "warn-objects", "bad-objects", "good-roots", "warn-roots", "bad-roots"}) {
      const fs::path fixtures = folder / version / kind;
      if (!fs::is_directory(fixtures)) continue;
      for (const auto& fixture : fs::directory_iterator(fixtures)) {
        const std::string path = fixture.path().string();
        const auto verification = kind.ends_with("-roots")
                                      ? verify_root(path, 1)
                                      : Result<Verification>(verify_object(path, "object"));
        const bool accepted = verification && verification->is_valid();
        report << (accepted ? "accepted  " : "refused   ") << path << "\n";
        if (accepted == kind.starts_with("bad-")) misjudged.push_back(path);
      }
    }
  }
  return misjudged;
}

// The fixtures of the OCFL specification, where the machine has them.
TEST(Verify, AgreesWithTheOcflFixtures) {
  const char* folder = std::getenv("PRESSMARK_OCFL_FIXTURES");
  if (folder == nullptr) GTEST_SKIP() << "PRESSMARK_OCFL_FIXTURES names no folder";
  EXPECT_EQ(misjudged_fixtures(folder, std::cout), std::vector<std::string>{});
}

TEST(Verify, JudgesAFolderOfFixtures) {
  const TemporaryFolder folder;
  const auto add = [&](const std::string& place, const std::function<void(Fixture&)>& change) {
    Fixture fixture;
    change(fixture);
    const bool is_root = place.find("-roots/") != std::string::npos;
    fs::create_directories(fs::path(folder / place).parent_path());
    fs::copy(is_root ? fixture.root() : fixture.root() + "/" + fixture.in_object(""),
             folder / place, fs::copy_options::recursive);
  };
  const auto nothing = [](Fixture&) {};
  const auto letter = [](Fixture& f) { f.write(f.in_object("letter.txt"), "x"); };
  add("1.1/good-objects/sound", nothing);
  add("1.1/warn-objects/padded", [](Fixture& f) { f.pad_version_names(); });
  add("1.1/bad-objects/letter", letter);
  add("1.1/good-roots/sound", nothing);
  add("1.1/bad-roots/undeclared", [](Fixture& f) { f.remove("0=ocfl_1.1"); });
  std::ostringstream report;
  EXPECT_EQ(misjudged_fixtures(folder.path(), report), std::vector<std::string>{});
  EXPECT_NE(report.str().find("accepted  " + folder / "1.1/good-roots/sound"), std::string::npos);
  EXPECT_NE(report.str().find("refused   " + folder / "1.1/bad-objects/letter"), std::string::npos);
  add("1.1/good-objects/letter", letter);
  add("1.1/bad-roots/sound", nothing);
  EXPECT_EQ(misjudged_fixtures(folder.path(), report),
            (std::vector<std::string>{folder / "1.1/good-objects/letter",
                                      folder / "1.1/bad-roots/sound"}));
}

}  // namespace
}  // namespace pressmark::archive
