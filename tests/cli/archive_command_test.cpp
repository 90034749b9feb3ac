// The archive command as scripts use it: repeated, at the same time, and killed.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "converters/archive/store.h"
#include "converters/archive/verify.h"
#include "converters/common/digest.h"
#include "tests/support/run_process.h"
#include "tests/support/schema_check.h"
#include "tests/support/shared.h"
#include "tests/support/temporary_folder.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

const std::string command = PRESSMARK_COMMAND;

std::string page(int article, int version) {
  const std::string number = std::to_string(article);
  std::string text = "<html lang='en'><head><link rel='canonical' href='https://paper.example/" +
                     number + "'><title>Article " + number + "</title></head><body><article><h1>" +
                     "Article " + number + "</h1>";
  for (int i = 0; i < 5; ++i) {
    text += "<p>Paragraph " + std::to_string(i) + " of edition " + std::to_string(version) +
            ", long enough to be read as a paragraph of the article and not as a menu.</p>";
  }
  return text + "</article></body></html>";
}

testing::AssertionResult is_valid(const std::string& root) {
  const auto verification = archive::verify_root(root, 1);
  if (!verification) return testing::AssertionFailure() << verification.error().message();
  auto result =
      verification->is_valid() ? testing::AssertionSuccess() : testing::AssertionFailure();
  for (const archive::Finding& finding : verification->findings) {
    result << finding.code << " " << finding.path << ": " << finding.text << "\n";
  }
  return result;
}

bool has_staging(const std::string& root) {
  return fs::exists(root + "/extensions/pressmark-staging");
}

TEST(ArchiveCommand, StoresVersionsOfAnArticle) {
  const TemporaryFolder folder;
  const std::string root = folder / "root";
  const auto archive_page = [&](int version) {
    return run_process(
        {command, "archive", folder.write("a.html", page(1, version)), "--to", root});
  };
  const ProcessResult first = archive_page(1);
  ASSERT_EQ(first.code, 0) << first.err;
  EXPECT_EQ(first.out.rfind("stored v1 of urn:uuid:", 0), 0U) << first.out;
  EXPECT_EQ(archive_page(1).out.rfind("unchanged: v1 of", 0), 0U);
  EXPECT_EQ(archive_page(2).out.rfind("stored v2 of", 0), 0U);
  EXPECT_TRUE(is_valid(root));
  EXPECT_FALSE(has_staging(root));
}

TEST(ArchiveCommand, WritesTheSameBytesWhateverItsSurroundings) {
  const TemporaryFolder one;
  const TemporaryFolder two;
  for (const TemporaryFolder* folder : {&one, &two}) {
    const bool first = folder == &one;
    folder->write("a.html", page(1, 1));
    const ProcessResult result =
        run_process({command, "archive", "a.html", "--to", "root"},
                    {.folder = folder->path(),
                     .environment = {{"SOURCE_DATE_EPOCH", "1790000000"},
                                     {"TZ", first ? "Asia/Tokyo" : "America/Lima"},
                                     {"LANG", first ? "C" : "tr_TR.UTF-8"}}});
    ASSERT_EQ(result.code, 0) << result.err;
  }
  EXPECT_EQ(tree_listing(one / "root"), tree_listing(two / "root"));
}

// How often a command is killed; more runs find rarer moments.
int kill_runs() {
  const char* runs = std::getenv("PRESSMARK_KILL_RUNS");
  return runs == nullptr ? 30 : std::atoi(runs);
}

TEST(ArchiveCommand, KeepsEarlierVersionsWhenKilled) {
  const TemporaryFolder folder;
  const std::string root = folder / "root";
  std::mt19937 random(7);
  int acknowledged = 0;
  for (int run = 0; run < kill_runs(); ++run) {
    const std::string input = folder.write("a.html", page(run % 2, run));
    const pid_t process = start_process({command, "archive", input, "--to", root});
    ::usleep(random() % 250000);
    ::kill(process, SIGKILL);
    if (wait_for_process(process) == 0) ++acknowledged;
    if (!fs::exists(root + "/0=ocfl_1.1")) continue;
    ASSERT_TRUE(is_valid(root)) << "run " << run;
  }
  const std::string input = folder.write("a.html", page(0, 1000));
  const ProcessResult last = run_process({command, "archive", input, "--to", root});
  ASSERT_EQ(last.code, 0) << last.err;
  EXPECT_TRUE(is_valid(root));
  EXPECT_FALSE(has_staging(root));
  int versions = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && name.starts_with("v")) ++versions;
  }
  EXPECT_GE(versions, acknowledged + 1);
}

