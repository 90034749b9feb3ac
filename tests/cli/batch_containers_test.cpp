// WARC and ZIP files as inputs of a batch, and lists of any length.
#include <gtest/gtest.h>

#include <filesystem>

#include "converters/common/zip.h"
#include "tests/cli/batch_lines.h"
#include "tests/cli/sample_formats.h"
#include "tests/support/compressed.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/warc_records.h"

namespace pressmark::cli {
namespace {

const std::string html = "Content-Type: text/html\r\n";

CommandRun batch(const TemporaryFolder& folder, const std::vector<std::string>& more) {
  std::vector<std::string> words = {"batch", "--to", folder / "out", "-t", "upper", "-j", "2"};
  words.insert(words.end(), more.begin(), more.end());
  return run_command(words);
}

TEST(BatchContainers, TakesThePagesOfAWarcFile) {
  const TemporaryFolder folder;
  const std::string url = "https://paper.example/2026/";
  const std::string warc = folder.write(
      "crawl.warc.gz",
      gzipped(warc_response("urn:1", url + "ferry.html", html, "Ferry\n") +
              warc_response("urn:2", url + "x.png", "Content-Type: image/png\r\n", "x") +
              warc_response("urn:3", "https://other.example/ferry", html, "!fail no-article\n") +
              warc_response("urn:4", url + "tide/", html, "Tide\n") + "WARC nonsense\r\n"));
  for (const char* isolation : {"thread", "process"}) {
    const CommandRun run = batch(folder, {warc, "--no-resume", "--isolate", isolation});
    EXPECT_EQ(run.code, ExitCode::some_failed) << run.err;
    auto lines = lines_by_id(run.out);
    ASSERT_EQ(lines.size(), 4U) << run.out;
    EXPECT_EQ(lines["urn:1"]["outputs"][0]["path"], "ferry.up") << run.out;
    EXPECT_EQ(lines["urn:3"]["error"]["code"], "no-article");
    EXPECT_EQ(lines["urn:4"]["name"], "tide");
    EXPECT_EQ(lines[warc]["error"]["code"], "unrecognised");
    EXPECT_EQ(read_file_octets(folder / "out/ferry.up"), "FERRY!\n\n");
  }
  EXPECT_EQ(lines_by_id(batch(folder, {warc}).out)["urn:1"]["status"], "skip");
}

// Crawlers write a record anew where they go on, and files of a crawl are joined.
TEST(BatchContainers, TakesARecordThatIsThereTwiceOnce) {
  const TemporaryFolder folder;
  const std::string record = warc_response("urn:1", "https://paper.example/", html, "Ferry\n");
  const std::string other = warc_response("urn:1", "https://paper.example/", html, "Bridge\n");
  const std::string twice = folder.write("a.warc", record + record);
  const std::string again = folder.write("b.warc", record);
  const CommandRun run = batch(folder, {twice, again});
  EXPECT_EQ(run.code, ExitCode::done) << run.err;
  EXPECT_EQ(lines_by_id(run.out).size(), 1U) << run.out;
  const CommandRun different = batch(folder, {twice, folder.write("c.warc", other), "--no-resume"});
  EXPECT_EQ(different.code, ExitCode::some_failed) << "other octets under the same name";
  EXPECT_NE(different.err.find("is given twice"), std::string::npos) << different.err;
}

TEST(BatchContainers, TellsOfContainersWithoutPages) {
  const TemporaryFolder folder;
  for (const std::string& path :
       {folder.write("empty.warc", ""),
        folder.write("empty.zip", std::string("PK\5\6", 4) + std::string(18, '\0')),
        folder.write("image.warc", warc_response("urn:1", "https://paper.example/a.png",
                                                 "Content-Type: image/png\r\n", "x"))}) {
    const CommandRun run = batch(folder, {path});
    EXPECT_EQ(run.code, ExitCode::all_failed) << path << run.err;
    EXPECT_EQ(lines_by_id(run.out)[path]["error"]["code"], "no-article") << run.out;
  }
}

TEST(BatchContainers, TakesThePagesOfAZipArchive) {
  const TemporaryFolder folder;
  const std::string zip = folder.write(
      "in/saved.zip", *write_zip({{"news/a.html", "A\n!image a_files/x.png\n!image ../b.html\n"},
                                  {"news/a_files/x.png", "png", true},
                                  {"news/a_files/frame.html", "Frame\n"},
                                  {"../../b.html", "B\n"},
                                  {"style.css", "p {}"},
                                  {"bomb.html", std::string(3'000'000, 'x')}}));
  const CommandRun run =
      batch(folder, {folder / "in", "--keep-dirs", "--max-input-bytes", "1000000"});
  EXPECT_EQ(run.code, ExitCode::some_failed) << run.err;
  auto lines = lines_by_id(run.out);
  ASSERT_EQ(lines.size(), 3U) << run.out;
  EXPECT_EQ(lines[zip + "/news/a.html"]["outputs"][0]["path"], "news/a.up");
  EXPECT_EQ(lines[zip + "/news/a.html"]["warnings"].size(), 1U) << "what lies outside its folder";
  EXPECT_EQ(lines[zip + "/../../b.html"]["outputs"][0]["path"], "_./_./b.up");
  EXPECT_EQ(lines[zip + "/bomb.html"]["error"]["code"], "limit");
  const CommandRun chosen =
      batch(folder, {zip, "--glob", "news/*", "--no-resume", "--isolate", "process"});
  EXPECT_EQ(lines_by_id(chosen.out).size(), 1U) << chosen.out;
}

TEST(BatchContainers, ABadContainerIsABadItem) {
  const TemporaryFolder folder;
  const std::string bad = folder.write("bad.zip", "PK nonsense");
  const std::string none = folder / "none.warc";
  const std::string empty = folder.write("empty.zip", *write_zip({{"a.css", "x"}}));
  const std::string good = folder.write("a.txt", "A\n");
  const CommandRun run = batch(folder, {bad, none, empty, good});
  EXPECT_EQ(run.code, ExitCode::some_failed);
  auto lines = lines_by_id(run.out);
  EXPECT_EQ(lines[bad]["error"]["code"], "unrecognised");
  EXPECT_EQ(lines[none]["error"]["code"], "unreadable");
  EXPECT_EQ(lines[empty]["error"]["code"], "no-article");
  EXPECT_EQ(lines[good]["status"], "ok");
}

TEST(BatchContainers, ListsMayComeFromPipes) {
  const TemporaryFolder folder;
  std::string list;
  for (int i = 0; i < 300; ++i) {
    list += R"({"id":")" + std::to_string(i) + R"(","text":"Article )" + std::to_string(i) + "\\n" +
            std::string(1000, 'x') + "\"}\n";
  }
  const std::string path = folder.write("list", list);
  const CommandRun run = batch(folder, {"--list", path, "-"});
  EXPECT_EQ(run.code, ExitCode::done) << run.err;
  EXPECT_EQ(lines_by_id(run.out).size(), 300U);
  EXPECT_NE(run.err.find("the list '-' has no entries"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("300 done, 0 skipped, 0 failed, of 300"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace pressmark::cli
