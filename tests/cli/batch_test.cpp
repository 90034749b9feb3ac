#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/batch_item.h"
#include "tests/cli/batch_lines.h"
#include "tests/cli/sample_formats.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::cli {
namespace {

using Json = nlohmann::json;

std::string sorted_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  std::ranges::sort(lines);
  std::string sorted;
  for (const std::string& line : lines) sorted += line + "\n";
  return sorted;
}

TEST(Batch, NeverReplacesAnInput) {
  const TemporaryFolder folder;
  folder.write("in/a.up", "A\n");
  folder.write("in/b.txt", "B\n");
  const std::string own = folder / "in/a.up" + "\n";
  const std::string of_another = R"({"text":"B\n","name":"a"})"
                                 "\n" +
                                 own;
  for (const std::string& list : {own, of_another}) {
    const CommandRun run = run_command(
        {"batch", "-", "--to", folder / "in", "-f", "text", "-t", "upper", "--force"}, list);
    EXPECT_EQ(run.code, ExitCode::usage);
    EXPECT_NE(run.err.find("is one of the inputs"), std::string::npos) << run.err;
  }
  EXPECT_EQ(read_file_octets(folder / "in/a.up"), "A\n");
  EXPECT_FALSE(std::filesystem::exists(folder / "in/b.up"));
}

TEST(Batch, OneBadItemNeverStopsTheRest) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "A\n");
  folder.write("in/b.txt", "!fail no-article\n");
  folder.write("in/c.txt", "!throw\n");
  folder.write("in/d.txt", "D\n!warn x\n");
  folder.write("in/e.dat", "no format by its name\n");
  const CommandRun run =
      run_command({"batch", folder / "in", "--to", folder / "out", "-t", "upper,blob", "-j", "2"});
  EXPECT_EQ(run.code, ExitCode::some_failed) << run.err;
  auto lines = lines_by_id(run.out);
  ASSERT_EQ(lines.size(), 4U) << run.out;
  EXPECT_EQ(lines[folder / "in/a.txt"]["status"], "ok");
  EXPECT_EQ(lines[folder / "in/a.txt"]["outputs"][0]["path"], "a.up");
  EXPECT_EQ(lines[folder / "in/a.txt"]["outputs"][0]["bytes"], 4);
  EXPECT_EQ(lines[folder / "in/b.txt"]["status"], "error");
  EXPECT_EQ(lines[folder / "in/b.txt"]["error"]["code"], "no-article");
  EXPECT_EQ(lines[folder / "in/c.txt"]["error"]["code"], "internal");
  EXPECT_EQ(lines[folder / "in/d.txt"]["status"], "warn");
  EXPECT_EQ(lines[folder / "in/d.txt"]["warnings"][0]["code"], "sample.lost");
  EXPECT_EQ(read_file_octets(folder / "out/a.up"), "A!\n\n");
  EXPECT_EQ(read_file_octets(folder / "out/b.up"), "");
  EXPECT_EQ(sorted_lines(read_file_octets(folder / "out/pressmark-journal.ndjson")),
            sorted_lines(run.out));
}

TEST(Batch, ABadOperandIsABadItem) {
  const TemporaryFolder folder;
  const std::string good = folder.write("a.txt", "A\n");
  const std::string none = folder / "none.txt";
  const auto batch = [&](const std::vector<std::string>& operands) {
    std::vector<std::string> words = {"batch", "--to",  folder / "out",
                                      "-t",    "upper", "--no-resume"};
    words.insert(words.end(), operands.begin(), operands.end());
    return run_command(words);
  };
  const CommandRun some = batch({good, none, folder.write("in/b.txt", "B\n")});
  EXPECT_EQ(some.code, ExitCode::some_failed) << some.err;
  auto lines = lines_by_id(some.out);
  ASSERT_EQ(lines.size(), 3U) << some.out;
  EXPECT_EQ(lines[good]["status"], "ok");
  EXPECT_EQ(lines[folder / "in/b.txt"]["status"], "ok");
  EXPECT_EQ(lines[none]["status"], "error");
  EXPECT_EQ(lines[none]["error"]["code"], "unreadable");
  EXPECT_NE(some.err.find("cannot read '" + none + "'"), std::string::npos) << some.err;
  const CommandRun all = batch({none});
  EXPECT_EQ(all.code, ExitCode::all_failed);
  EXPECT_EQ(lines_by_id(all.out)[none]["status"], "error");
}

