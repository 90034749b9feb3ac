#include "converters/archive/repair.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "converters/archive/ocfl.h"
#include "converters/archive/store.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::archive {
namespace {

namespace fs = std::filesystem;

const std::string id = "urn:a";
const std::string object = storage_path(object_digest(id));

class Repair : public testing::Test {
 protected:
  void SetUp() override {
    auto store = Store::open_or_make(root());
    ASSERT_TRUE(store) << store.error().message();
    for (const char* text : {"one", "two"}) commit(*store, id, text);
    commit(*store, "urn:b", "other");
  }

  void commit(Store& store, const std::string& object_id, const std::string& text) {
    const auto committed = store.commit({object_id,
                                         "2026-10-12T08:30:00Z",
                                         "Archived",
                                         "Pressmark",
                                         "urn:uuid:2",
                                         {{"source/a.txt", text}, {"tei/a.xml", "tei"}},
                                         {}});
    ASSERT_TRUE(committed) << committed.error().message();
  }

  std::string root() const { return folder_ / "root"; }
  std::string place(const std::string& path) const { return root() + "/" + object + "/" + path; }
  void write(const std::string& path, const std::string& octets) {
    folder_.write("root/" + path, octets);
  }
  void write_in_object(const std::string& path, const std::string& octets) {
    write(object + "/" + path, octets);
  }
  // Every octet string below the root, to tell that none was lost.
  std::multiset<std::string> contents() const {
    std::multiset<std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(root())) {
      const bool is_log = entry.path().filename() == "log.ndjson";
      if (entry.is_regular_file() && !entry.is_symlink() && !is_log)
        all.insert(read_file_octets(entry.path().string()));
    }
    return all;
  }

  RepairReport repair() {
    const auto before = contents();
    const auto report = repair_root(root(), "2026-10-13T00:00:00Z", "test");
    EXPECT_TRUE(report) << report.error().message();
    const auto after = contents();
    EXPECT_TRUE(std::ranges::includes(after, before)) << "an octet was lost";
    EXPECT_FALSE(fs::exists(root() + "/extensions/pressmark-staging"));
    return report ? *report : RepairReport();
  }

  std::vector<std::string> errors() const {
    std::vector<std::string> codes;
    const auto verification = verify_root(root(), 1);
    if (!verification) return {verification.error().message()};
    for (const Finding& finding : verification->findings) {
      if (finding.level == Finding::Level::error) codes.push_back(finding.code);
    }
    return codes;
  }

  int head() const { return (**Store::open(root())->find(id)).head(); }

  TemporaryFolder folder_;
};

bool has_action(const RepairReport& report, const std::string& kind, const std::string& path) {
  return std::ranges::any_of(report.actions, [&](const RepairAction& action) {
    return action.kind == kind && action.path == path;
  });
}

TEST_F(Repair, LeavesAGoodArchiveAlone) {
  const std::string before = tree_listing(root());
  const RepairReport report = repair();
  EXPECT_TRUE(report.actions.empty());
  EXPECT_EQ(report.objects, 2U);
  EXPECT_EQ(tree_listing(root()), before);
}

TEST_F(Repair, BringsBackADamagedInventory) {
  for (const char* octets : {"", "{\"id\":", "nonsense"}) {
    write_in_object("inventory.json", octets);
    EXPECT_FALSE(errors().empty());
    const RepairReport report = repair();
    EXPECT_TRUE(has_action(report, "restored", object + "/inventory.json")) << octets;
    EXPECT_TRUE(errors().empty()) << octets;
    EXPECT_EQ(head(), 2);
  }
  fs::remove(place("inventory.json"));
  repair();
  EXPECT_TRUE(errors().empty());
}

TEST_F(Repair, BringsBackSidecarsAndDeclaration) {
  fs::remove(place("inventory.json.sha512"));
  write_in_object("v2/inventory.json.sha512", "0 inventory.json\n");
  write_in_object("0=ocfl_object_1.1", "");
  write_in_object("0=ocfl_object_1.0", "ocfl_object_1.0\n");
  repair();
  EXPECT_TRUE(errors().empty());
}

TEST_F(Repair, RollsACompleteVersionForward) {
  for (const char* name : {"inventory.json", "inventory.json.sha512"}) {
    fs::copy_file(place(std::string("v1/") + name), place(name),
                  fs::copy_options::overwrite_existing);
  }
  EXPECT_EQ(head(), 1);
  const RepairReport report = repair();
  EXPECT_TRUE(has_action(report, "rolled-forward", object + "/inventory.json"));
  EXPECT_TRUE(errors().empty());
  EXPECT_EQ(head(), 2);
}

TEST_F(Repair, SetsAnIncompleteVersionAside) {
  for (const char* name : {"inventory.json", "inventory.json.sha512"}) {
    fs::copy_file(place(std::string("v1/") + name), place(name),
                  fs::copy_options::overwrite_existing);
  }
  fs::remove(place("v2/content/source/a.txt"));
  const RepairReport report = repair();
  EXPECT_TRUE(has_action(report, "quarantined", object + "/v2"));
  EXPECT_TRUE(errors().empty());
  EXPECT_EQ(head(), 1);
}

TEST_F(Repair, SetsAsideWhatBelongsNowhere) {
  write("abc/letter.txt", "mine");
  write_in_object("letter.txt", "mine, too");
  write_in_object("v1/letter.txt", "a third");
  write_in_object("v1/content/source/letter.txt", "a fourth");
  fs::create_directories(place("v2/content/empty/folders"));
  fs::create_directories(root() + "/fff/eee");
  fs::create_symlink("a.txt", place("v2/content/source/link"));
  repair();
  EXPECT_TRUE(errors().empty());
  EXPECT_EQ(read_file_octets(root() + "/extensions/pressmark-quarantine/1/abc/letter.txt"), "mine");
  EXPECT_FALSE(fs::exists(root() + "/fff"));
}

