// The batch command with the real formats: into archives, and past inputs that never end.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "converters/archive/verify.h"
#include "tests/cli/batch_lines.h"
#include "tests/support/run_process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/warc_records.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;
using cli::lines_by_id;

const std::string command = PRESSMARK_COMMAND;

std::string page(int article, const std::string& word = "first") {
  const std::string number = std::to_string(article);
  std::string text = "<html lang='en'><head><link rel='canonical' href='https://paper.example/" +
                     number + "'><title>Article " + number + "</title></head><body><article><h1>" +
                     "Article " + number + "</h1>";
  for (int i = 0; i < 4; ++i) {
    text += "<p>Paragraph " + std::to_string(i) + " of the " + word +
            " edition, long enough to be read as a paragraph of the article, not as a menu.</p>";
  }
  return text + "</article></body></html>";
}

archive::Verification verified(const std::string& root) {
  const auto verification = archive::verify_root(root, 1);
  EXPECT_TRUE(verification) << root;
  return verification ? *verification : archive::Verification{};
}

TEST(BatchCommand, StoresTheRecordsOfAWebArchive) {
  const std::string url = "https://paper.example/1";
  const std::string request =
      warc_record("request", "urn:q", url, "application/http; msgtype=request",
                  "GET /1 HTTP/1.1\r\nHost: paper.example\r\n\r\n");
  const std::string response =
      warc_response("urn:r", url, "Content-Type: text/html\r\nX-Cache: \xFFhit\r\n", page(1));
  for (const char* isolation : {"thread", "process"}) {
    const TemporaryFolder folder;
    const std::string crawl = folder.write("crawl.warc", request + response);
    const std::string root = folder / "root";
    const ProcessResult result =
        run_process({command, "batch", crawl, "--archive", root, "--isolate", isolation});
    ASSERT_EQ(result.code, 0) << result.err << result.out;
    const auto object = lines_by_id(result.out)["urn:r"]["object"];
    const std::string source =
        root + "/" + object["path"].get<std::string>() + "/v1/content/source/";
    EXPECT_EQ(read_file_octets(source + "1"), page(1));
    EXPECT_EQ(read_file_octets(source + "1.warc"), request + response);
    EXPECT_TRUE(verified(root).findings.empty());
  }
}

TEST(BatchCommand, StoresArticlesInAnArchive) {
  const TemporaryFolder folder;
  for (int i = 0; i < 6; ++i) folder.write("in/" + std::to_string(i) + ".html", page(i));
  folder.write("in/empty.html", "");
  const std::string root = folder / "root";
  const std::vector<std::string> words = {command, "batch",     folder / "in", "--archive",
                                          root,    "--message", "Night run"};
  const ProcessResult first = run_process(words);
  EXPECT_EQ(first.code, 1) << first.err;
  auto lines = lines_by_id(first.out);
  ASSERT_EQ(lines.size(), 7U) << first.out;
  const auto object = lines[folder / "in/3.html"]["object"];
  EXPECT_EQ(object["version"], 1);
  EXPECT_EQ(object["stored"], true);
  EXPECT_NE(read_file_octets(root + "/" + object["path"].get<std::string>() + "/inventory.json")
                .find("Night run"),
            std::string::npos);
  EXPECT_EQ(lines[folder / "in/empty.html"]["error"]["code"], "no-article");
  EXPECT_EQ(verified(root).objects, 6U);
  EXPECT_TRUE(verified(root).is_valid());
  EXPECT_TRUE(fs::exists(root + ".journal.ndjson"));

  // Once more: nothing to do. A changed article makes a version; by processes as by threads.
  folder.write("in/3.html", page(3, "second"));
  std::vector<std::string> isolated = words;
  isolated.insert(isolated.end(), {"--isolate", "process"});
  lines = lines_by_id(run_process(isolated).out);
  EXPECT_EQ(lines[folder / "in/2.html"]["status"], "skip");
  EXPECT_EQ(lines[folder / "in/3.html"]["object"]["version"], 2);
  // An archive that lacks what the journal says gets it again.
  fs::remove_all(root);
  lines = lines_by_id(run_process(words).out);
  EXPECT_EQ(lines[folder / "in/2.html"]["object"]["stored"], true);
  EXPECT_EQ(verified(root).objects, 6U);
  EXPECT_TRUE(verified(root).is_valid());
}

TEST(BatchCommand, SaysWhatDoesNotGoWithAnArchive) {
  const TemporaryFolder folder;
  folder.write("a.html", page(1));
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{"--to", folder / "out"}, {"-t", "epub"}, {"--name", "{id}"}}) {
    std::vector<std::string> words = {command, "batch", folder / "a.html", "--archive",
                                      folder / "root"};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(run_process(words).code, 2);
  }
  EXPECT_FALSE(fs::exists(folder / "root"));
}

// A pipe that nobody writes into is an input that never ends; a page of 64 MiB needs more than the
// memory allowed.
TEST(BatchCommand, AnInputThatHangsOrIsTooBigCostsOnlyItself) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "the sanitizer maps terabytes of its own";
#endif
  const TemporaryFolder folder;
  std::string list;
  for (int i = 0; i < 4; ++i) {
    list += folder.write("in/" + std::to_string(i) + ".html", page(i)) + "\n";
  }
  const std::string pipe = folder / "in/pipe.html";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  std::string huge = "<html><body>";
  while (huge.size() < std::size_t{64} << 20) huge += "<p>One more <b>paragraph</b> of many.</p>";
  list = pipe + "\n" + folder.write("in/huge.html", huge) + "\n" + list;
  const ProcessResult run = run_process({command, "batch", "--list", folder.write("list", list),
                                         "--to", folder / "out", "-t", "text,tei", "-j", "2",
                                         "--time-limit", "6", "--memory-limit", "400000000"});
  EXPECT_EQ(run.code, 1) << run.err;
  auto lines = lines_by_id(run.out);
  ASSERT_EQ(lines.size(), 6U) << run.out;
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(lines[folder / ("in/" + std::to_string(i) + ".html")].contains("error"), false);
  }
  EXPECT_EQ(lines[pipe]["error"]["code"], "limit") << lines[pipe];
  EXPECT_EQ(lines[folder / "in/huge.html"]["status"], "error");
}

// Workers end with the command, whatever ends it, and leave nothing behind.
TEST(BatchCommand, KilledWithItsWorkers) {
  const TemporaryFolder folder;
  const std::string pipe = folder / "slow.html";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const std::string list = folder.write("list", pipe + "\n");
  const pid_t process = start_process({command, "batch", "--list", list, "--to", folder / "out",
                                       "-t", "text", "--isolate", "process"});
  const int writer = ::open(pipe.c_str(), O_WRONLY);  // waits for the worker that reads
  ASSERT_GE(writer, 0);
  ::kill(process, SIGINT);
  ::usleep(300000);
  ::kill(process, SIGINT);
  EXPECT_EQ(wait_for_process(process), 130);
  // The worker was the last reader: once it is gone, writing fails.
  ::signal(SIGPIPE, SIG_IGN);
  bool is_gone = false;
  for (int i = 0; i < 200 && !is_gone; ++i) {
    is_gone = ::write(writer, "x", 1) < 0 && errno == EPIPE;
    ::usleep(10000);
  }
  EXPECT_TRUE(is_gone);
  ::close(writer);
}

}  // namespace
}  // namespace pressmark