TEST(Batch, AFolderThatCannotBeListedIsABadItem) {
  const TemporaryFolder folder;
  const std::string good = folder.write("in/a.txt", "A\n");
  folder.write("in/shut/b.txt", "B\n");
  const std::string shut = folder / "in/shut";
  std::filesystem::permissions(shut, std::filesystem::perms::none);
  const bool may_list_all = ::access(shut.c_str(), R_OK) == 0;  // root
  const CommandRun run =
      run_command({"batch", "-r", folder / "in", "--to", folder / "out", "-t", "upper"});
  std::filesystem::permissions(shut, std::filesystem::perms::owner_all);
  if (may_list_all) GTEST_SKIP() << "root may list every folder";
  EXPECT_EQ(run.code, ExitCode::some_failed) << run.err;
  auto lines = lines_by_id(run.out);
  EXPECT_EQ(lines[good]["status"], "ok");
  EXPECT_EQ(lines[shut]["error"]["code"], "unreadable");
}

TEST(Batch, WarnsOfFoldersAndListsWithoutArticles) {
  const TemporaryFolder folder;
  folder.write("in/below/a.txt", "A\n");
  const CommandRun none = run_command({"batch", folder / "in", "--list", folder.write("list", "\n"),
                                       "--to", folder / "out", "-t", "upper"});
  EXPECT_EQ(none.code, ExitCode::done);
  EXPECT_NE(none.err.find("warning: the folder '" + (folder / "in") + "' has no file with a known"),
            std::string::npos)
      << none.err;
  EXPECT_NE(none.err.find("give -r"), std::string::npos) << none.err;
  EXPECT_NE(none.err.find("warning: the list '" + (folder / "list") + "' has no entries"),
            std::string::npos)
      << none.err;
  EXPECT_NE(none.err.find("nothing to convert"), std::string::npos) << none.err;
}

TEST(Batch, ExitCodesTellHowMuchFailed) {
  const TemporaryFolder folder;
  folder.write("good/a.txt", "A\n");
  folder.write("bad/a.txt", "!fail limit\n");
  const auto batch = [&](const std::string& list, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"batch", folder / list, "--to",       folder / "out",
                                      "-t",    "upper",       "--no-resume"};
    words.insert(words.end(), more.begin(), more.end());
    return run_command(words).code;
  };
  EXPECT_EQ(batch("good"), ExitCode::done);
  EXPECT_EQ(batch("bad"), ExitCode::all_failed);
  EXPECT_EQ(batch("none"), ExitCode::all_failed);
  EXPECT_EQ(batch("good", {"-j", "0"}), ExitCode::usage);
  EXPECT_EQ(run_command({"batch", folder / "good", "-t", "upper"}).code, ExitCode::usage);
  EXPECT_EQ(run_command({"batch", folder / "good", "--to", folder / "out"}).code, ExitCode::usage);
}

TEST(Batch, BytesDoNotDependOnTheNumberOfJobs) {
  const TemporaryFolder folder;
  for (int i = 0; i < 40; ++i) {
    const std::string name = "in/" + std::to_string(i % 3) + "/" + std::to_string(i / 3) + ".txt";
    folder.write(name, "Article " + std::to_string(i) + (i % 7 == 0 ? "\n!fail limit" : "\n"));
  }
  const auto batch = [&](const std::string& out, const std::string& jobs) {
    return run_command(
               {"batch", folder / "in", "-r", "--to", folder / out, "-t", "upper,blob", "-j", jobs})
        .out;
  };
  const std::string one = batch("one", "1");
  const std::string eight = batch("eight", "8");
  EXPECT_EQ(sorted_lines(one), sorted_lines(eight));
  ::remove((folder / "one/pressmark-journal.ndjson").c_str());
  ::remove((folder / "eight/pressmark-journal.ndjson").c_str());
  EXPECT_EQ(tree_listing(folder / "one"), tree_listing(folder / "eight"));
}

