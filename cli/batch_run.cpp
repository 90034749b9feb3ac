#include "cli/batch_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/article_output.h"
#include "cli/exit_code.h"
#include "cli/help.h"
#include "cli/input_environment.h"
#include "cli/input_source.h"
#include "converters/archive/durable_files.h"
#include "converters/common/digest.h"
#include "core/pipeline/convert.h"

namespace pressmark::cli {
namespace {

using Json = nlohmann::ordered_json;

long long now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

// What, beside an item's content, decides on its outputs.
std::string digest_of_configuration(const BatchPlan& plan, const Settings& settings) {
  std::string text(version());
  for (const Format* format : plan.formats) text += "\n-t " + std::string(format->name);
  for (const char* name : {"from", "url", "encoding", "lang", "captured", "option", "set"}) {
    for (const std::string& value : settings.list(name)) {
      text += "\n--" + std::string(name) + " " + value;
    }
  }
  const char* time = std::getenv("SOURCE_DATE_EPOCH");
  if (time != nullptr) text += "\nSOURCE_DATE_EPOCH " + std::string(time);
  return sha256_hex(text);
}

std::string text_json(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json warnings_json(const Diagnostics& diagnostics) {
  Json warnings = Json::array();
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity() != Severity::warning) continue;
    Json entry = {{"code", diagnostic.id()}, {"msg", diagnostic.message()}};
    if (diagnostic.where.known()) {
      entry["where"] = fmt::format("{}:{}", diagnostic.where.line, diagnostic.where.column);
    }
    warnings.push_back(std::move(entry));
  }
  return warnings;
}

// The article's record as a CSL-JSON object; null where it cannot be made.
Json citation_record(const Document& document, const Formats& formats, Environment& environment,
                     const Limits& limits) {
  const Format* format = find_format(formats, "csljson");
  if (format == nullptr) return {};
  Diagnostics ignored;
  Context context{environment, ignored, limits};
  const Result<Bytes> octets = export_article(document, *format, {}, context);
  if (!octets) return {};
  const Json records = Json::parse(*octets, nullptr, false);
  if (records.is_array() && !records.empty()) return records.front();
  return records.is_object() ? records : Json();
}

// The item's own values; what it sets comes behind what is set for all.
OptionLists values_of(const BatchItem& item, const Settings& settings) {
  OptionLists values = item.settings;
  if (const auto set = values.find("set"); set != values.end()) {
    std::vector<std::string> all = settings.list("set");
    std::ranges::copy(set->second, std::back_inserter(all));
    set->second = std::move(all);
  }
  return values;
}

}  // namespace

std::string output_path(const BatchPlan& plan, std::size_t index, const Format& format) {
  return plan.folder + "/" + plan.names[index] + "." + extension_of(format);
}

// One item's line, member by member.
struct BatchRun::ItemReport {
  std::string id;
  std::string status = "error";
  std::string key;
  std::string name;
  Json outputs = Json::array();
  Json meta;
  Json warnings = Json::array();
  std::optional<Error> error;
  long long milliseconds = 0;

  std::string line(const BatchPlan& plan, const std::string& configuration) const {
    Json object = {{"id", id}, {"status", status}, {"outputs", outputs}};
    if (!meta.is_null()) object["meta"] = meta;
    object["warnings"] = warnings;
    if (error) {
      object["error"] = {{"code", name_of(error->kind())}, {"msg", error->describe()}};
    }
    if (plan.timings == BatchPlan::Timings::yes) object["ms"] = milliseconds;
    object["name"] = name;
    object["key"] = key;
    object["version"] = version();
    object["config_sha256"] = configuration;
    return text_json(object);
  }
};

BatchRun::BatchRun(const BatchPlan& plan, const Settings& settings, const Formats& formats,
                   Console& console, Journal& journal)
    : plan_(plan),
      settings_(settings),
      formats_(formats),
      console_(console),
      journal_(journal),
      configuration_digest_(digest_of_configuration(plan, settings)) {}

BatchCounts BatchRun::run(const std::function<bool()>& stop) {
  started_ms_ = now_ms();
  {
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < plan_.jobs; ++i) workers.emplace_back([&] { work(stop); });
    work(stop);
  }
  console_.progress("");
  return counts_;
}

void BatchRun::work(const std::function<bool()>& stop) {
  while (!stopped_ && !stop()) {
    const std::size_t index = next_++;
    if (index >= plan_.items.size()) return;
    finish(report_on(index));
  }
}

BatchRun::ItemReport BatchRun::report_on(std::size_t index) {
  ItemReport report;
  report.id = plan_.items[index].id;
  report.name = plan_.names[index];
  const long long started = now_ms();
  try {
    if (auto done = process(index, report); !done) report.error = done.error();
  } catch (const std::bad_alloc&) {
    report.error = Error(ErrorKind::limit, "out of memory");
  } catch (const std::exception& bug) {
    report.error = Error(ErrorKind::internal, bug.what(), "please report it with the input");
  }
  if (report.error) {
    report.status = "error";
    report.outputs = Json::array();
  }
  report.milliseconds = now_ms() - started;
  return report;
}

