// cli/batch_run.h: a batch at work: workers that take items, and the report of each.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "cli/batch_item.h"
#include "cli/batch_plan.h"
#include "cli/batch_progress.h"
#include "cli/batch_worker.h"
#include "cli/console.h"
#include "cli/item_history.h"
#include "cli/journal.h"

namespace pressmark::cli {

// An item, and the name of its outputs.
struct NamedItem {
  BatchItem item;
  std::string name;
};

// Gives the next item; absent at the end, or, where the batch watches, while there is none. Fails
// where the list cannot be read on.
using NextItem = std::function<Result<std::optional<NamedItem>>()>;

// Works on all items with `plan.jobs` threads or processes; memory is bounded by the items in
// flight. Each finished item is one line on standard output and, but for skipped ones, in the
// journal. Stops taking items when `stop` returns true. Outputs do not depend on the number of
// workers.
class BatchRun {
 public:
  // Only one thread at a time calls `next`.
  BatchRun(const BatchPlan& plan, NextItem next, const ItemWorker& worker, Console& console,
           Journal& journal, ItemHistory& history);

  BatchCounts run(const std::function<bool()>& stop);
  // What made the run itself stop, other than items: a list that cannot be read on, a journal or
  // output that cannot be written.
  // Whether items may be left, since so many had failed.
  bool gave_up() const { return gave_up_; }
  const std::optional<Error>& failure() const { return failure_; }

 private:
  struct Slot;

  void run_threads(const std::function<bool()>& stop);
  void work(const std::function<bool()>& stop);
  void run_processes(const std::function<bool()>& stop);
  std::optional<NamedItem> take_item();
  std::optional<NamedItem> wait_for_item(const std::function<bool()>& stop);
  Result<Done> give_item(std::vector<Slot>& slots, Slot& slot);
  void take_answer(Slot& slot);
  void finish(const ItemOutcome& outcome);

  const BatchPlan& plan_;
  const ItemWorker& worker_;
  Console& console_;
  Journal& journal_;
  ItemHistory& history_;
  std::atomic<bool> stopped_ = false;
  std::mutex next_mutex_;
  NextItem next_;
  std::mutex mutex_;  // for all below
  BatchCounts counts_;
  BatchProgress progress_;
  bool gave_up_ = false;
  std::optional<Error> failure_;
};

}  // namespace pressmark::cli