// The versions that a journal's whole lines say are stored: their folders below the root. A line
// that the kill cut off was not acknowledged.
std::set<std::string> acknowledged_versions(const std::string& journal) {
  std::set<std::string> folders;
  std::ifstream lines(journal);
  for (std::string line; std::getline(lines, line) && !lines.eof();) {
    const auto entry = nlohmann::json::parse(line);
    if (entry.at("status") != "ok") continue;
    const auto& object = entry.at("object");
    folders.insert(object.at("path").get<std::string>() + "/v" +
                   std::to_string(object.at("version").get<int>()));
  }
  return folders;
}

TEST(ArchiveCommand, BatchKeepsWhatItsJournalAcknowledgesWhenKilled) {
  const TemporaryFolder folder;
  const std::string root = folder / "root";
  const std::string journal = folder / "journal.ndjson";
  std::mt19937 random(11);
  const auto arguments = [&](int run) {
    std::vector<std::string> words = {command, "batch",     "--archive", root,         "-j",
                                      "2",     "--journal", journal,     "--no-resume"};
    for (int i = 0; i < 4; ++i) {
      words.push_back(folder.write(std::to_string(i) + ".html", page(i, run)));
    }
    return words;
  };
  for (int run = 0; run < kill_runs(); ++run) {
    const pid_t process = start_process(arguments(run));
    ::usleep(random() % 400000);
    ::kill(process, SIGKILL);
    wait_for_process(process);
    if (!fs::exists(root + "/0=ocfl_1.1")) continue;
    ASSERT_TRUE(is_valid(root)) << "run " << run;
    for (const std::string& version : acknowledged_versions(journal)) {
      ASSERT_TRUE(fs::exists(root + "/" + version)) << "run " << run << " " << version;
    }
  }
  const ProcessResult last = run_process(arguments(100000));
  ASSERT_EQ(last.code, 0) << last.err;
  EXPECT_TRUE(is_valid(root));
  EXPECT_FALSE(has_staging(root));
  EXPECT_GE(acknowledged_versions(journal).size(), 4U);
}

TEST(ArchiveCommand, ManyWritersShareARoot) {
  const TemporaryFolder folder;
  const std::string root = folder / "root";
  std::vector<pid_t> writers;
  for (int i = 0; i < 8; ++i) {
    // Four articles, two editions each.
    const std::string input = folder.write(std::to_string(i) + "/a.html", page(i % 4, i / 4));
    writers.push_back(start_process({command, "archive", input, "--to", root}));
  }
  for (const pid_t writer : writers) EXPECT_EQ(wait_for_process(writer), 0);
  EXPECT_TRUE(is_valid(root));
  EXPECT_FALSE(has_staging(root));
  const auto verification = archive::verify_root(root, 1);
  EXPECT_EQ(verification->objects, 4U);
}

TEST(ArchiveCommand, FullDiskLeavesTheOldState) {
  const TemporaryFolder folder;
  const std::string root = folder / "root";
  const std::string input = folder.write("a.html", page(1, 1));
  ASSERT_EQ(run_process({command, "archive", input, "--to", root}).code, 0);
  const std::string before = tree_listing(root);
  folder.write("a.html", page(1, 2));
  for (const std::size_t bytes : {300, 2000, 6000}) {
    const ProcessResult result =
        run_process({command, "archive", input, "--to", root}, {.most_file_bytes = bytes});
    EXPECT_EQ(result.code, 5) << bytes << result.err;
    EXPECT_EQ(tree_listing(root), before);
    EXPECT_FALSE(has_staging(root));
  }
}

