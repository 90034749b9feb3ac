// cli/batch_progress.h: how far a batch is, for a person on a terminal or for a program.
#pragma once

#include <cstddef>
#include <optional>

#include "cli/batch_plan.h"
#include "cli/console.h"

namespace pressmark::cli {

struct BatchCounts {
  std::size_t done = 0;     // written, with warnings or without
  std::size_t skipped = 0;  // done before
  std::size_t failed = 0;

  std::size_t finished() const { return done + skipped + failed; }
};

// Shows at most ten lines a second on a terminal, or writes one JSON object a second to standard
// error: {"done","skipped","failed","total","seconds","per_second","seconds_left"}; "total" and
// "seconds_left" are absent while they are not known.
class BatchProgress {
 public:
  BatchProgress(BatchPlan::Progress kind, Console& console);

  void show(const BatchCounts& counts, std::optional<std::size_t> total);
  // The last state, whatever the time; clears a terminal's line.
  void end(const BatchCounts& counts, std::optional<std::size_t> total);

 private:
  void write(const BatchCounts& counts, std::optional<std::size_t> total, long long now);

  BatchPlan::Progress kind_;
  Console& console_;
  long long started_ms_;
  long long shown_ms_ = 0;
};

}  // namespace pressmark::cli
