// Bags and earlier outputs brought into an archive by the command.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "converters/archive/exchange/version_files.h"
#include "converters/archive/store.h"
#include "converters/archive/verify.h"
#include "converters/common/digest.h"
#include "tests/support/run_process.h"
#include "tests/support/shared.h"
#include "tests/support/temporary_folder.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

const std::string command = PRESSMARK_COMMAND;

std::string ferry_page(const std::string& sentence) {
  std::string text =
      "<html lang='en'><head><link rel='canonical' href='https://paper.example/ferry'>"
      "<title>The ferry</title></head><body><article><h1>The ferry</h1>";
  for (int i = 0; i < 5; ++i) {
    text += "<p>" + sentence +
            " It is long enough to be read as a paragraph of the article and not as a menu.</p>";
  }
  return text + "<p><img src='images/ferry.png' alt='The ferry'></p></article></body></html>";
}

// One pixel.
const std::string png = *base64_decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg==");

using Versions = std::vector<std::map<std::string, std::string>>;  // octets by path

// Every version of the only object of a valid root.
Versions versions_in(const std::string& root) {
  const auto verification = archive::verify_root(root, 1);
  EXPECT_TRUE(verification && verification->findings.empty()) << root;
  const auto store = archive::Store::open(root);
  if (!store) return {};
  const auto objects = store->objects();
  EXPECT_TRUE(objects && objects->size() == 1U);
  const auto inventory = store->read_inventory(objects->front());
  Versions versions;
  for (int number = 1; number <= (*inventory)->head(); ++number) {
    const auto version = archive::read_version(*store, **inventory, number);
    EXPECT_TRUE(version);
    for (const archive::ArchivedFile& file : version->files) {
      if (file.path == version->files.front().path) versions.emplace_back();
      versions.back()[file.path] = file.octets;
    }
  }
  return versions;
}

class ImportCommand : public testing::Test {
 protected:
  ProcessResult run(std::vector<std::string> words) {
    words.insert(words.begin(), command);
    return run_process(words, {.folder = folder_.path()});
  }

  // An archive with one article of two versions, and a bag of each.
  void make_bags(const std::string& packing) {
    folder_.write("images/ferry.png", png);
    for (const char* sentence : {"The ferry is late.", "The ferry has come."}) {
      folder_.write("a.html", ferry_page(sentence));
      ASSERT_EQ(run({"archive", "a.html", "--to", "first"}).code, 0);
    }
    const std::string id = "https://paper.example/ferry";
    for (const char* number : {"1", "2"}) {
      const std::string to = std::string("bags/v") + number;
      ASSERT_EQ(
          run({"export", "first", id, "-t", "bag", "--at", number, "--pack", packing, "--to", to})
              .code,
          0);
      for (const auto& bag : fs::directory_iterator(folder_ / to)) {
        bags_.insert(bags_.begin(), bag.path().string());  // the newest first
      }
    }
  }

