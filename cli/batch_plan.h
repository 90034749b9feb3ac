// cli/batch_plan.h: what a batch is to do, checked before it begins.
#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/name_template.h"
#include "converters/archive/durable_files.h"
#include "core/pipeline/format.h"

namespace pressmark::cli {

struct BatchPlan {
  std::optional<std::size_t> total;    // of the items; absent: not known before they are read
  std::vector<const Format*> formats;  // to write
  std::string folder;                  // for the outputs; empty: they go into an archive
  std::optional<NameTemplate> name_template;
  std::set<files::FileIdentity> sources;  // of the items: no output may replace one
  std::string message;                    // of the versions archived
  std::size_t jobs = 1;
  std::size_t most_failures = 0;  // 0: no bound
  enum class Rerun { if_changed, always } rerun = Rerun::if_changed;
  enum class Warnings { allowed, fail } warnings = Warnings::allowed;
  enum class Timings { no, yes } timings = Timings::no;
  enum class Overwrite { no, yes } overwrite = Overwrite::no;
  enum class Progress { none, line, json } progress = Progress::line;
  // Whether the batch goes on when its items are done, until it is stopped.
  enum class Watch { no, yes } watch = Watch::no;
  enum class Isolation { thread, process } isolation = Isolation::thread;
  // Of one item in a process of its own; absent: none.
  std::optional<std::chrono::seconds> time_limit;
  std::size_t memory_limit = 0;  // octets of data of a worker process; 0: none
};

// Where an item of that name goes in `format`.
std::string output_path(const BatchPlan& plan, const std::string& name, const Format& format);

}  // namespace pressmark::cli
