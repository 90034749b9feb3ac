// Which items a batch takes: shards, failed ones, globs; and what its journals tell.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "cli/journal.h"
#include "tests/cli/batch_lines.h"
#include "tests/cli/sample_formats.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::cli {
namespace {

TEST(BatchSelection, ShardsAreOneBatchInParts) {
  const TemporaryFolder folder;
  for (int i = 0; i < 30; ++i) {
    folder.write("in/" + std::to_string(i % 2) + "/" + std::to_string(i / 2) + ".txt",
                 "Article " + std::to_string(i) + (i % 9 == 0 ? "\n!fail limit\n" : "\n"));
  }
  const auto batch = [&](const std::string& out, const std::vector<std::string>& more) {
    std::vector<std::string> words = {"batch",      folder / "in", "-r",   "--to",
                                      folder / out, "-t",          "upper"};
    words.insert(words.end(), more.begin(), more.end());
    return run_command(words);
  };
  batch("whole", {});
  std::vector<std::string> journals;
  std::size_t lines = 0;
  for (const char* part : {"1", "2", "3"}) {
    const CommandRun run = batch("parts", {"--shard", std::string(part) + "/3"});
    lines += static_cast<std::size_t>(std::ranges::count(run.out, '\n'));
    journals.push_back(folder / ("parts/pressmark-journal-" + std::string(part) + "-of-3.ndjson"));
  }
  EXPECT_EQ(lines, 30U);
  const std::string merged = folder / "merged.ndjson";
  std::vector<std::string> words = {"batch", "--merge-journals", merged};
  words.insert(words.end(), journals.begin(), journals.end());
  ASSERT_EQ(run_command(words).code, ExitCode::done);
  EXPECT_EQ(read_file_octets(merged), run_command({"batch", "--merge-journals", "-",
                                                   folder / "whole/pressmark-journal.ndjson"})
                                          .out);
  for (const std::string& journal : journals) std::filesystem::remove(journal);
  std::filesystem::remove(folder / "whole/pressmark-journal.ndjson");
  EXPECT_EQ(tree_listing(folder / "whole"), tree_listing(folder / "parts"));
  for (const char* wrong : {"0/3", "4/3", "1", "1/0", "a/b", "1/2/3"}) {
    EXPECT_EQ(batch("parts", {"--shard", wrong}).code, ExitCode::usage) << wrong;
  }
}

TEST(BatchSelection, RetriesOnlyWhatFailed) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "A\n");
  folder.write("in/b.txt", "!fail limit\n");
  const std::vector<std::string> words = {"batch", folder / "in", "--to", folder / "out",
                                          "-t",    "upper",       "-j",   "1"};
  run_command(words);
  folder.write("in/a.txt", "Changed\n");
  folder.write("in/b.txt", "B\n");
  folder.write("in/new.txt", "New\n");
  std::vector<std::string> retry = words;
  retry.push_back("--retry-failed");
  const CommandRun run = run_command(retry);
  EXPECT_EQ(run.code, ExitCode::done);
  const auto lines = lines_by_id(run.out);
  ASSERT_EQ(lines.size(), 1U) << run.out;
  EXPECT_EQ(lines.at(folder / "in/b.txt")["status"], "ok");
  EXPECT_EQ(run_command(retry).out, "");
}

TEST(BatchSelection, GlobsChooseFilesOfFolders) {
  const TemporaryFolder folder;
  for (const char* name : {"a.txt", "b.page", "news/c.page", "news/d.txt", "drafts/e.page"}) {
    folder.write("in/" + std::string(name), "Article\n");
  }
  const auto ids = [&](const std::vector<std::string>& globs) {
    std::vector<std::string> words = {"batch", folder / "in", "-r",   "-t",          "upper", "-j",
                                      "1",     "--no-resume", "--to", folder / "out"};
    for (const std::string& glob : globs) words.insert(words.end(), {"--glob", glob});
    std::string found;
    for (const auto& [id, line] : lines_by_id(run_command(words).out)) {
      found += id.substr((folder / "in/").size()) + " ";
    }
    return found;
  };
  EXPECT_EQ(ids({}), "a.txt news/d.txt ");
  EXPECT_EQ(ids({"*.page"}), "b.page drafts/e.page news/c.page ");
  EXPECT_EQ(ids({"*.page", "!drafts/*"}), "b.page news/c.page ");
  EXPECT_EQ(ids({"news/*"}), "news/c.page news/d.txt ");
  EXPECT_EQ(ids({"!a.*"}), "news/d.txt ");
  EXPECT_EQ(ids({"*.none"}), "");
  EXPECT_EQ(ids({"[ab].*"}), "a.txt b.page ");
  EXPECT_EQ(ids({"[]a].*"}), "a.txt ");
  EXPECT_EQ(ids({"\\[a.txt"}), "");
}

TEST(BatchSelection, RefusesGlobsThatAreNone) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "Article\n");
  for (const char* glob : {"[a", "![a", "a[]", "a[!]", "a\\", "", "!"}) {
    const CommandRun run = run_command(
        {"batch", folder / "in", "-t", "upper", "--to", folder / "out", "--glob", glob});
    EXPECT_EQ(run.code, ExitCode::usage) << glob << run.err;
  }
}

