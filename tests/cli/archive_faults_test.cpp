// An archive in which every call of the system may fail or be the last: after each, what was
// acknowledged is there, the root is valid, and the next run goes through and clears up.
#include <gtest/gtest.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "converters/archive/catalogue.h"
#include "converters/archive/store.h"
#include "converters/archive/verify.h"
#include "tests/support/run_process.h"
#include "tests/support/temporary_folder.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

const std::string command = PRESSMARK_COMMAND;
const std::string identifier = "urn:example:faults";

class ArchiveFaults : public testing::Test {
 protected:
  // In memory where that is possible: the faults are made, no disk needs to be waited for.
  static void SetUpTestSuite() {
    if (fs::is_directory("/dev/shm")) ::setenv("TMPDIR", "/dev/shm", 0);
  }

  // Archives edition `edition` of the article; at the `call`-th call the fault happens (0: none).
  ProcessResult archive(int edition, int call = 0, const std::string& fault = "") {
    const std::string input = folder_.write(
        "a.txt", "A headline about faults\n\nThe text of edition " + std::to_string(edition) +
                     ", which says that a disk can fail at any moment.\n");
    std::map<std::string, std::string> environment;
    if (call > 0) {
      environment = {{"LD_PRELOAD", PRESSMARK_FAULT_SHIM},
                     {"PRESSMARK_FAULT_BELOW", root()},
                     {"PRESSMARK_FAULT_AT", std::to_string(call)},
                     {"PRESSMARK_FAULT", fault},
                     {"PRESSMARK_FAULT_MARK", folder_ / "mark"}};
    }
    return run_process({command, "archive", input, "--to", root(), "--id", identifier},
                       {.environment = environment});
  }

  std::string root() const { return folder_ / "root"; }

  // The call that the fault hit; empty where the run has fewer calls.
  std::string hit() const {
    return fs::exists(folder_ / "mark") ? read_file_octets(folder_ / "mark") : std::string();
  }

  int newest() const {
    const auto store = archive::Store::open(root());
    if (!store) return 0;
    const auto inventory = store->find(identifier);
    EXPECT_TRUE(inventory) << inventory.error().message();
    return inventory && *inventory ? (**inventory).head() : 0;
  }

  void expect_valid() const {
    const auto verification = archive::verify_root(root(), 1);
    ASSERT_TRUE(verification) << verification.error().message();
    for (const archive::Finding& finding : verification->findings) {
      EXPECT_NE(finding.level, archive::Finding::Level::error)
          << finding.code << " " << finding.path << ": " << finding.text;
    }
  }

  // A catalogue has the newest version, or says that it is none to be trusted.
  void expect_catalogue(int edition) const {
    auto store = archive::Store::open(root());
    ASSERT_TRUE(store);
    auto catalogue = archive::Catalogue::open(std::move(*store));
    if (!catalogue) {
      EXPECT_NE(catalogue.error().remedy().find("reindex"), std::string::npos)
          << catalogue.error().message();
      return;
    }
    const auto query =
        archive::parse_catalogue_query("\"edition " + std::to_string(edition) + "\"");
    const auto hits = catalogue->find(*query, 10);
    ASSERT_TRUE(hits) << hits.error().message();
    EXPECT_EQ(hits->size(), 1U);
  }

  // Puts the root back to the first `stored` editions.
  void reset(int stored) {
    const std::string kept = folder_ / "kept";
    if (!fs::exists(kept)) {
      for (int edition = 1; edition <= stored; ++edition) ASSERT_EQ(archive(edition).code, 0);
      fs::create_directories(root());
      fs::rename(root(), kept);
      if (stored > 0) {
        fs::rename(root() + ".catalogue.sqlite", archive::Catalogue::path_for(kept));
      }
    }
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      if (entry.path() != kept && !entry.path().string().starts_with(kept + ".")) {
        fs::remove_all(entry.path());
      }
    }
    if (stored == 0) return;
    fs::copy(kept, root(), fs::copy_options::recursive);
    fs::copy(archive::Catalogue::path_for(kept), archive::Catalogue::path_for(root()));
  }

  // Runs `archive` of one more edition once for each of its calls, each time from `stored`
  // editions, and checks what is left.
  void break_every_call(int stored, const std::string& fault) {
    int calls = 0;
    for (int call = 1;; ++call) {
      reset(stored);
      const ProcessResult broken = archive(stored + 1, call, fault);
      SCOPED_TRACE(fault + " at call " + std::to_string(call) + ", " + hit() + ": " + broken.err);
      if (hit().empty()) {
        EXPECT_EQ(broken.code, 0);
        break;
      }
      ++calls;
      if (fault != "kill") {
        EXPECT_TRUE(broken.code == 0 || broken.code == 5) << broken.code;
      }
      const bool acknowledged = broken.out.starts_with("stored");
      if (fs::exists(root() + "/0=ocfl_1.1")) expect_valid();
      EXPECT_GE(newest(), acknowledged ? stored + 1 : stored);
      const ProcessResult next = archive(stored + 1);
      ASSERT_EQ(next.code, 0) << next.err;
      EXPECT_EQ(newest(), stored + 1);
      expect_valid();
      expect_catalogue(stored + 1);
      EXPECT_FALSE(fs::exists(root() + "/extensions/pressmark-staging"));
    }
    EXPECT_GT(calls, 30) << "the shim was not loaded";
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(ArchiveFaults, KillAtEveryCallOfAFirstVersion) { break_every_call(0, "kill"); }
TEST_F(ArchiveFaults, KillAtEveryCallOfALaterVersion) { break_every_call(1, "kill"); }
TEST_F(ArchiveFaults, FailureOfEveryCallOfAFirstVersion) {
  break_every_call(0, std::to_string(EIO));
}
TEST_F(ArchiveFaults, FailureOfEveryCallOfALaterVersion) {
  break_every_call(1, std::to_string(ENOSPC));
}

}  // namespace
}  // namespace pressmark
