#include "converters/archive/store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <thread>

#include "converters/archive/object_lock.h"
#include "converters/archive/ocfl.h"
#include "converters/archive/verify.h"
#include "converters/common/digest.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::archive {
namespace {

namespace fs = std::filesystem;

NewVersion version_of(const std::string& id, std::vector<ArchivedFile> files) {
  return {id,           "2026-10-12T08:30:00Z", "Archived",      "Pressmark",
          "urn:uuid:2", std::move(files),       {"metadata/log"}};
}

testing::AssertionResult is_clean(const std::string& root) {
  const auto verification = verify_root(root, 2);
  if (!verification) return testing::AssertionFailure() << verification.error().message();
  auto result =
      verification->findings.empty() ? testing::AssertionSuccess() : testing::AssertionFailure();
  for (const Finding& finding : verification->findings) {
    result << finding.code << " " << finding.path << ": " << finding.text << "\n";
  }
  return result;
}

TEST(Store, StoresOnlyWhatIsNew) {
  const TemporaryFolder folder;
  const std::string root = folder / "deep/root";
  auto store = Store::open_or_make(root);
  ASSERT_TRUE(store) << store.error().message();
  const auto first = store->commit(version_of(
      "urn:a", {{"source/a.html", "source"}, {"tei/a.xml", "tei"}, {"metadata/log", "day 1"}}));
  ASSERT_TRUE(first) << first.error().message();
  EXPECT_TRUE(first->stored);
  EXPECT_EQ(first->version, 1);
  EXPECT_EQ(first->object_path, storage_path(object_digest("urn:a")));
  EXPECT_TRUE(is_clean(root));

  const auto same = store->commit(version_of(
      "urn:a", {{"source/a.html", "source"}, {"tei/a.xml", "tei"}, {"metadata/log", "day 2"}}));
  ASSERT_TRUE(same);
  EXPECT_FALSE(same->stored);
  EXPECT_EQ(same->version, 1);

  const auto second = store->commit(version_of(
      "urn:a", {{"source/a.html", "changed"}, {"epub/copy.xml", "tei"}, {"metadata/log", "3"}}));
  ASSERT_TRUE(second) << second.error().message();
  EXPECT_EQ(second->version, 2);
  EXPECT_TRUE(is_clean(root));
  const std::string object = root + "/" + second->object_path;
  EXPECT_EQ(read_file_octets(object + "/v2/content/source/a.html"), "changed");
  EXPECT_FALSE(fs::exists(object + "/v2/content/epub/copy.xml")) << "v1 has that content already";
  EXPECT_EQ(fs::hard_link_count(object + "/v1/content/tei/a.xml"), 1U);
  EXPECT_FALSE(fs::exists(root + "/extensions/pressmark-staging"));

  const auto inventory = store->find("urn:a");
  ASSERT_TRUE(inventory && *inventory);
  EXPECT_EQ((**inventory).versions[1].state.at(sha512_hex("tei")),
            std::vector<std::string>{"epub/copy.xml"});
  EXPECT_FALSE(store->find("urn:b")->has_value());
}

TEST(Store, ObjectsWithSharedFoldersAreBothThere) {
  const TemporaryFolder folder;
  auto store = Store::open_or_make(folder.path());
  ASSERT_TRUE(store);
  for (int i = 0; i < 25; ++i) {
    ASSERT_TRUE(store->commit(version_of("urn:" + std::to_string(i), {{"a", "same"}})));
  }
  EXPECT_TRUE(is_clean(folder.path()));
  EXPECT_EQ(verify_root(folder.path(), 2)->objects, 25U);
}

TEST(Store, TakesNoPathThatClimbsOut) {
  const TemporaryFolder folder;
  auto store = Store::open_or_make(folder / "root");
  ASSERT_TRUE(store);
  for (const char* path : {"../a", "/a", "a//b", ""}) {
    EXPECT_FALSE(store->commit(version_of("urn:a", {{path, "x"}}))) << path;
  }
  EXPECT_FALSE(store->commit(version_of("urn:a", {{"a", "x"}, {"a", "y"}})));
  EXPECT_FALSE(store->commit(version_of("urn:a", {{"a", "x"}, {"a/b", "y"}})));
  EXPECT_TRUE(is_clean(folder / "root"));
}

TEST(Store, OpensOnlyArchives) {
  const TemporaryFolder folder;
  folder.write("full/letter", "x");
  EXPECT_EQ(Store::open_or_make(folder / "full").error().kind(), ErrorKind::unwritable);
  EXPECT_EQ(Store::open(folder / "none").error().kind(), ErrorKind::unreadable);
  folder.write("file", "x");
  EXPECT_FALSE(Store::open_or_make(folder / "file"));
  folder.write("other/0=ocfl_1.1", "ocfl_1.1\n");
  folder.write("other/extensions/0002-flat-direct-storage-layout/config.json", "{}");
  EXPECT_FALSE(Store::open_or_make(folder / "other"));
  // An archive in an archive would be damage to the outer one.
  ASSERT_TRUE(Store::open_or_make(folder / "root"));
  const std::string before = tree_listing(folder / "root");
  for (const char* inner : {"root/sub", "root/not/there/yet", "root/extensions/sub/.."}) {
    const auto nested = Store::open_or_make(folder / inner);
    ASSERT_FALSE(nested) << inner;
    EXPECT_NE(nested.error().message().find("lies inside the archive"), std::string::npos);
  }
  EXPECT_EQ(tree_listing(folder / "root"), before);
  // What a kill leaves of a first run is made whole.
  folder.write("half/ocfl_layout.json", "{\"exten");
  folder.write("half/0=ocfl_1.1", "");
  EXPECT_TRUE(Store::open_or_make(folder / "half"));
  EXPECT_TRUE(is_clean(folder / "half"));
}

TEST(Store, ClearsWhatKilledRunsLeft) {
  const TemporaryFolder folder;
  const std::string digest = object_digest("urn:a");
  const std::string staging = "extensions/pressmark-staging/";
  ASSERT_TRUE(Store::open_or_make(folder.path())->commit(version_of("urn:a", {{"a", "one"}})));
  const std::string before = tree_listing(folder.path());
  folder.write(staging + digest + ".lock", "");
  folder.write(staging + digest + "/object/v2/content/a", "half");
  ASSERT_TRUE(Store::open_or_make(folder.path()));
  EXPECT_EQ(tree_listing(folder.path()), before);
  // Killed between the two renames of a file system that cannot exchange folders.
  folder.write(staging + digest + ".lock", "");
  folder.write(staging + digest + "/object/v2/content/a", "new");
  fs::rename(folder / storage_path(digest), folder / (staging + digest + "/previous"));
  ASSERT_TRUE(Store::open_or_make(folder.path()));
  EXPECT_EQ(tree_listing(folder.path()), before);
}

TEST(Store, LeavesAloneWhatAnotherWriterHolds) {
  const TemporaryFolder folder;
  const std::string lock = "extensions/pressmark-staging/" + object_digest("urn:a");
  ASSERT_TRUE(Store::open_or_make(folder.path()));
  {
    const auto held = ObjectLock::wait_for(folder / (lock + ".lock"));
    ASSERT_TRUE(held);
    folder.write(lock + "/object/x", "at work");
    ASSERT_TRUE(Store::open_or_make(folder.path()));
    EXPECT_EQ(read_file_octets(folder / (lock + "/object/x")), "at work");
  }
  EXPECT_FALSE(fs::exists(folder / (lock + ".lock")));
}

TEST(Store, RefusesToAddToADamagedObject) {
  const TemporaryFolder folder;
  auto store = Store::open_or_make(folder.path());
  const auto first = store->commit(version_of("urn:a", {{"a", "one"}}));
  ASSERT_TRUE(first);
  folder.write(first->object_path + "/inventory.json", "");
  const auto second = store->commit(version_of("urn:a", {{"a", "two"}}));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind(), ErrorKind::unrecognised);
}