Result<Done> BatchRun::process(std::size_t index, ItemReport& report) {
  const BatchItem& item = plan_.items[index];
  if (item.error) return *item.error;
  const auto values = values_of(item, settings_);
  const Result<ImportSettings> import = import_settings(settings_.with(values), formats_);
  if (!import) return import.error();
  const std::string operand = item.content ? "-" : item.path;
  Result<ReceivedSource> received =
      item.content ? Result<ReceivedSource>(ReceivedSource{source_of(*item.content, "-", *import)})
                   : receive_source(operand, *import, console_);
  if (!received) return received.error();

  std::string key = configuration_digest_ + sha256_hex(received->source.bytes);
  for (const auto& [name, given] : values) {
    for (const std::string& value : given) key += "\n" + name + "=" + value;
  }
  report.key = sha256_hex(key);
  if (plan_.rerun == BatchPlan::Rerun::if_changed && is_done_already(item, report.key)) {
    report.status = "skip";
    return Done{};
  }

  InputEnvironment environment(operand, *import);
  Diagnostics diagnostics;
  Context context{environment, diagnostics, import->limits};
  const Result<ImportedArticle> article =
      import_source(std::move(*received), *import, formats_, context);
  if (!article) return article.error();
  const std::vector<OutputTarget> targets = targets_of(index);
  const auto outputs = export_targets(article->document, targets, *import, context);
  report.warnings = warnings_json(diagnostics);
  if (!outputs) return outputs.error();
  if (plan_.warnings == BatchPlan::Warnings::fail && diagnostics.has_warnings()) {
    return Error(ErrorKind::unrecognised, "there were warnings, and --strict was given");
  }
  report.meta = citation_record(article->document, formats_, environment, import->limits);
  if (auto written = write_targets(article->document, targets, *outputs, *import, console_);
      !written) {
    return written;
  }
  for (std::size_t i = 0; i < targets.size(); ++i) {
    report.outputs.push_back({{"format", targets[i].format->name},
                              {"path", targets[i].path.substr(plan_.folder.size() + 1)},
                              {"sha256", sha256_hex((*outputs)[i])},
                              {"bytes", (*outputs)[i].size()}});
  }
  report.status = diagnostics.has_warnings() ? "warn" : "ok";
  return Done{};
}

std::vector<OutputTarget> BatchRun::targets_of(std::size_t index) const {
  // What the journal says is of this item may be replaced; anything else may not.
  const bool replace = plan_.overwrite == BatchPlan::Overwrite::yes ||
                       journal_.done().contains(plan_.items[index].id);
  std::vector<OutputTarget> targets;
  for (const Format* format : plan_.formats) {
    targets.push_back({format, output_path(plan_, index, *format),
                       replace ? Existing::replace : Existing::keep,
                       OutputTarget::MissingFolder::make});
  }
  return targets;
}

bool BatchRun::is_done_already(const BatchItem& item, const std::string& key) const {
  const auto found = journal_.done().find(item.id);
  if (found == journal_.done().end() || found->second.key != key) return false;
  for (const JournalOutput& output : found->second.outputs) {
    const Result<Bytes> octets = files::read_file(plan_.folder + "/" + output.path, output.bytes);
    if (!octets || sha256_hex(*octets) != output.sha256) return false;
  }
  return !found->second.outputs.empty();
}

void BatchRun::finish(ItemReport report) {
  const std::string line = report.line(plan_, configuration_digest_);
  const std::lock_guard lock(mutex_);
  if (report.error) {
    ++counts_.failed;
    console_.warning("error: " + report.id + ": " + report.error->describe());
  } else if (report.status == "skip") {
    ++counts_.skipped;
  } else {
    ++counts_.done;
  }
  if (plan_.most_failures > 0 && counts_.failed >= plan_.most_failures) stopped_ = true;
  if (report.status != "skip") {
    if (auto added = journal_.add(line); !added && !failure_) failure_ = added.error();
  }
  if (auto written = console_.write(line + "\n"); !written && !failure_) {
    failure_ = written.error();
  }
  if (failure_) stopped_ = true;
  show_progress();
}

void BatchRun::show_progress() {
  constexpr long long interval_ms = 100;
  const long long now = now_ms();
  if (now - shown_ms_ < interval_ms) return;
  shown_ms_ = now;
  const std::size_t finished = counts_.done + counts_.skipped + counts_.failed;
  const std::size_t left = plan_.items.size() - std::min(finished, plan_.items.size());
  const long long elapsed = std::max<long long>(1, now - started_ms_);
  const std::size_t per_second = finished * 1000 / static_cast<std::size_t>(elapsed);
  const std::size_t seconds = finished == 0 ? 0 : left * elapsed / finished / 1000;
  console_.progress(fmt::format("{} of {} done, {} failed, {} a second, {} s left", finished,
                                plan_.items.size(), counts_.failed, per_second, seconds));
}

}  // namespace pressmark::cli