TEST(BatchSelection, ProgressIsForProgramsToo) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "A\n");
  folder.write("in/b.txt", "!fail limit\n");
  const CommandRun run = run_command(
      {"batch", folder / "in", "--to", folder / "out", "-t", "upper", "-q", "--progress", "json"});
  ASSERT_FALSE(run.err.empty());
  const std::string all = run.err.substr(0, run.err.size() - 1);
  const nlohmann::json last = nlohmann::json::parse(all.substr(all.rfind('\n') + 1));
  EXPECT_EQ(last["done"], 1);
  EXPECT_EQ(last["failed"], 1);
  EXPECT_EQ(last["skipped"], 0);
  EXPECT_EQ(last["total"], 2);
  EXPECT_EQ(last["seconds_left"], 0.0);
}

TEST(MergeJournals, TakesTheBestLineOfEachItem) {
  const TemporaryFolder folder;
  const std::string failed = R"({"id":"a","status":"error"})";
  const std::string done = R"({"id":"a","status":"ok"})";
  const std::string other = R"({"id":"b","status":"error"})";
  const std::string one = folder.write("one", done + "\n" + other + "\n{\"id\":\"cut");
  const std::string two = folder.write("two", done + "\n" + failed + "\n");
  const auto merged = merge_journals({one, two});
  ASSERT_TRUE(merged);
  EXPECT_EQ(*merged, done + "\n" + other + "\n");
  EXPECT_EQ(*merge_journals({two, one}), *merged);
  EXPECT_EQ(*merge_journals({two}), failed + "\n");
  EXPECT_FALSE(merge_journals({folder / "none"}));
}

TEST(MergeJournals, TakesAndReplacesNothingElse) {
  const TemporaryFolder folder;
  const std::string line = "{\"id\":\"a\",\"status\":\"ok\"}\n";
  const std::string journal = folder.write("one", line);
  const std::string text = folder.write("article.txt", "An article.\n");
  const CommandRun wrong = run_command({"batch", "--merge-journals", folder / "all", text});
  EXPECT_EQ(wrong.code, ExitCode::usage);
  EXPECT_NE(wrong.err.find(text), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(folder / "all"));
  EXPECT_NE(run_command({"batch", "--merge-journals", text, journal}).code, ExitCode::done);
  EXPECT_EQ(read_file_octets(text), "An article.\n");
  EXPECT_EQ(run_command({"batch", "--merge-journals", text, journal, "--force"}).code,
            ExitCode::done);
  EXPECT_EQ(read_file_octets(text), line);
}

TEST(MergeJournals, NamesTheLineThatIsNoEntry) {
  const TemporaryFolder folder;
  const std::string line = "{\"id\":\"a\",\"status\":\"ok\"}\n";
  for (const std::string stray : {"words\n", "{\"id\":\"b\"}\n", "{\"status\":\"ok\"}\n",
                                  "{\"id\":\"b\",\"status\":\"new\"}\n", "[]\n"}) {
    const std::string path = folder.write("one", line + stray + line);
    const auto merged = merge_journals({path});
    ASSERT_FALSE(merged) << stray;
    EXPECT_EQ(merged.error().kind(), ErrorKind::usage);
    EXPECT_NE(merged.error().message().find(path + "' is no journal of a batch: line 2"),
              std::string::npos)
        << merged.error().message();
  }
  const std::string cut = folder.write("two", "{\"id\":\"b\",\"stat\n" + line + "{\"i");
  const auto merged = merge_journals({cut});
  ASSERT_TRUE(merged) << merged.error().message();
  EXPECT_EQ(*merged, line);
}

TEST(MergeJournals, WritesOverNoneOfThem) {
  const TemporaryFolder folder;
  const std::string line = "{\"id\":\"a\",\"status\":\"ok\"}\n";
  const std::string one = folder.write("one", line + line);
  const std::string two = folder.write("two", line);
  EXPECT_EQ(run_command({"batch", "--merge-journals", one, two, one, "--force"}).code,
            ExitCode::usage);
  EXPECT_EQ(read_file_octets(one), line + line);
}

TEST(BatchJournal, IsNoFileThatHoldsSomethingElse) {
  // Of all kinds, such as JSON in one line without an end.
  for (const std::string content :
       {"A\n", "{\"@context\":\"https://schema.org\",\"@type\":\"Article\"}",
        "{\"id\":\"a\",\"type\":\"book\"}", "{\"id\":\"x\",\"text\":\"From a list\"}\n"}) {
    const TemporaryFolder folder;
    const std::string input = folder.write("in/a.txt", content);
    const CommandRun run = run_command(
        {"batch", folder / "in", "--to", folder / "out", "-t", "upper", "--journal", input});
    EXPECT_EQ(run.code, ExitCode::usage) << content;
    EXPECT_NE(run.err.find("is no journal"), std::string::npos) << run.err;
    EXPECT_EQ(read_file_octets(input), content);
  }
}

TEST(BatchJournal, IsNoneOfTheInputs) {
  const TemporaryFolder folder;
  const std::string line = "{\"id\":\"a\",\"status\":\"ok\"}\n";
  const std::string input = folder.write("a.txt", line);
  EXPECT_EQ(
      run_command({"batch", input, "--to", folder / "out", "-t", "upper", "--journal", input}).code,
      ExitCode::usage);
  EXPECT_EQ(read_file_octets(input), line);
}

}  // namespace
}  // namespace pressmark::cli