TEST_F(Repair, SetsAsideAnObjectThatNothingDescribes) {
  for (const char* folder : {"", "v1/", "v2/"}) {
    write_in_object(std::string(folder) + "inventory.json", "");
  }
  const RepairReport report = repair();
  EXPECT_TRUE(has_action(report, "quarantined", object));
  EXPECT_TRUE(errors().empty());
}

TEST_F(Repair, DropsADamagedInventoryOfAnOlderVersion) {
  write_in_object("v1/inventory.json", "{}");
  repair();
  EXPECT_TRUE(errors().empty());
  EXPECT_EQ(head(), 2);
}

TEST_F(Repair, TellsContentThatIsGone) {
  write_in_object("v2/content/source/a.txt", "damaged");
  const RepairReport report = repair();
  ASSERT_FALSE(report.remaining.empty());
  EXPECT_EQ(report.remaining[0].code, "E092");
  EXPECT_EQ(head(), 2) << "a version that was acknowledged stays in the inventory";
}

TEST_F(Repair, BringsBackAHiddenObject) {
  const std::string work = root() + "/extensions/pressmark-staging/" + object_digest(id);
  fs::create_directories(work);
  fs::rename(root() + "/" + object, work + "/previous");
  folder_.write("root/extensions/pressmark-staging/" + object_digest(id) + "/object/v3", "half");
  const RepairReport report = repair();
  EXPECT_TRUE(has_action(report, "restored", object));
  EXPECT_TRUE(errors().empty());
  EXPECT_EQ(head(), 2);
}

TEST_F(Repair, MovesAnObjectToThePlaceOfItsId) {
  for (const std::string& wrong : {storage_path(object_digest("urn:elsewhere")),
                                   std::string("somewhere/else"), std::string("alone")}) {
    fs::create_directories(fs::path(root() + "/" + wrong).parent_path());
    fs::rename(root() + "/" + object, root() + "/" + wrong);
    EXPECT_FALSE(errors().empty()) << wrong;
    const RepairReport report = repair();
    EXPECT_TRUE(has_action(report, "moved", wrong)) << wrong;
    EXPECT_TRUE(errors().empty()) << wrong;
    EXPECT_EQ(head(), 2) << wrong;
  }
}

TEST_F(Repair, SetsAsideASecondObjectOfAnId) {
  fs::create_directories(root() + "/copies");
  fs::copy(root() + "/" + object, root() + "/copies/one", fs::copy_options::recursive);
  const RepairReport report = repair();
  EXPECT_TRUE(has_action(report, "quarantined", "copies/one"));
  EXPECT_TRUE(errors().empty());
}

TEST_F(Repair, BringsBackTheFilesOfTheRoot) {
  fs::remove(root() + "/0=ocfl_1.1");
  write("0=ocfl_1.0", "ocfl_1.0\n");
  write("ocfl_layout.json", "{}");
  const RepairReport report = repair();
  EXPECT_TRUE(has_action(report, "restored", "0=ocfl_1.1"));
  EXPECT_TRUE(has_action(report, "restored", "ocfl_layout.json"));
  EXPECT_TRUE(errors().empty());
  write("0=ocfl_1.1", "nonsense");
  repair();
  EXPECT_TRUE(errors().empty());
}

TEST_F(Repair, RemovesEmptyFoldersAndLinksAnywhere) {
  fs::create_directories(root() + "/mine/empty/folders");
  fs::create_directory_symlink(root() + "/" + object, root() + "/link");
  fs::create_directory_symlink(root() + "/" + object, root() + "/abc");
  repair();
  EXPECT_TRUE(errors().empty());
  EXPECT_FALSE(fs::exists(root() + "/mine"));
}

// Whatever verification finds, repair tells or mends.
TEST_F(Repair, TellsWhatVerificationTells) {
  write_in_object("v2/content/source/a.txt", "damaged");
  write("extensions/letter.txt", "x");
  const RepairReport report = repair();
  std::vector<std::string> codes;
  for (const Finding& finding : report.remaining) codes.push_back(finding.code);
  EXPECT_EQ(codes, errors());
  EXPECT_FALSE(codes.empty());
}

TEST_F(Repair, SaysThatItMayNotWrite) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can become somebody else";
  write_in_object("letter.txt", "mine");
  fs::permissions(folder_.path(), fs::perms(0755));
  ASSERT_EQ(::seteuid(65534), 0);
  const auto report = repair_root(root(), "2026-10-13T00:00:00Z", "test");
  ASSERT_EQ(::seteuid(0), 0);
  ASSERT_FALSE(report);
  EXPECT_NE(report.error().message().find("permission denied"), std::string::npos)
      << report.error().message();
}

TEST_F(Repair, LogsEachAction) {
  write_in_object("letter.txt", "mine");
  const RepairReport report = repair();
  ASSERT_EQ(report.actions.size(), 1U);
  EXPECT_EQ(read_file_octets(root() + "/extensions/pressmark-quarantine/log.ndjson"),
            "{\"time\":\"2026-10-13T00:00:00Z\",\"program\":\"test\",\"action\":\"quarantined\","
            "\"path\":\"" +
                object + "/letter.txt\",\"to\":\"" + report.actions[0].to +
                "\",\"reason\":\"no part of an object\"}\n");
}

TEST_F(Repair, RefusesWhatIsNoArchive) { EXPECT_FALSE(repair_root(folder_.path(), "", "")); }

}  // namespace
}  // namespace pressmark::archive
