// What an item that crashes, hangs or takes too much memory costs: itself.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/cli/batch_lines.h"
#include "tests/cli/sample_formats.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::cli {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool memory_is_watched = true;  // the sanitizer maps terabytes of its own
#else
constexpr bool memory_is_watched = false;
#endif

TEST(BatchIsolation, BadItemsCostOnlyThemselves) {
  const TemporaryFolder folder;
  for (int i = 0; i < 20; ++i) {
    folder.write("in/good" + std::to_string(i) + ".txt", "Article\n");
  }
  folder.write("in/crash1.txt", "!abort\n");
  folder.write("in/crash2.txt", "!abort\n");
  folder.write("in/hang.txt", "!hang\n");
  folder.write("in/corrupt.txt", "!fail unrecognised\n");
  folder.write("in/throw.txt", "!throw\n");
  folder.write("in/memory.txt", "!memory\n");
  for (const char* jobs : {"1", "3"}) {
    const std::string out = folder / ("out" + std::string(jobs));
    const CommandRun run = run_command({"batch", folder / "in", "--to", out, "-t", "upper", "-j",
                                        jobs, "--isolate", "process", "--time-limit", "1"});
    EXPECT_EQ(run.code, ExitCode::some_failed) << run.err;
    auto lines = lines_by_id(run.out);
    ASSERT_EQ(lines.size(), 26U) << run.out;
    for (int i = 0; i < 20; ++i) {
      const std::string name = "good" + std::to_string(i);
      EXPECT_EQ(lines[folder / ("in/" + name + ".txt")]["status"], "ok") << run.err;
      EXPECT_EQ(read_file_octets(out + "/" + name + ".up"), "ARTICLE!\n\n");
    }
    const auto failure = [&](const char* name) {
      return lines[folder / ("in/" + std::string(name) + ".txt")]["error"];
    };
    EXPECT_EQ(failure("crash1")["code"], "internal");
    EXPECT_EQ(failure("crash1")["msg"],
              "the conversion crashed (SIGABRT: Aborted); please report it with the input");
    EXPECT_EQ(failure("crash2")["code"], "internal");
    EXPECT_EQ(failure("hang")["code"], "limit");
    EXPECT_EQ(failure("hang")["msg"],
              "it took longer than 1 s and was ended; raise --time-limit, or look into this input");
    EXPECT_EQ(failure("corrupt")["code"], "unrecognised");
    EXPECT_EQ(failure("throw")["code"], "internal");
    EXPECT_EQ(failure("memory")["code"], "limit");
  }
  std::filesystem::remove(folder / "out1/pressmark-journal.ndjson");
  std::filesystem::remove(folder / "out3/pressmark-journal.ndjson");
  EXPECT_EQ(tree_listing(folder / "out1"), tree_listing(folder / "out3"));
}

TEST(BatchIsolation, MemoryIsBounded) {
  if (memory_is_watched) GTEST_SKIP() << "not under the address sanitizer";
  const TemporaryFolder folder;
  folder.write("in/a.txt", "!take 2000\n");
  folder.write("in/b.txt", "!take 20\n");
  folder.write("in/c.txt", "C\n");
  const CommandRun run = run_command({"batch", folder / "in", "--to", folder / "out", "-t", "upper",
                                      "-j", "1", "--memory-limit", "500000000"});
  EXPECT_EQ(run.code, ExitCode::some_failed) << run.err;
  auto lines = lines_by_id(run.out);
  EXPECT_EQ(lines[folder / "in/a.txt"]["error"]["code"], "limit");
  EXPECT_EQ(lines[folder / "in/a.txt"]["error"]["msg"], "out of memory");
  EXPECT_EQ(read_file_octets(folder / "out/b.up"), "TOOK 20971520!\n\n");
  EXPECT_EQ(lines[folder / "in/c.txt"]["status"], "ok");
}

TEST(BatchIsolation, LinesAreThoseOfThreads) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "A\n!warn x\n");
  folder.write("in/b.txt", "!fail limit\n");
  const std::string list = std::string(R"({"id":"c","text":"C\n","set":{"title":"Set"}})") +
                           "\n{broken\n" + R"({"path":"d\u0001"})" + "\n";
  const auto batch = [&](const std::string& out, const std::string& isolation) {
    return run_command({"batch", folder / "in", "-", "--to", folder / out, "-t", "upper,blob", "-j",
                        "1", "--isolate", isolation},
                       list);
  };
  const CommandRun threads = batch("threads", "thread");
  const CommandRun processes = batch("processes", "process");
  EXPECT_EQ(threads.out, processes.out);
  EXPECT_EQ(threads.err, processes.err);
  EXPECT_EQ(tree_listing(folder / "threads"), tree_listing(folder / "processes"));
  const CommandRun again = batch("processes", "process");
  EXPECT_EQ(lines_by_id(again.out).at("c")["status"], "skip") << again.out;
}

TEST(BatchIsolation, ChecksItsOptions) {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "A\n");
  const auto code = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words = {"batch",        folder / "in", "--to",
                                      folder / "out", "-t",          "upper"};
    words.insert(words.end(), more.begin(), more.end());
    return run_command(words).code;
  };
  EXPECT_EQ(code({"--isolate", "vm"}), ExitCode::usage);
  EXPECT_EQ(code({"--isolate", "thread", "--time-limit", "1"}), ExitCode::usage);
  EXPECT_EQ(code({"--time-limit", "0"}), ExitCode::usage);
  EXPECT_EQ(code({"--memory-limit", "much"}), ExitCode::usage);
  EXPECT_EQ(code({"--progress", "loud"}), ExitCode::usage);
  EXPECT_FALSE(std::filesystem::exists(folder / "out"));
}

}  // namespace
}  // namespace pressmark::cli
