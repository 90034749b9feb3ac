#include <fmt/format.h>

#include <csignal>
#include <map>
#include <memory>

#include "cli/archiving.h"
#include "cli/batch_item.h"
#include "cli/batch_run.h"
#include "cli/batch_source.h"
#include "cli/commands/commands.h"
#include "cli/file_choice.h"
#include "cli/item_history.h"
#include "cli/journal.h"
#include "cli/output_target.h"
#include "cli/signals.h"
#include "converters/archive/durable_files.h"
#include "converters/common/digest.h"

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

// Whether the option is given for this run; a configuration's value may serve other runs.
bool is_asked(const Settings& settings, std::string_view name) {
  return settings.has(name) && !settings.is_standing(name);
}

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

Result<Done> set_destination(const Settings& settings, const Formats& formats, BatchPlan& plan) {
  if (settings.has("archive")) {
    for (const char* name : {"to", "to-format", "name", "keep-dirs", "force"}) {
      if (!is_asked(settings, name)) continue;
      return Error(ErrorKind::usage, "--archive does not go with --" + std::string(name),
                   "an archive names its objects itself, and holds every rendition");
    }
    plan.message = settings.text("message");
    plan.formats = rendition_formats(formats);
    return Done{};
  }
  if (is_asked(settings, "message")) {
    return Error(ErrorKind::usage, "--message says nothing without --archive");
  }
  plan.folder = without_slashes(settings.text("to"));
  if (plan.folder.empty()) {
    return Error(ErrorKind::usage, "no output folder is named",
                 "name it with --to, or an archive with --archive");
  }
  auto chosen = parse_format_list(settings.text("to-format"), formats);
  if (!chosen) return chosen.error();
  if (chosen->empty()) {
    return Error(ErrorKind::usage, "no output format is given", "name one with --to-format");
  }
  if (auto checked = check_extensions(*chosen); !checked) return checked.error();
  plan.formats = std::move(*chosen);
  if (settings.has("name")) {
    Result<NameTemplate> name = NameTemplate::parse(settings.text("name"));
    if (!name) return name.error();
    plan.name_template = std::move(*name);
  }
  return Done{};
}

Error wrong_choice(const Settings& settings, std::string_view name, const std::string& choices) {
  return Error(ErrorKind::usage, "--" + std::string(name) + " is '" + settings.text(name) + "'",
               "it must be " + choices);
}

Result<Done> set_isolation(const Settings& settings, BatchPlan& plan) {
  using Isolation = BatchPlan::Isolation;
  const std::string& isolate = settings.text("isolate");
  if (settings.has("isolate") && isolate != "process" && isolate != "thread") {
    return wrong_choice(settings, "isolate", "process or thread");
  }
  const Result<std::size_t> seconds = settings.number("time-limit", 0, 1);
  if (!seconds) return seconds.error();
  const Result<std::size_t> octets = settings.number("memory-limit", 0, 1);
  if (!octets) return octets.error();
  const bool is_limited = *seconds > 0 || *octets > 0;
  if (is_limited && isolate == "thread") {
    return Error(ErrorKind::usage, "--time-limit and --memory-limit need --isolate process",
                 "a thread cannot be ended alone");
  }
  plan.isolation = is_limited || isolate == "process" ? Isolation::process : Isolation::thread;
  constexpr std::size_t most_seconds = 1'000'000;
  if (*seconds > 0) plan.time_limit = std::chrono::seconds(std::min(*seconds, most_seconds));
  plan.memory_limit = *octets;
  return Done{};
}

Result<Done> set_progress(const Settings& settings, BatchPlan& plan) {
  using Progress = BatchPlan::Progress;
  const std::string& kind = settings.text("progress");
  if (settings.has("progress") && kind != "auto" && kind != "never" && kind != "json") {
    return wrong_choice(settings, "progress", "auto, never or json");
  }
  plan.progress = kind == "json"    ? Progress::json
                  : kind == "never" ? Progress::none
                                    : Progress::line;
  return Done{};
}

Result<BatchPlan> make_plan(const Settings& settings, Session& session) {
  BatchPlan plan;
  if (auto set = set_destination(settings, session.formats, plan); !set) return set.error();
  if (auto set = set_isolation(settings, plan); !set) return set.error();
  if (auto set = set_progress(settings, plan); !set) return set.error();
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
  if (settings.has("watch")) {
    if (is_asked(settings, "retry-failed")) {
      return Error(ErrorKind::usage, "--watch does not go with --retry-failed",
                   "what comes while folders are watched has not failed before");
    }
    plan.watch = Plan::Watch::yes;
  }
  plan.jobs = *jobs;
  return plan;
}