TEST(Batch, EqualNamesGetNumbersAndNothingIsOverwritten) {
  const TemporaryFolder folder;
  folder.write("in/a/x.txt", "First\n");
  folder.write("in/b/x.txt", "Second\n");
  folder.write("in/b/X.html", "Third\n");
  folder.write("out/X-2.up", "precious");
  const CommandRun run =
      run_command({"batch", folder / "in", "-r", "--to", folder / "out", "-t", "upper"});
  EXPECT_EQ(run.code, ExitCode::some_failed);
  EXPECT_EQ(read_file_octets(folder / "out/x.up"), "FIRST!\n\n");
  EXPECT_EQ(read_file_octets(folder / "out/X-2.up"), "precious");
  EXPECT_EQ(read_file_octets(folder / "out/x-3.up"), "SECOND!\n\n");
}

TEST(Batch, KeepsFoldersWhenAskedTo) {
  const TemporaryFolder folder;
  folder.write("in/a/x.txt", "First\n");
  folder.write("in/b/x.txt", "Second\n");
  folder.write("in/b/x_files/y.txt", "of a saved page\n");
  ASSERT_EQ(run_command({"batch", folder / "in/", "-r", "--keep-dirs", "--to", folder / "out", "-t",
                         "upper"})
                .code,
            ExitCode::done);
  EXPECT_EQ(read_file_octets(folder / "out/a/x.up"), "FIRST!\n\n");
  EXPECT_EQ(read_file_octets(folder / "out/b/x.up"), "SECOND!\n\n");
  EXPECT_EQ(read_file_octets(folder / "out/b/x_files/y.up"), "");
}

TEST(Batch, GoesOnWhereItStopped) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "A\n");
  folder.write("in/b.txt", "!fail limit\n");
  folder.write("in/c.txt", "C\n");
  const std::vector<std::string> words = {"batch",        folder / "in", "--to",
                                          folder / "out", "-t",          "upper"};
  EXPECT_EQ(run_command(words).code, ExitCode::some_failed);
  folder.write("in/b.txt", "B\n");
  folder.write("in/c.txt", "Changed\n");
  auto lines = lines_by_id(run_command(words).out);
  EXPECT_EQ(lines[folder / "in/a.txt"]["status"], "skip");
  EXPECT_EQ(lines[folder / "in/b.txt"]["status"], "ok");
  EXPECT_EQ(lines[folder / "in/c.txt"]["status"], "ok");
  EXPECT_EQ(read_file_octets(folder / "out/c.up"), "CHANGED!\n\n");
  // An output that is gone or damaged is made again; so are all when an option changes.
  folder.write("out/a.up", "damaged");
  lines = lines_by_id(run_command(words).out);
  EXPECT_EQ(lines[folder / "in/a.txt"]["status"], "ok");
  EXPECT_EQ(lines[folder / "in/b.txt"]["status"], "skip");
  EXPECT_EQ(read_file_octets(folder / "out/a.up"), "A!\n\n");
  std::vector<std::string> marked = words;
  marked.insert(marked.end(), {"-O", "mark=?"});
  lines = lines_by_id(run_command(marked).out);
  EXPECT_EQ(lines[folder / "in/b.txt"]["status"], "ok");
  EXPECT_EQ(read_file_octets(folder / "out/b.up"), "B?\n\n");
}

TEST(Batch, ReadsAJournalThatWasCutShort) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "A\n");
  folder.write("in/b.txt", "B\n");
  const std::vector<std::string> words = {"batch", folder / "in", "--to", folder / "out",
                                          "-t",    "upper",       "-j",   "1"};
  run_command(words);
  std::string journal = read_file_octets(folder / "out/pressmark-journal.ndjson");
  folder.write("out/pressmark-journal.ndjson", journal.substr(0, journal.size() - 30));
  const auto lines = lines_by_id(run_command(words).out);
  EXPECT_EQ(lines.at(folder / "in/a.txt")["status"], "skip");
  EXPECT_EQ(lines.at(folder / "in/b.txt")["status"], "ok");
  EXPECT_EQ(lines_by_id(run_command(words).out).at(folder / "in/b.txt")["status"], "skip");
}

