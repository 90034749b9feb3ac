// What only a process of its own can show: signals, closed pipes, full disks, the environment.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "tests/support/run_process.h"
#include "tests/support/temporary_folder.h"

namespace pressmark {
namespace {

const std::string command = PRESSMARK_COMMAND;
const std::string sample = PRESSMARK_SOURCE_DIR "/samples/tide-tables.html";

TEST(Process, WritesTheSameBytesWhateverItsSurroundings) {
  const TemporaryFolder one;
  const TemporaryFolder two;
  const std::vector<std::string> words = {
      command, "convert", sample, "-t", "html,text,csljson,json,native", "-o", "./"};
  ASSERT_EQ(run_process(words, {.folder = one.path(),
                                .environment = {{"TZ", "Pacific/Auckland"}, {"LANG", "C"}}})
                .code,
            0);
  ASSERT_EQ(run_process(words, {.folder = two.path(),
                                .environment = {{"TZ", "America/New_York"},
                                                {"LANG", "tr_TR.UTF-8"},
                                                {"LC_ALL", "tr_TR.UTF-8"}}})
                .code,
            0);
  EXPECT_EQ(tree_listing(one.path()), tree_listing(two.path()));
}

TEST(Process, FullDiskIsAnError) {
  const ProcessResult file =
      run_process({command, "convert", sample, "-t", "text", "-o", "/dev/full"});
  EXPECT_EQ(file.code, 5);
  EXPECT_NE(file.err.find("'/dev/full'"), std::string::npos) << file.err;
  const ProcessResult output =
      run_process({command, "convert", sample, "-t", "text"}, {.output_file = "/dev/full"});
  EXPECT_EQ(output.code, 5);
  EXPECT_NE(output.err.find("standard output"), std::string::npos) << output.err;
}

TEST(Process, FileSizeLimitLeavesNothing) {
  const TemporaryFolder folder;
  folder.write("kept.json", "old");
  const ProcessResult result = run_process({command, "convert", sample, "-o", folder / "kept.json"},
                                           {.most_file_bytes = 512});
  EXPECT_EQ(result.code, 5) << result.err;
  EXPECT_EQ(tree_listing(folder.path()), "kept.json: old\n");
}

TEST(Process, ClosedReaderEndsItQuietly) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  const pid_t process = ::fork();
  if (process == 0) {
    ::signal(SIGPIPE, SIG_DFL);
    ::dup2(ends[1], STDOUT_FILENO);
    ::execl(command.c_str(), command.c_str(), "convert", sample.c_str(), "-t", "text", nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  EXPECT_EQ(wait_for_process(process), 141);
}

// A batch whose list comes from a pipe that stays open, so that it runs until it is stopped.
TEST(Process, InterruptionEndsIt) {
  for (const auto& [signal, code] : {std::pair(SIGINT, 130), std::pair(SIGTERM, 143)}) {
    const TemporaryFolder folder;
    const std::string pipe = folder / "pipe.html";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const pid_t process = start_process({command, "convert", pipe, "-t", "text"});
    // The program opens the pipe to read once its handlers are in place.
    const int writer = ::open(pipe.c_str(), O_WRONLY);
    ASSERT_GE(writer, 0);
    ::kill(process, signal);
    EXPECT_EQ(wait_for_process(process), code);
    ::close(writer);
  }
}

TEST(Process, BatchFinishesItsItemsWhenInterrupted) {
  const TemporaryFolder folder;
  const std::string pipe = folder / "slow.html";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const std::string list = folder.write("list", pipe + "\n" + sample + "\n");
  const pid_t process = start_process(
      {command, "batch", "--list", list, "--to", folder / "out", "-t", "text", "-j", "1"});
  const int writer = ::open(pipe.c_str(), O_WRONLY);
  ASSERT_GE(writer, 0);
  ::kill(process, SIGINT);
  const std::string page = read_file_octets(sample);
  ASSERT_EQ(::write(writer, page.data(), page.size()), static_cast<ssize_t>(page.size()));
  ::close(writer);
  EXPECT_EQ(wait_for_process(process), 130);
  const std::string journal = read_file_octets(folder / "out/pressmark-journal.ndjson");
  EXPECT_NE(journal.find("slow"), std::string::npos);
  EXPECT_EQ(journal.find("tide-tables"), std::string::npos);
}

TEST(Process, BadInputIsAClearErrorAndNoOutput) {
  const TemporaryFolder folder;
  folder.write("empty.html", "");
  folder.write("binary.html", read_file_octets(command).substr(0, 5000));
  const std::pair<std::string, int> cases[] = {{folder / "empty.html", 4},
                                               {folder / "binary.html", 3},
                                               {folder / "none.html", 3},
                                               {folder.path(), 3}};
  for (const auto& [input, code] : cases) {
    const ProcessResult result =
        run_process({command, "convert", input, "-o", folder / "out/a.json"});
    EXPECT_EQ(result.code, code) << input << result.err;
    EXPECT_EQ(result.err.rfind("pressmark: error: ", 0), 0U) << result.err;
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(read_file_octets(folder / "out/a.json"), "");
  }
}

TEST(Process, ManyOpenElementsAreALimit) {
  const TemporaryFolder folder;
  std::string page;
  constexpr std::size_t size = std::size_t{200} << 20;
  while (page.size() < size) page += "<div><div><div><div><div><div><div><div>";
  const std::string input = folder.write("divs.html", page);
  const ProcessResult result = run_process({command, "convert", input, "-o", folder / "a.json"});
  EXPECT_EQ(result.code, 8) << result.err;
  EXPECT_NE(result.err.find("--max-input-bytes"), std::string::npos) << result.err;
}

}  // namespace
}  // namespace pressmark
