#include "cli/batch_run.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

#include "cli/worker_process.h"

namespace pressmark::cli {
namespace {

using Clock = std::chrono::steady_clock;

// Short enough for interruption, deadlines and the progress line.
constexpr std::chrono::milliseconds wait_interval(100);

}  // namespace

BatchRun::BatchRun(const BatchPlan& plan, NextItem next, const ItemWorker& worker, Console& console,
                   Journal& journal, ItemHistory& history)
    : plan_(plan),
      worker_(worker),
      console_(console),
      journal_(journal),
      history_(history),
      next_(std::move(next)),
      progress_(plan.progress, console) {}

BatchCounts BatchRun::run(const std::function<bool()>& stop) {
  if (plan_.isolation == BatchPlan::Isolation::process) {
    run_processes(stop);
  } else {
    run_threads(stop);
  }
  progress_.end(counts_, plan_.total);
  return counts_;
}

void BatchRun::run_threads(const std::function<bool()>& stop) {
  std::vector<std::jthread> workers;
  for (std::size_t i = 1; i < plan_.jobs; ++i) workers.emplace_back([&] { work(stop); });
  work(stop);
}

std::optional<NamedItem> BatchRun::take_item() {
  Result<std::optional<NamedItem>> item = next_();
  if (item) return std::move(*item);
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = item.error();
  stopped_ = true;
  return {};
}

// The one thread that waits looks for all.
std::optional<NamedItem> BatchRun::wait_for_item(const std::function<bool()>& stop) {
  const std::lock_guard taking(next_mutex_);
  while (!stopped_ && !stop()) {
    std::optional<NamedItem> item = take_item();
    if (item || plan_.watch == BatchPlan::Watch::no) return item;
    std::this_thread::sleep_for(wait_interval);
  }
  return {};
}

void BatchRun::work(const std::function<bool()>& stop) {
  while (const std::optional<NamedItem> item = wait_for_item(stop)) {
    finish(worker_.work_on(item->item, item->name));
  }
}

// A worker process and the item it is at.
struct BatchRun::Slot {
  std::optional<WorkerProcess> process;
  std::optional<NamedItem> item;
  Clock::time_point deadline = Clock::time_point::max();
};

// One thread minds all processes: so it may fork at any time.
void BatchRun::run_processes(const std::function<bool()>& stop) {
  std::vector<Slot> slots(plan_.jobs);
  bool is_end = false;
  const bool is_watching = plan_.watch == BatchPlan::Watch::yes;
  for (;;) {
    bool has_items = true;  // for now
    for (Slot& slot : slots) {
      if (slot.item || !has_items || is_end || stopped_ || stop()) continue;
      slot.item = take_item();
      has_items = slot.item.has_value();
      is_end = !has_items && !is_watching;
      if (!has_items) continue;
      if (auto given = give_item(slots, slot); !given) {
        failure_ = given.error();
        stopped_ = true;
        slot.item.reset();
      }
    }
    std::vector<pollfd> descriptors;
    std::vector<Slot*> busy;
    for (Slot& slot : slots) {
      if (!slot.item) continue;
      descriptors.push_back({slot.process->descriptor(), POLLIN, 0});
      busy.push_back(&slot);
    }
    if (busy.empty() && (is_end || stopped_ || stop())) return;
    if (::poll(descriptors.data(), descriptors.size(), wait_interval.count()) < 0) continue;
    for (std::size_t i = 0; i < busy.size(); ++i) {
      if (descriptors[i].revents != 0) {
        take_answer(*busy[i]);
      } else if (Clock::now() > busy[i]->deadline) {
        const NamedItem late = *std::exchange(busy[i]->item, std::nullopt);
        busy[i]->process.reset();
        finish(worker_.lost(
            late.item, late.name,
            Error(ErrorKind::limit,
                  fmt::format("it took longer than {} s and was ended", plan_.time_limit->count()),
                  "raise --time-limit, or look into this input")));
      }
    }
    progress_.show(counts_, plan_.total);
  }
}

Result<Done> BatchRun::give_item(std::vector<Slot>& slots, Slot& slot) {
  // A worker that ended while it had nothing to do is replaced, once.
  for (int attempt = 0; attempt < 2; ++attempt) {
    if (!slot.process) {
      std::vector<int> inherited;
      for (const Slot& other : slots) {
        if (other.process) inherited.push_back(other.process->descriptor());
      }
      Result<WorkerProcess> started = WorkerProcess::start(worker_, plan_.memory_limit, inherited);
      if (!started) return started.error();
      slot.process.emplace(std::move(*started));
    }
    if (slot.process->send(slot.item->item, slot.item->name)) break;
    slot.process.reset();
  }
  if (!slot.process) {
    return Error(ErrorKind::internal, "worker processes end before they have begun");
  }
  slot.deadline = plan_.time_limit ? Clock::now() + *plan_.time_limit : Clock::time_point::max();
  return Done{};
}

void BatchRun::take_answer(Slot& slot) {
  WorkerProcess::Answer answer = slot.process->receive();
  if (!answer.outcome && !answer.end) return;
  const NamedItem item = *std::exchange(slot.item, std::nullopt);
  if (answer.end || answer.outcome->out_of_memory) slot.process.reset();
  finish(answer.outcome ? *answer.outcome : worker_.lost(item.item, item.name, *answer.end));
}

void BatchRun::finish(const ItemOutcome& outcome) {
  using Status = ItemOutcome::Status;
  history_.finish(outcome);
  const std::lock_guard lock(mutex_);
  if (outcome.status == Status::failed) {
    ++counts_.failed;
    console_.warning("error: " + outcome.id + ": " + outcome.error);
  } else if (outcome.status == Status::skipped) {
    ++counts_.skipped;
  } else {
    ++counts_.done;
  }
  if (plan_.most_failures > 0 && counts_.failed >= plan_.most_failures) stopped_ = gave_up_ = true;
  if (outcome.status != Status::skipped) {
    if (auto added = journal_.add(outcome.line); !added && !failure_) failure_ = added.error();
  }
  if (auto written = console_.write(outcome.line + "\n"); !written && !failure_) {
    failure_ = written.error();
  }
  if (failure_) stopped_ = true;
  progress_.show(counts_, plan_.total);
}

}  // namespace pressmark::cli
