#include "cli/atomic_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace pressmark::cli {
namespace {

TEST(AtomicFile, MakesAndReplaces) {
  const TemporaryFolder folder;
  const std::string path = folder / "a";
  ASSERT_TRUE(write_file_atomically(path, "one", Existing::keep));
  ASSERT_TRUE(write_file_atomically(path, "one", Existing::keep));
  EXPECT_FALSE(write_file_atomically(path, "two", Existing::keep));
  EXPECT_EQ(read_file_octets(path), "one");
  ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
  ASSERT_TRUE(write_file_atomically(path, "two", Existing::replace));
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0640U);
  EXPECT_EQ(tree_listing(folder.path()), "a: two\n");
}

TEST(AtomicFile, FollowsLinksAndWritesToDevices) {
  const TemporaryFolder folder;
  folder.write("real", "old");
  ASSERT_EQ(::symlink("real", (folder / "link").c_str()), 0);
  ASSERT_TRUE(write_file_atomically(folder / "link", "new", Existing::replace));
  EXPECT_EQ(read_file_octets(folder / "real"), "new");
  EXPECT_TRUE(write_file_atomically("/dev/null", "x", Existing::replace));
}

TEST(AtomicFile, FailuresLeaveNothing) {
  const TemporaryFolder folder;
  const auto into_folder = write_file_atomically(folder.path(), "x", Existing::replace);
  ASSERT_FALSE(into_folder);
  EXPECT_EQ(into_folder.error().kind(), ErrorKind::unwritable);
  EXPECT_FALSE(write_file_atomically(folder / "none/a", "x", Existing::replace));
  const auto full = write_file_atomically("/dev/full", "x", Existing::replace);
  ASSERT_FALSE(full);
  EXPECT_NE(full.error().message().find("/dev/full"), std::string::npos);
  EXPECT_NE(full.error().message().find("no space left"), std::string::npos);
  EXPECT_EQ(tree_listing(folder.path()), "");
}

TEST(AtomicFile, OneOfManyWritersWins) {
  const TemporaryFolder folder;
  const std::string path = folder / "a";
  {
    std::vector<std::jthread> writers;
    for (int i = 0; i < 8; ++i) {
      writers.emplace_back([&, i] {
        for (int n = 0; n < 5; ++n) {
          EXPECT_TRUE(write_file_atomically(path, std::string(1000, static_cast<char>('a' + i)),
                                            Existing::replace));
        }
      });
    }
  }
  const std::string content = read_file_octets(path);
  EXPECT_EQ(content, std::string(1000, content[0]));
  EXPECT_EQ(tree_listing(folder.path()), "a: " + content + "\n");
}

}  // namespace
}  // namespace pressmark::cli
