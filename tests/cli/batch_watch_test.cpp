// `batch --watch`: files that come while it runs, and its end by a signal.
#include <fcntl.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <thread>
#include <utility>

#include "converters/archive/durable_files.h"
#include "tests/cli/batch_lines.h"
#include "tests/support/run_process.h"
#include "tests/support/temporary_folder.h"

namespace pressmark::cli {
namespace {

namespace fs = std::filesystem;

const std::string command = PRESSMARK_COMMAND;

std::string article(const std::string& title) {
  return title + "\n\nThis is the text of the article " + title + ", one paragraph of it.\n";
}

bool comes_true(const std::function<bool()>& condition) {
  constexpr int most_waits = 1000;
  for (int i = 0; i < most_waits; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

// A file that is open to write, in this process only.
class Writer {
 public:
  explicit Writer(const std::string& path)
      : path_(path), file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)) {}
  void add(const std::string& octets) { EXPECT_TRUE(files::write_all(file_.get(), octets, path_)); }
  void close() { file_.close(); }

 private:
  std::string path_;
  files::FileHandle file_;
};

class BatchWatch : public testing::Test {
 protected:
  ~BatchWatch() override {
    if (process_ == 0) return;
    ::kill(process_, SIGKILL);
    wait_for_process(process_);
  }

  void start(const std::vector<std::string>& options) {
    std::vector<std::string> words = {command, "batch", "--watch", in()};
    words.insert(words.end(), options.begin(), options.end());
    fs::remove(folder_ / "lines");
    process_ = start_process(
        words, {.output_file = folder_ / "lines", .error_file = folder_ / "messages"});
  }
  void send(int signal) const { ::kill(process_, signal); }
  int end(int signal) {
    send(signal);
    return wait_for_process(std::exchange(process_, 0));
  }

  std::string in() const { return folder_ / "in"; }
  std::string path(const std::string& name) const { return in() + "/" + name; }
  std::string write(const std::string& name, const std::string& octets) const {
    return folder_.write("in/" + name, octets);
  }
  std::string text(const std::string& file) const { return read_file_octets(folder_ / file); }
  std::string messages() const { return text("messages"); }
  std::string output(const std::string& name) const { return text("out/" + name); }
  std::string journal() const { return text("out/pressmark-journal.ndjson"); }
  // Waits until the output says so, and the line of the journal is there.
  bool becomes(const std::string& name, const std::string& title) const {
    return comes_true([&] {
      return output(name).find(title) != std::string::npos &&
             journal().find(name) != std::string::npos;
    });
  }
  std::ptrdiff_t lines_with(const std::string& file, const std::string& part) const {
    std::istringstream lines(text(file));
    std::ptrdiff_t count = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.find(part) != std::string::npos) ++count;
    }
    return count;
  }

  TemporaryFolder folder_;

 private:
  pid_t process_ = 0;
};

class BatchWatchIn : public BatchWatch, public testing::WithParamInterface<const char*> {};

TEST_P(BatchWatchIn, TakesWhatIsFinishedAndEndsOnASignal) {
  write("there.txt", article("There Before"));
  write(".hidden.txt", article("Hidden"));
  Writer slow(path("slow.txt"));  // being written when the batch begins
  slow.add(article("Slow").substr(0, 20));
  const std::vector<std::string> options = {"-r",      "--to", folder_ / "out", "-t", "text",
                                            "-j",      "2",    "--glob",        "*",  "--isolate",
                                            GetParam()};
  start(options);
  ASSERT_TRUE(becomes("there.txt", "There Before")) << messages();

  Writer growing(path("growing.txt"));  // and while it runs
  growing.add(article("Growing").substr(0, 20));
  write("moved.txt.part", article("Moved"));
  write(".hidden2.txt", article("Hidden"));
  fs::create_hard_link(path("there.txt"), path("linked.txt"));
  ASSERT_TRUE(becomes("linked.txt", "There Before")) << messages();
  EXPECT_EQ(output("growing.txt"), "");
  EXPECT_EQ(output("slow.txt"), "");
  slow.add(article("Slow").substr(20));
  slow.close();
  growing.add(article("Growing").substr(20));
  growing.close();
  fs::rename(path("moved.txt.part"), path("moved.txt"));
  write("new/deeper/below.txt", article("Below"));
  folder_.write("elsewhere/carried.txt", article("Carried"));
  fs::rename(folder_ / "elsewhere", path("elsewhere"));
  for (const auto& [name, title] : {std::pair("slow.txt", "article Slow, one paragraph of it."),
                                    {"growing.txt", "article Growing, one paragraph of it."},
                                    {"moved.txt", "Moved"},
                                    {"below.txt", "Below"},
                                    {"carried.txt", "Carried"}}) {
    EXPECT_TRUE(becomes(name, title)) << name << messages();
  }
  // In a folder that was moved within the watched one, and a second time.
  fs::rename(path("elsewhere"), path("here"));
  write("here/second.txt", article("Second"));
  EXPECT_TRUE(becomes("second.txt", "Second")) << messages();
  write("moved.txt", article("Moved Anew"));
  EXPECT_TRUE(becomes("moved.txt", "Moved Anew")) << messages();
  EXPECT_TRUE(comes_true([&] { return lines_with("lines", "moved.txt") >= 2; }));
  EXPECT_EQ(end(SIGTERM), 143) << messages();

  std::set<std::string> ids;
  for (const auto& [id, line] : lines_by_id(journal())) {
    EXPECT_EQ(line["status"], "ok") << line;
    ids.insert(id.substr(in().size() + 1));
  }
  EXPECT_EQ(ids, (std::set<std::string>{"elsewhere/carried.txt", "growing.txt", "here/carried.txt",
                                        "here/second.txt", "linked.txt", "moved.txt",
                                        "new/deeper/below.txt", "slow.txt", "there.txt"}));
  EXPECT_EQ(lines_with("out/pressmark-journal.ndjson", "\"status\":\"error\""), 0);
  EXPECT_EQ(lines_with("out/pressmark-journal.ndjson", "/moved.txt\""), 2);

  // Begun again, it knows all that it did and goes on.
  const std::string before = journal();
  fs::remove_all(path("elsewhere"));
  write("late.txt", article("Late"));
  start(options);
  ASSERT_TRUE(becomes("late.txt", "Late")) << messages();
  ASSERT_TRUE(comes_true([&] { return lines_with("lines", "\"skip\"") == 8; })) << text("lines");
  EXPECT_EQ(end(SIGINT), 130) << messages();
  EXPECT_TRUE(journal().starts_with(before));
  EXPECT_EQ(lines_with("out/pressmark-journal.ndjson", ""), 11) << journal();
}