// One part of the items of a batch: those whose ids have this remainder, whatever else the list
// has.
struct Shard {
  std::size_t number = 1;  // from 1
  std::size_t count = 1;

  bool has(const std::string& item_id) const {
    constexpr std::size_t digits = 15;  // 60 bits
    const std::string head = sha256_hex(item_id).substr(0, digits);
    return std::stoull(head, nullptr, 16) % count == number - 1;
  }
  // What tells the journals of the shards apart; empty where there is one.
  std::string suffix() const {
    return count == 1 ? std::string() : fmt::format("-{}-of-{}", number, count);
  }
};

Result<Shard> parse_shard(const Settings& settings) {
  if (!settings.has("shard")) return Shard{};
  const std::string& text = settings.text("shard");
  const std::size_t slash = std::min(text.find('/'), text.size());
  const auto number_of = [&](const std::string& digits) {
    return settings.with({{"shard", {digits}}}).number("shard", 0, 1);
  };
  const auto number = number_of(text.substr(0, slash));
  const auto count = number_of(slash == text.size() ? std::string() : text.substr(slash + 1));
  if (!number || !count || *number > *count) {
    return wrong_choice(settings, "shard", "I/N with I from 1 to N, as in 2/8");
  }
  return Shard{*number, *count};
}

Result<std::string> journal_path(const Settings& settings, const BatchPlan& plan,
                                 const Shard& shard) {
  if (settings.has("journal")) return settings.text("journal");
  if (!plan.folder.empty()) {
    return plan.folder + "/pressmark-journal" + shard.suffix() + ".ndjson";
  }
  // An archive holds nothing but objects: the journal lies beside it.
  const std::string root = without_slashes(settings.text("archive"));
  const std::string name = files::name_of(root);
  if (name.empty() || name == "." || name == "..") {
    return Error(ErrorKind::usage, "there is no name for the journal of the archive '" + root + "'",
                 "name the journal with --journal");
  }
  return root + ".journal" + shard.suffix() + ".ndjson";
}

// Which items are done in this run.
struct Choice {
  Shard shard;
  const Journal& journal;
  bool failed_only = false;

  bool takes(const BatchItem& item) const {
    return shard.has(item.id) && (!failed_only || journal.failed().contains(item.id));
  }
};

std::map<std::string, std::string> taken_names(const Journal& journal) {
  std::map<std::string, std::string> taken;
  for (const auto& [id, entry] : journal.done()) taken[id] = entry.name;
  return taken;
}

// Goes through the inputs once before any work, to count them and to see that no output takes the
// place of any item's source. What is in containers is not looked at, and names made by a template
// are known only once the article is read: there the worker sees to it.
Result<Done> survey(ItemSource& source, const Choice& choice, const Formats& formats,
                    BatchPlan& plan) {
  OutputNames names(formats, taken_names(choice.journal));
  std::map<files::FileIdentity, std::string> present;  // outputs that are there
  bool has_containers = false;
  std::size_t total = 0;
  source.begin(ItemSource::Containers::closed);
  for (;;) {
    const Result<std::optional<BatchItem>> next = source.next();
    if (!next) return next.error();
    if (!*next) break;
    const BatchItem& item = **next;
    has_containers = has_containers || (!item.content && is_container_name(item.path));
    if (choice.takes(item)) ++total;
    if (!item.content) {
      if (const auto identity = files::identity_of(item.path)) plan.sources.insert(*identity);
    }
    const std::string name = names.name_of(item);
    if (plan.folder.empty() || plan.name_template) continue;
    for (const Format* format : plan.formats) {
      const std::string path = output_path(plan, name, *format);
      if (const auto identity = files::identity_of(path)) present.emplace(*identity, path);
    }
  }
  if (!has_containers && plan.watch == BatchPlan::Watch::no) plan.total = total;
  for (const auto& [identity, path] : present) {
    if (!plan.sources.contains(identity)) continue;
    return Error(ErrorKind::usage, "the output '" + path + "' is one of the inputs",
                 "name another folder with --to: the source would be replaced");
  }
  return Done{};
}

// The chosen items. Names are made for all, so that they do not depend on the choice.
NextItem named_items(ItemSource& source, const Choice& choice, const Formats& formats,
                     OutputNames::Items items) {
  source.begin(ItemSource::Containers::open);
  const auto names = std::make_shared<OutputNames>(formats, taken_names(choice.journal), items);
  return [&source, choice, names]() -> Result<std::optional<NamedItem>> {
    for (;;) {
      Result<std::optional<BatchItem>> item = source.next();
      if (!item) return item.error();
      if (!*item) return std::optional<NamedItem>();
      std::string name = names->name_of(**item);
      if (choice.takes(**item)) return std::optional(NamedItem{std::move(**item), std::move(name)});
    }
  };
}