// The documents of every version, as the command makes them, by the standards' own schemas.
TEST(ArchiveCommand, WritesValidPremisAndMets) {
  PRESSMARK_NEEDS_SHARED(shared);
  const TemporaryFolder folder;
  const std::string root = folder / "root";
  folder.write("images/a b.png",
               *base64_decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUl"
                              "EQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
  std::string with_image = page(1, 1);
  with_image.insert(with_image.find("</article>"),
                    "<p><img src='images/a%20b.png' alt='A &amp; B'></p>");
  const std::vector<std::vector<std::string>> uses = {
      {folder.write("a.html", page(1, 1))},
      {folder.write("\u00E9 & b.html", with_image), "--captured", "2026-10-12T08:30:00Z",
       "--message", "Second <edition>"},
      {folder.write("note.txt", "A note\n\nBERGEN, 3 March 2026 (Reuters) - It rained.\n"), "--id",
       "urn:example:note"},
      {folder.write("empty-title.md", "Only a paragraph of a few words.\n")}};
  for (const std::vector<std::string>& use : uses) {
    std::vector<std::string> words = {command, "archive", "--to", root};
    words.insert(words.end(), use.begin(), use.end());
    const ProcessResult archived = run_process(words);
    ASSERT_EQ(archived.code, 0) << archived.err;
  }
  int documents = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string name = entry.path().filename().string();
    if (name != "premis.xml" && name != "mets.xml") continue;
    const std::string schema =
        name == "mets.xml" ? "mets/mets-1.12.1.xsd" : "premis/premis-v3-0.xsd";
    const ProcessResult result = check_by_schema(shared, schema, entry.path().string());
    if (result.code == 77) GTEST_SKIP() << "no xmllint";
    EXPECT_EQ(result.code, 0) << entry.path() << result.out;
    ++documents;
  }
  EXPECT_EQ(documents, 8);
  EXPECT_TRUE(is_valid(root));
}

TEST(ArchiveCommand, RefusesWhatIsNoArchive) {
  const TemporaryFolder folder;
  folder.write("other/letter.txt", "mine");
  const std::string input = folder.write("a.html", page(1, 1));
  const ProcessResult result = run_process({command, "archive", input, "--to", folder / "other"});
  EXPECT_EQ(result.code, 5);
  EXPECT_EQ(tree_listing(folder / "other"), "letter.txt: mine\n");
  EXPECT_EQ(run_process({command, "archive", input}).code, 2);
  EXPECT_EQ(run_process({command, "verify", folder / "other"}).code, 3);
}

TEST(VerifyCommand, TakesAnObject) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.html", page(1, 1));
  const ProcessResult stored = run_process({command, "archive", input, "--to", folder / "root"});
  ASSERT_EQ(stored.code, 0);
  const std::string object = stored.out.substr(stored.out.find(" in ") + 4);
  const std::string place = object.substr(0, object.size() - 1);
  const ProcessResult sound = run_process({command, "verify", place});
  EXPECT_EQ(sound.code, 0) << sound.err;
  EXPECT_EQ(sound.err.find("pressmark: 1 object, "), 0U) << sound.err;
  fs::remove(place + "/inventory.json.sha512");
  const ProcessResult damaged = run_process({command, "verify", place});
  EXPECT_EQ(damaged.code, 1);
  EXPECT_NE(damaged.out.find("error E058: " + place), std::string::npos) << damaged.out;
}

TEST(GetCommand, WritesIntoFoldersAndPipes) {
  const TemporaryFolder folder;
  const std::string input = folder.write("a.html", page(1, 1));
  const std::string root = folder / "root";
  ASSERT_EQ(run_process({command, "archive", input, "--to", root}).code, 0);
  const auto get = [&](const std::string& output) {
    return run_process(
        {command, "get", root, "https://paper.example/1", "source/a.html", "-o", output});
  };
  fs::create_directory(folder / "out");
  EXPECT_EQ(get(folder / "out").code, 0);
  EXPECT_EQ(read_file_octets(folder / "out/a.html"), page(1, 1));
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  const pid_t reader =
      start_process({"/bin/cat", folder / "pipe"}, {.output_file = folder / "read"});
  EXPECT_EQ(get(folder / "pipe").code, 0);
  EXPECT_EQ(wait_for_process(reader), 0);
  EXPECT_EQ(read_file_octets(folder / "read"), page(1, 1));
  const ProcessResult alone = get(folder / "pipe");
  EXPECT_EQ(alone.code, 5);
  EXPECT_NE(alone.err.find("nobody reads from"), std::string::npos) << alone.err;
}

TEST(VerifyCommand, ReportsDamage) {
  const TemporaryFolder folder;
  const std::string root = folder / "root";
  const std::string input = folder.write("a.html", page(1, 1));
  ASSERT_EQ(run_process({command, "archive", input, "--to", root}).code, 0);
  EXPECT_EQ(run_process({command, "verify", root}).code, 0);
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().filename() == "a.html") {
      folder.write(fs::relative(entry.path(), folder.path()).string(), "changed");
    }
  }
  const ProcessResult damaged = run_process({command, "verify", root, "--json"});
  EXPECT_EQ(damaged.code, 1);
  EXPECT_NE(damaged.out.find("\"code\":\"E092\""), std::string::npos) << damaged.out;
}

}  // namespace
}  // namespace pressmark