// The digest of content that is there no more must not stand for it: neither in a new version nor
// as a version that is stored already.
TEST(Store, RefusesToReferToContentThatIsNotThere) {
  const std::vector<ArchivedFile> files = {{"source/a.html", "source"}, {"tei/a.xml", "tei"}};
  const auto damages = {
      +[](const std::string& path) { fs::remove(path); },
      +[](const std::string& path) { fs::resize_file(path, 1); },
      +[](const std::string& path) {
        fs::remove(path);
        fs::create_directory(path);
      },
  };
  for (const auto damage : damages) {
    const TemporaryFolder folder;
    auto store = Store::open_or_make(folder.path());
    ASSERT_TRUE(store);
    const auto first = store->commit(version_of("urn:a", files));
    ASSERT_TRUE(first);
    damage(folder / (first->object_path + "/v1/content/tei/a.xml"));
    const auto same = store->commit(version_of("urn:a", files));
    ASSERT_FALSE(same);
    EXPECT_NE(same.error().message().find("v1/content/tei/a.xml"), std::string::npos);
    EXPECT_FALSE(
        store->commit(version_of("urn:a", {{"source/a.html", "new"}, {"tei/a.xml", "tei"}})));
    EXPECT_TRUE(store->commit(version_of("urn:b", files))) << "another object is sound";
  }
}

TEST(Store, PutsNoVersionThatIsBroughtBackBehindALaterOne) {
  const TemporaryFolder folder;
  auto store = Store::open_or_make(folder.path());
  ASSERT_TRUE(store);
  const auto brought_back = [&](const std::string& created, const std::string& octets) {
    NewVersion version = version_of("urn:a", {{"a", octets}});
    version.created = created;
    version.is_brought_back = true;
    return store->commit(version);
  };
  ASSERT_TRUE(brought_back("2026-10-12T08:30:00Z", "second"));
  const auto older = brought_back("2026-10-12T10:29:59+02:00", "first");
  ASSERT_FALSE(older);
  EXPECT_EQ(older.error().kind(), ErrorKind::unwritable);
  EXPECT_NE(older.error().message().find("cannot come behind"), std::string::npos);
  const auto same = brought_back("2026-10-12T08:00:00Z", "second");
  ASSERT_TRUE(same);
  EXPECT_FALSE(same->stored) << "it is there already, whenever it was made";
  EXPECT_TRUE(brought_back("2026-10-12T08:30:01Z", "third"));
  EXPECT_EQ((*store->find("urn:a"))->head(), 2);
}

TEST(Store, ManyThreadsShareIt) {
  const TemporaryFolder folder;
  ASSERT_TRUE(Store::open_or_make(folder.path()));
  {
    std::vector<std::jthread> writers;
    for (int writer = 0; writer < 4; ++writer) {
      writers.emplace_back([&, writer] {
        for (int i = 0; i < 5; ++i) {
          auto store = Store::open_or_make(folder.path());
          ASSERT_TRUE(store) << store.error().message();
          const auto done = store->commit(version_of("urn:" + std::to_string(i % 2),
                                                     {{"a", std::to_string(writer * 100 + i)}}));
          ASSERT_TRUE(done) << done.error().message();
        }
      });
    }
  }
  EXPECT_TRUE(is_clean(folder.path()));
  const auto store = Store::open(folder.path());
  EXPECT_EQ((*store->find("urn:0"))->head() + (*store->find("urn:1"))->head(), 20);
}

}  // namespace
}  // namespace pressmark::archive