// The same items, where one may come again as its file changed: with what was made of it before,
// and not while it is at work.
NextItem recurring_items(NextItem items, ItemHistory& history) {
  return [items = std::move(items), &history,
          waiting = std::optional<NamedItem>()]() mutable -> Result<std::optional<NamedItem>> {
    if (!waiting) {
      Result<std::optional<NamedItem>> next = items();
      if (!next || !*next) return next;
      waiting = std::move(*next);
    }
    if (!history.begin(waiting->item.id)) return std::optional<NamedItem>();
    waiting->item.last_line = history.last_line(waiting->item.id);
    return std::exchange(waiting, std::nullopt);
  };
}

Result<ExitCode> run_merge(const Settings& settings, Session& session) {
  if (settings.operands().empty()) {
    return Error(ErrorKind::usage, "no journals are named", "name those to merge");
  }
  const std::string& path = settings.text("merge-journals");
  for (const std::string& journal : settings.operands()) {
    if (auto kept = check_keeps_input(path, journal); !kept) return kept.error();
  }
  const Result<Bytes> merged = merge_journals(settings.operands());
  if (!merged) return merged.error();
  const Existing existing = settings.has("force") ? Existing::replace : Existing::keep;
  const auto written =
      path == "-" ? session.console.write(*merged) : write_file_atomically(path, *merged, existing);
  if (!written) return written.error();
  return ExitCode::done;
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

// `is_whole`: no item is left.
ExitCode exit_code_of(const BatchCounts& counts, bool is_whole, int signal) {
  if (signal == SIGINT) return ExitCode::interrupted;
  if (signal != 0) return ExitCode::terminated;
  if (counts.failed == 0) return ExitCode::done;
  return is_whole && counts.done + counts.skipped == 0 ? ExitCode::all_failed
                                                       : ExitCode::some_failed;
}

}  // namespace

Result<ExitCode> run_batch(const Settings& settings, Session& session) {
  if (settings.has("merge-journals")) return run_merge(settings, session);
  Result<BatchPlan> plan = make_plan(settings, session);
  if (!plan) return plan.error();
  const Result<Shard> shard = parse_shard(settings);
  if (!shard) return shard.error();
  // A wrong value is wrong for every item: say so once and before any work.
  const Result<ImportSettings> import = import_settings(settings, session.formats);
  if (!import) return import.error();
  if (auto checked = check_plan_options(*plan, *import, session.formats); !checked) {
    return checked.error();
  }
  Result<ItemSource> source = ItemSource::open(settings, session.formats, session.console);
  if (!source) return source.error();
  const Result<std::string> path = journal_path(settings, *plan, *shard);
  if (!path) return path.error();
  for (const std::string& operand : settings.operands()) {
    if (auto kept = check_keeps_input(*path, operand); !kept) return kept.error();
  }
  std::optional<archive::Store> archive;
  if (plan->folder.empty()) {
    auto opened = archive::Store::open_or_make(settings.text("archive"));
    if (!opened) return opened.error();
    archive = std::move(*opened);
  } else if (auto made = files::make_folders(plan->folder); !made) {
    return made.error();
  }
  Result<Journal> journal = Journal::open(*path);
  if (!journal) return journal.error();
  if (plan->watch == BatchPlan::Watch::yes) {
    if (auto watched = source->watch(); !watched) return watched.error();
  }
  const Choice choice{*shard, *journal, settings.has("retry-failed")};
  if (auto surveyed = survey(*source, choice, session.formats, *plan); !surveyed) {
    return surveyed.error();
  }

  const FinishWorkOnInterrupt interrupt;
  const ItemWorker worker(*plan, settings, session.formats, session.console, *journal,
                          archive ? &*archive : nullptr);
  ItemHistory history;
  const bool is_watching = plan->watch == BatchPlan::Watch::yes;
  using Items = OutputNames::Items;
  NextItem items =
      named_items(*source, choice, session.formats, is_watching ? Items::again : Items::once);
  if (is_watching) items = recurring_items(std::move(items), history);
  BatchRun run(*plan, std::move(items), worker, session.console, *journal, history);
  const BatchCounts counts = run.run([&] { return interrupt.interrupted() != 0; });
  const std::size_t total = plan->total.value_or(counts.finished());
  if (total == 0) session.console.warning("warning: there was nothing to convert");
  session.console.warning(fmt::format("{} done, {} skipped, {} failed, of {}", counts.done,
                                      counts.skipped, counts.failed, total));
  if (run.failure() && interrupt.interrupted() == 0) return *run.failure();
  const bool is_whole = !run.gave_up() || plan->total == counts.finished();
  return exit_code_of(counts, is_whole, interrupt.interrupted());
}

}  // namespace pressmark::cli