TEST(Batch, TakesListsWithOptionsOfTheirOwn) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "A\n");
  const std::string list =
      path + "\n\n" +
      R"({"id":"inline","text":"From the list\n","name":"n","set":{"title":"Set"}})" + "\n" +
      R"({"id":"wrong","colour":"red"})" + "\n{broken\n" + R"({"text":"x","path":"y"})" + "\n" +
      (folder / "none.txt") + "\r\n";
  const CommandRun run = run_command({"batch", "-", "--to", folder / "out", "-t", "upper"}, list);
  EXPECT_EQ(run.code, ExitCode::some_failed);
  auto lines = lines_by_id(run.out);
  EXPECT_EQ(lines.size(), 6U) << run.out;
  EXPECT_EQ(lines[path]["status"], "ok");
  EXPECT_EQ(lines["inline"]["outputs"][0]["path"], "n.up");
  EXPECT_EQ(read_file_octets(folder / "out/n.up"), "SET!\n\n");
  EXPECT_EQ(lines["line 4"]["error"]["code"], "usage");
  EXPECT_EQ(lines["line 4"]["error"]["msg"],
            "line 4 of the list: 'colour' is no member of an item; its members are: id, path, "
            "html, text, name, from, url, encoding, lang, captured, metadata, set");
  EXPECT_EQ(lines["line 5"]["error"]["code"], "usage");
  EXPECT_EQ(lines["line 6"]["error"]["code"], "usage");
  EXPECT_EQ(lines[folder / "none.txt"]["error"]["code"], "unreadable");
}

TEST(Batch, TakesArticlesFoldersAndLists) {
  const TemporaryFolder folder;
  const std::string page = folder.write("a.html", "<!DOCTYPE html>\n");
  const std::string text = folder.write("b.txt", "B\n");
  const std::string inside = folder.write("in/c.txt", "C\n");
  const std::string listed = folder.write("d.txt", "D\n");
  const std::string list = folder.write("list.txt", listed + "\n");
  const CommandRun run = run_command({"batch", text, folder / "in", page, "--list", list, "--to",
                                      folder / "out", "-t", "upper", "-j", "1"});
  EXPECT_EQ(run.code, ExitCode::done) << run.err;
  std::vector<std::string> ids;
  std::istringstream lines(run.out);
  for (std::string line; std::getline(lines, line);) ids.push_back(Json::parse(line)["id"]);
  EXPECT_EQ(ids, (std::vector<std::string>{text, inside, page, listed}));
  EXPECT_EQ(read_file_octets(folder / "out/a.up"), "<!DOCTYPE HTML>!\n\n");
  const CommandRun none = run_command({"batch", "--to", folder / "out", "-t", "upper"});
  EXPECT_EQ(none.code, ExitCode::usage);
  EXPECT_NE(none.err.find("no inputs are named"), std::string::npos) << none.err;
}

TEST(Batch, TellsListsFromArticles) {
  const TemporaryFolder folder;
  const std::string article = folder.write("a.txt", "A\n");
  const auto batch = [&](const std::vector<std::string>& inputs) {
    std::vector<std::string> words = {"batch", "--to", folder / "out", "-t", "upper"};
    words.insert(words.end(), inputs.begin(), inputs.end());
    return run_command(words);
  };
  // Lists where articles are to be.
  for (const std::string& list :
       {folder.write("paths", article + "\r\n"), folder.write("paths.txt", article),
        folder.write("items.ndjson", R"({"text":"x"})"
                                     "\n"),
        folder.write("nul", article + std::string(1, '\0'))}) {
    const CommandRun run = batch({list});
    EXPECT_EQ(run.code, ExitCode::usage) << run.err;
    EXPECT_NE(run.err.find("'" + list + "' looks like a list"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("--list"), std::string::npos) << run.err;
  }
  EXPECT_EQ(batch({folder / "paths", "--from", "text"}).code, ExitCode::done);
  // Articles where lists are to be.
  for (const auto& [name, octets, words] :
       std::vector<std::tuple<std::string, std::string, std::string>>{
           {"page.html", "\n<!DOCTYPE html><html>", "an HTML page"},
           {"page.pdf", "%PDF-1.7\n%\n", "a PDF document"},
           {"nul", article + std::string(1, '\0'), "--null"}}) {
    const CommandRun run = batch({"--list", folder.write(name, octets)});
    EXPECT_EQ(run.code, ExitCode::unreadable) << run.err;
    EXPECT_NE(run.err.find("list"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find(words), std::string::npos) << run.err;
    EXPECT_EQ(run.out, "");
  }
  EXPECT_EQ(batch({"--null", "--list", folder / "nul", "--force"}).code, ExitCode::done);
  const CommandRun of_folder = batch({"--list", folder.path()});
  EXPECT_EQ(of_folder.code, ExitCode::usage);
  EXPECT_NE(of_folder.err.find("without --list"), std::string::npos) << of_folder.err;
}

TEST(Batch, TellsItemsApartByTheirIds) {
  const TemporaryFolder folder;
  const std::string path = folder.write("in/a.txt", "A\n");
  const std::string list = path + "\n" + R"({"path":")" + path + R"(","set":{"title":"Other"}})" +
                           "\n" + R"({"id":"second","path":")" + path +
                           R"(","set":{"title":"Second"}})" + "\n";
  for (int run = 0; run < 2; ++run) {
    const CommandRun result = run_command(
        {"batch", folder / "in", path, "-", "--to", folder / "out", "-t", "upper", "-j", "2"},
        list);
    EXPECT_EQ(result.code, ExitCode::some_failed) << result.err;
    EXPECT_EQ(std::ranges::count(result.out, '\n'), 3) << result.out;
    EXPECT_NE(result.err.find("the id '" + path + "' is given twice"), std::string::npos)
        << result.err;
    EXPECT_EQ(read_file_octets(folder / "out/a.up"), "A!\n\n");
    EXPECT_EQ(lines_by_id(result.out).at(path)["status"], run == 0 ? "ok" : "skip");
  }
}

