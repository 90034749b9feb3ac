// cli/batch_run.h: a batch at work: workers that take items, and the report of each.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "cli/article_input.h"
#include "cli/batch_item.h"
#include "cli/console.h"
#include "cli/journal.h"
#include "cli/output_target.h"
#include "cli/settings.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

struct BatchPlan {
  std::vector<BatchItem> items;
  std::vector<std::string> names;      // of the outputs, one for each item
  std::vector<const Format*> formats;  // to write
  std::string folder;                  // for the outputs
  std::size_t jobs = 1;
  std::size_t most_failures = 0;  // 0: no bound
  enum class Rerun { if_changed, always } rerun = Rerun::if_changed;
  enum class Warnings { allowed, fail } warnings = Warnings::allowed;
  enum class Timings { no, yes } timings = Timings::no;
  enum class Overwrite { no, yes } overwrite = Overwrite::no;
};

// Where the item at `index` goes in `format`.
std::string output_path(const BatchPlan& plan, std::size_t index, const Format& format);

struct BatchCounts {
  std::size_t done = 0;     // written, with warnings or without
  std::size_t skipped = 0;  // done before
  std::size_t failed = 0;
};

// Works on all items with `plan.jobs` threads; memory is bounded by the items in flight. Each
// finished item is one line on standard output and, but for skipped ones, in the journal. Stops
// taking items when `stop` returns true. Outputs do not depend on the number of threads.
class BatchRun {
 public:
  BatchRun(const BatchPlan& plan, const Settings& settings, const Formats& formats,
           Console& console, Journal& journal);

  BatchCounts run(const std::function<bool()>& stop);
  // What made the run itself stop, other than items: a journal or output that cannot be written.
  const std::optional<Error>& failure() const { return failure_; }

 private:
  struct ItemReport;

  void work(const std::function<bool()>& stop);
  ItemReport report_on(std::size_t index);
  Result<Done> process(std::size_t index, ItemReport& report);
  std::vector<OutputTarget> targets_of(std::size_t index) const;
  bool is_done_already(const BatchItem& item, const std::string& key) const;
  void finish(ItemReport report);
  void show_progress();

  const BatchPlan& plan_;
  const Settings& settings_;
  const Formats& formats_;
  Console& console_;
  Journal& journal_;
  std::string configuration_digest_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;  // for all below
  BatchCounts counts_;
  std::optional<Error> failure_;
  long long started_ms_ = 0;
  long long shown_ms_ = 0;
};

}  // namespace pressmark::cli