  // A bag of another program: files by their paths below data/.
  void make_foreign_bag(const std::map<std::string, std::string>& files) {
    folder_.write("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    folder_.write("bag/bag-info.txt", "Source-Organization: The library\n");
    std::string manifest;
    for (const auto& [path, octets] : files) {
      folder_.write("bag/data/" + path, octets);
      manifest += sha256_hex(octets) + "  data/" + path + "\n";
    }
    folder_.write("bag/manifest-sha256.txt", manifest);
  }

  TemporaryFolder folder_;
  std::vector<std::string> bags_;
};

TEST_F(ImportCommand, BringsVersionsBack) {
  for (const char* packing : {"folder", "zip", "tgz"}) {
    SCOPED_TRACE(packing);
    for (const char* name : {"first", "second", "bags"}) fs::remove_all(folder_ / name);
    bags_.clear();
    make_bags(packing);
    const ProcessResult imported = run({"import", "second", bags_[0], bags_[1]});
    EXPECT_EQ(imported.code, 0) << imported.err;
    const Versions expected = versions_in(folder_ / "first");
    EXPECT_EQ(expected.size(), 2U);
    EXPECT_EQ(versions_in(folder_ / "second"), expected);
    const ProcessResult again = run({"import", "second", bags_[1], bags_[0]});
    EXPECT_EQ(again.code, 0);
    EXPECT_NE(again.out.find("unchanged: v1 of"), std::string::npos) << again.out;
    EXPECT_NE(again.out.find("unchanged: v2 of"), std::string::npos) << again.out;
    EXPECT_EQ(versions_in(folder_ / "second").size(), 2U);
    EXPECT_EQ(run({"find", "second", "ferry"}).code, 0) << "the catalogue has it";
  }
}

TEST_F(ImportCommand, KeepsWhyAndByWhomAVersionWasStored) {
  folder_.write("a.html", ferry_page("The ferry is late."));
  ASSERT_EQ(run({"archive", "a.html", "--to", "first", "--message", "Asked for: by Ada"}).code, 0);
  ASSERT_EQ(run({"export", "first", "-t", "bag", "--to", "bags"}).code, 0);
  ASSERT_EQ(run({"import", "second", "bags"}).code, 0);
  ASSERT_EQ(run({"import", "third", "bags", "--message", "Moved"}).code, 0);
  const auto version_in = [&](const std::string& root) {
    const auto store = archive::Store::open(folder_ / root);
    return (**store->read_inventory(store->objects()->front())).versions.front();
  };
  const archive::VersionEntry expected = version_in("first");
  const archive::VersionEntry found = version_in("second");
  EXPECT_EQ(found.message, "Asked for: by Ada");
  EXPECT_EQ(found.created, expected.created);
  EXPECT_EQ(found.user_name, expected.user_name);
  EXPECT_EQ(found.user_address, expected.user_address);
  EXPECT_EQ(version_in("third").message, "Moved");
}

TEST_F(ImportCommand, TakesAWholeArchiveFromBags) {
  make_bags("folder");
  ASSERT_EQ(
      run({"export", "first", "-t", "bag", "--at", "all", "--pack", "tgz", "--to", "all"}).code, 0);
  std::vector<std::string> words = {"import", "second"};
  for (const auto& bag : fs::directory_iterator(folder_ / "all")) {
    words.push_back(bag.path().string());
  }
  EXPECT_EQ(words.size(), 4U);
  const ProcessResult imported = run(words);
  EXPECT_EQ(imported.code, 0) << imported.err;
  EXPECT_EQ(versions_in(folder_ / "second"), versions_in(folder_ / "first"));
}

TEST_F(ImportCommand, TakesAFolderOfBags) {
  for (const char* packing : {"folder", "zip"}) {
    SCOPED_TRACE(packing);
    for (const char* name : {"first", "second", "third", "bags"}) fs::remove_all(folder_ / name);
    bags_.clear();
    make_bags(packing);
    // Each lies in a folder of its own: bags/v1 and bags/v2.
    const ProcessResult deep = run({"import", "second", "bags/", "-r"});
    EXPECT_EQ(deep.code, 0) << deep.err;
    EXPECT_EQ(versions_in(folder_ / "second"), versions_in(folder_ / "first"));
    EXPECT_EQ(run({"import", "third", "bags/v1"}).code, 0);
    EXPECT_EQ(versions_in(folder_ / "third"), (Versions{versions_in(folder_ / "first")[0]}));
  }
}

TEST_F(ImportCommand, TakesNothingOutOfABagThatIsNotValid) {
  make_bags("folder");
  for (const auto& entry : fs::recursive_directory_iterator(bags_[0])) {
    if (entry.path().filename() == "article.xml") {
      folder_.write(fs::relative(entry.path(), folder_.path()).string(),
                    read_file_octets(entry.path().string()) + "<!-- forged -->");
    }
  }
  const ProcessResult imported = run({"import", "second", "bags", "-r"});
  EXPECT_EQ(imported.code, 1) << imported.err;
  EXPECT_NE(imported.err.find("bag-digest"), std::string::npos) << imported.err;
  EXPECT_EQ(versions_in(folder_ / "second"), (Versions{versions_in(folder_ / "first")[0]}));
}

TEST_F(ImportCommand, RefusesBagsThatAreNotValid) {
  make_bags("folder");
  for (const auto& entry : fs::recursive_directory_iterator(bags_[0])) {
    if (entry.path().filename() == "article.xml") {
      folder_.write(fs::relative(entry.path(), folder_.path()).string(), "changed");
    }
  }
  const ProcessResult refused = run({"import", "second", bags_[0], bags_[1]});
  EXPECT_EQ(refused.code, 1) << "the other one is taken";
  EXPECT_NE(refused.err.find("bag-digest"), std::string::npos) << refused.err;
  EXPECT_EQ(versions_in(folder_ / "second"), (Versions{versions_in(folder_ / "first")[0]}));
  EXPECT_EQ(run({"import", "third", bags_[0]}).code, 9);
  EXPECT_TRUE(archive::verify_root(folder_ / "third", 1)->findings.empty());
}

TEST_F(ImportCommand, RefusesABagWhoseMetsIsAboutOtherFiles) {
  make_bags("folder");
  // Its manifests are right, but METS does not know the file.
  const std::string bag = fs::relative(bags_[0], folder_.path()).string();
  folder_.write(bag + "/data/source/more.txt", "more");
  for (const char* algorithm : {"sha256", "sha512"}) {
    const std::string name = bag + "/manifest-" + algorithm + ".txt";
    folder_.write(name, read_file_octets(folder_ / name) + *digest_hex(algorithm, "more") +
                            "  data/source/more.txt\n");
    fs::remove(folder_ / (bag + "/tagmanifest-" + algorithm + ".txt"));
  }
  const std::string id = bag.substr(bag.rfind('/') + 1);
  folder_.write(bag + "/bag-info.txt", "External-Identifier: urn:uuid:" + id + "\n");
  const ProcessResult refused = run({"import", "second", bags_[0]});
  EXPECT_EQ(refused.code, 9);
  EXPECT_NE(refused.err.find("mets: "), std::string::npos) << refused.err;
}

TEST_F(ImportCommand, ArchivesTheArticlesOfForeignBags) {
  make_foreign_bag({{"pages/ferry.html", ferry_page("The ferry is late.")},
                    {"pages/images/ferry.png", png},
                    {"scan.tiff", "no article"}});
  const ProcessResult imported = run({"import", "second", "bag"});
  EXPECT_EQ(imported.code, 0) << imported.err;
  const Versions versions = versions_in(folder_ / "second");
  ASSERT_EQ(versions.size(), 1U);
  EXPECT_EQ(versions[0].at("source/ferry.html"), ferry_page("The ferry is late."));
  EXPECT_EQ(versions[0].at("source/images/ferry.png"), png);
  EXPECT_TRUE(versions[0].contains("epub/article.epub"));
  make_foreign_bag({{"scan.tiff", "no article"}});
  for (const char* page : {"bag/data/pages/ferry.html", "bag/data/pages/images/ferry.png"}) {
    fs::remove(folder_ / page);
  }
  const ProcessResult none = run({"import", "second", "bag"});
  EXPECT_EQ(none.code, 9);
  EXPECT_NE(none.err.find("no file of an article"), std::string::npos) << none.err;
}

TEST_F(ImportCommand, ArchivesEarlierOutputs) {
  folder_.write("images/ferry.png", png);
  folder_.write("a.html", ferry_page("The ferry is late."));
  ASSERT_EQ(run({"convert", "a.html", "-t", "tei,json,epub,csljson", "-o", "outputs/"}).code, 0);
  const ProcessResult imported = run({"import", "second", "outputs"});
  EXPECT_EQ(imported.code, 0) << imported.err;
  const Versions versions = versions_in(folder_ / "second");
  ASSERT_EQ(versions.size(), 1U);
  EXPECT_TRUE(versions[0].contains("source/a.json")) << "it holds more than TEI does";
  EXPECT_TRUE(versions[0].contains("pdf/article.pdf"));
  // Of the same article, whose identifier is that of its address.
  ASSERT_EQ(run({"archive", "a.html", "--to", "second"}).code, 0);
  EXPECT_EQ(versions_in(folder_ / "second").size(), 2U);

  fs::remove(folder_ / "outputs/a.json");
  EXPECT_EQ(run({"import", "third", "outputs"}).code, 0);
  EXPECT_TRUE(versions_in(folder_ / "third")[0].contains("source/a.tei"));
  fs::remove(folder_ / "outputs/a.tei");
  const ProcessResult none = run({"import", "fourth", "outputs"});
  EXPECT_EQ(none.code, 9) << none.err;
}

TEST_F(ImportCommand, AsksForWhatIsThere) {
  EXPECT_EQ(run({"import", "second"}).code, 2);
  EXPECT_EQ(run({"import", "second", "none"}).code, 3);
  EXPECT_FALSE(fs::exists(folder_ / "second"));
}

}  // namespace
}  // namespace pressmark
