#include <fmt/format.h>

#include <csignal>
#include <set>

#include "cli/batch_item.h"
#include "cli/batch_run.h"
#include "cli/commands/commands.h"
#include "cli/journal.h"
#include "cli/output_target.h"
#include "cli/signals.h"
#include "converters/archive/durable_files.h"

namespace pressmark::cli {
namespace {

// Two formats of one extension would take each other's files.
Result<Done> check_extensions(const std::vector<const Format*>& formats) {
  for (std::size_t i = 0; i < formats.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (extension_of(*formats[i]) != extension_of(*formats[j])) continue;
      return Error(ErrorKind::usage,
                   fmt::format("'{}' and '{}' have the same file extension", formats[j]->name,
                               formats[i]->name),
                   "write them by two runs into two folders");
    }
  }
  return Done{};
}

Result<BatchPlan> make_plan(const Settings& settings, Session& session) {
  BatchPlan plan;
  plan.folder = settings.text("to");
  while (plan.folder.size() > 1 && plan.folder.ends_with('/')) plan.folder.pop_back();
  if (plan.folder.empty()) {
    return Error(ErrorKind::usage, "no output folder is named", "name it with --to");
  }
  auto formats = parse_format_list(settings.text("to-format"), session.formats);
  if (!formats) return formats.error();
  if (formats->empty()) {
    return Error(ErrorKind::usage, "no output format is given", "name one with --to-format");
  }
  if (auto checked = check_extensions(*formats); !checked) return checked.error();
  plan.formats = std::move(*formats);
  const Result<std::size_t> jobs = settings.number_of_jobs();
  if (!jobs) return jobs.error();
  const Result<std::size_t> most_failures = settings.number("max-failures", 0, 1);
  if (!most_failures) return most_failures.error();
  plan.most_failures = settings.has("fail-fast") ? 1 : *most_failures;
  using Plan = BatchPlan;
  plan.rerun = settings.has("no-resume") ? Plan::Rerun::always : Plan::Rerun::if_changed;
  plan.warnings = settings.has("strict") ? Plan::Warnings::fail : Plan::Warnings::allowed;
  plan.timings = settings.has("timings") ? Plan::Timings::yes : Plan::Timings::no;
  plan.overwrite = settings.has("force") ? Plan::Overwrite::yes : Plan::Overwrite::no;
  if (settings.operands().empty() && !settings.has("list")) {
    return Error(ErrorKind::usage, "no inputs are named",
                 "name articles, a folder, or a list with --list");
  }
  Result<std::vector<BatchItem>> items = batch_items(settings, session.formats, session.console);
  if (!items) return items.error();
  plan.items = std::move(*items);
  plan.jobs = std::min(*jobs, std::max<std::size_t>(1, plan.items.size()));
  return plan;
}

// No output may take the place of any item's source.
Result<Done> check_keeps_inputs(const BatchPlan& plan) {
  std::set<files::FileIdentity> sources;
  for (const BatchItem& item : plan.items) {
    if (item.path.empty()) continue;
    if (const auto source = files::identity_of(item.path)) sources.insert(*source);
  }
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    for (const Format* format : plan.formats) {
      const std::string path = output_path(plan, i, *format);
      const auto output = files::identity_of(path);
      if (!output || !sources.contains(*output)) continue;
      return Error(ErrorKind::usage, "the output '" + path + "' is one of the inputs",
                   "name another folder with --to: the source would be replaced");
    }
  }
  return Done{};
}

// Before any work: an item may be of any format that can be read, unless --from names one.
Result<Done> check_plan_options(const BatchPlan& plan, const ImportSettings& import,
                                const Formats& formats) {
  std::vector<FormatUse> uses;
  for (const Format& format : formats) {
    if (format.read && (import.from == nullptr || import.from == &format)) {
      uses.push_back({&format, Side::read});
    }
  }
  for (const Format* format : plan.formats) uses.push_back({format, Side::write});
  return check_format_options(import.options, uses);
}

ExitCode exit_code_of(const BatchCounts& counts, int signal) {
  if (signal == SIGINT) return ExitCode::interrupted;
  if (signal != 0) return ExitCode::terminated;
  if (counts.failed == 0) return ExitCode::done;
  return counts.done + counts.skipped == 0 ? ExitCode::all_failed : ExitCode::some_failed;
}

}  // namespace

Result<ExitCode> run_batch(const Settings& settings, Session& session) {
  Result<BatchPlan> plan = make_plan(settings, session);
  if (!plan) return plan.error();
  // A wrong value is wrong for every item: say so once and before any work.
  const Result<ImportSettings> import = import_settings(settings, session.formats);
  if (!import) return import.error();
  if (auto checked = check_plan_options(*plan, *import, session.formats); !checked) {
    return checked.error();
  }
  if (auto made = files::make_folders(plan->folder); !made) return made.error();
  const std::string journal_path = settings.has("journal")
                                       ? settings.text("journal")
                                       : plan->folder + "/pressmark-journal.ndjson";
  Result<Journal> journal = Journal::open(journal_path);
  if (!journal) return journal.error();
  std::map<std::string, std::string> taken;
  for (const auto& [id, entry] : journal->done()) taken[id] = entry.name;
  plan->names = output_names(plan->items, session.formats, taken);
  if (auto kept = check_keeps_inputs(*plan); !kept) return kept.error();

  const FinishWorkOnInterrupt interrupt;
  BatchRun run(*plan, settings, session.formats, session.console, *journal);
  const BatchCounts counts = run.run([&] { return interrupt.interrupted() != 0; });
  if (plan->items.empty()) {
    session.console.warning("warning: there was nothing to convert");
  }
  session.console.warning(fmt::format("{} done, {} skipped, {} failed, of {}", counts.done,
                                      counts.skipped, counts.failed, plan->items.size()));
  if (run.failure() && interrupt.interrupted() == 0) return *run.failure();
  return exit_code_of(counts, interrupt.interrupted());
}

}  // namespace pressmark::cli