INSTANTIATE_TEST_SUITE_P(Workers, BatchWatchIn, testing::Values("thread", "process"),
                         [](const auto& test) { return std::string(test.param); });

TEST_F(BatchWatch, StoresVersionsInAnArchive) {
  const std::string root = folder_ / "root";
  const std::string first =
      write("a.html",
            "<html><head><link rel=canonical href='https://example.org/a'><title>A</title>"
            "</head><body><article><h1>First</h1><p>The first text of this article.</p>"
            "</article></body></html>");
  start({"--archive", root, "-j", "2"});
  ASSERT_TRUE(comes_true([&] { return lines_with("root.journal.ndjson", "a.html") == 1; }));
  std::string page = read_file_octets(first);
  page.replace(page.find("The first text"), 14, "A mended text ");
  folder_.write("a.new", page);
  fs::rename(folder_ / "a.new", first);
  ASSERT_TRUE(comes_true([&] { return lines_with("root.journal.ndjson", "a.html") == 2; }));
  EXPECT_EQ(end(SIGINT), 130) << messages();
  EXPECT_EQ(lines_with("root.journal.ndjson", "\"version\":2"), 1) << text("root.journal.ndjson");
  EXPECT_EQ(run_process({command, "verify", root}).code, 0);
}

// The system drops changes when nobody takes them: then the folders are searched.
TEST_F(BatchWatch, SearchesAgainWhenChangesWereLost) {
  std::size_t most_changes = 0;
  std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> most_changes;
  constexpr std::size_t few = 50'000;
  if (most_changes == 0 || most_changes > few) GTEST_SKIP() << "the queue is too long to fill";
  write("a.txt", article("A"));
  start({"-r", "--to", folder_ / "out", "-t", "text", "-j", "1"});
  ASSERT_TRUE(becomes("a.txt", "A")) << messages();
  send(SIGSTOP);
  for (std::size_t i = 0; i <= most_changes; ++i) {
    std::ofstream(path(i % 2 == 0 ? ".even" : ".odd"));
  }
  write("lost.txt", article("Lost"));
  write("new/below.txt", article("Below"));
  send(SIGCONT);
  EXPECT_TRUE(becomes("lost.txt", "Lost")) << messages();
  EXPECT_TRUE(becomes("below.txt", "Below")) << messages();
  write("new/later.txt", article("Later"));
  EXPECT_TRUE(becomes("later.txt", "Later")) << messages();
  EXPECT_EQ(end(SIGTERM), 143);
}

TEST_F(BatchWatch, RefusesWhatCannotBeWatched) {
  write("a.txt", article("A"));
  const auto run = [&](const std::vector<std::string>& options) {
    std::vector<std::string> words = {command, "batch", "--watch", "-t", "html"};
    words.insert(words.end(), options.begin(), options.end());
    return run_process(words);
  };
  const ProcessResult own = run({in(), "--to", in()});
  EXPECT_EQ(own.code, 2);
  EXPECT_NE(own.err.find("each output would be a new input"), std::string::npos) << own.err;
  EXPECT_EQ(run({in(), "--to", folder_.path()}).code, 2);
  const ProcessResult file = run({path("a.txt"), "--to", folder_ / "out"});
  EXPECT_EQ(file.code, 2);
  EXPECT_NE(file.err.find("name a folder"), std::string::npos) << file.err;
  EXPECT_EQ(run({in(), "--to", folder_ / "out", "--retry-failed"}).code, 2);
}

TEST_F(BatchWatch, EndsWhenTheFolderIsGone) {
  write("a.txt", article("A"));
  start({"--to", folder_ / "out", "-t", "text"});
  ASSERT_TRUE(becomes("a.txt", "A")) << messages();
  fs::rename(in(), folder_ / "away");
  EXPECT_EQ(end(0), 3);
  EXPECT_NE(messages().find("is gone"), std::string::npos) << messages();
}

}  // namespace
}  // namespace pressmark::cli