TEST(Batch, StopsAfterFailuresWhenAskedTo) {
  const TemporaryFolder folder;
  for (const char* name : {"a", "b", "c", "d"}) {
    folder.write(std::string("in/") + name + ".txt", "!fail limit\n");
  }
  const CommandRun run = run_command({"batch", folder / "in", "--to", folder / "out", "-t", "upper",
                                      "-j", "1", "--max-failures", "2"});
  EXPECT_EQ(lines_by_id(run.out).size(), 2U);
  EXPECT_EQ(run.code, ExitCode::some_failed) << "not every item failed: two were not tried";
  const CommandRun first = run_command(
      {"batch", folder / "in", "--to", folder / "other", "-t", "upper", "-j", "1", "--fail-fast"});
  EXPECT_EQ(first.code, ExitCode::some_failed);
  const CommandRun alone = run_command(
      {"batch", folder / "in/a.txt", "--to", folder / "alone", "-t", "upper", "--fail-fast"});
  EXPECT_EQ(alone.code, ExitCode::all_failed) << "there was no other item";
}

TEST(Batch, NamesThatAreNotUtf8HaveIdsOfTheirOwn) {
  const TemporaryFolder folder;
  for (const char* name : {"in/a\xE9.txt", "in/a\xE8.txt", "in/a%.txt"}) folder.write(name, "A\n");
  const std::vector<std::string> words = {"batch", folder / "in", "--to", folder / "out",
                                          "-t",    "upper",       "-j",   "1"};
  const CommandRun run = run_command(words);
  EXPECT_EQ(run.code, ExitCode::done) << run.err;
  auto lines = lines_by_id(run.out);
  EXPECT_EQ(lines.size(), 3U) << run.out;
  for (const char* name : {"in/a%E9.txt", "in/a%E8.txt", "in/a%.txt"}) {
    EXPECT_EQ(lines[folder / name]["status"], "ok") << name << run.out;
  }
  for (const auto& [id, line] : lines_by_id(run_command(words).out)) {
    EXPECT_EQ(line["status"], "skip") << id;
  }
}

TEST(BatchNames, AreUniqueAndSafe) {
  std::vector<BatchItem> items(6);
  items[0].path = "a/x.txt";
  items[1].path = "b/X.txt";
  items[2].path = "c/x.txt";
  items[3].stem = "../../etc/passwd";
  items[4].stem = std::string("a\0b\x1b", 4);
  items[5].path = "d/x-2.txt";
  for (std::size_t i = 0; i < items.size(); ++i) items[i].id = std::to_string(i);
  const Formats formats = sample_formats();
  OutputNames names(formats, {{"2", "kept"}, {"gone", "x"}});
  std::vector<std::string> found;
  for (const BatchItem& item : items) found.push_back(names.name_of(item));
  EXPECT_EQ(found,
            (std::vector<std::string>{"x-2", "X-3", "kept", "_._.._etc_passwd", "a_b_", "x-2-2"}));
}

}  // namespace
}  // namespace pressmark::cli
