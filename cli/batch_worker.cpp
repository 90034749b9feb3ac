#include "cli/batch_worker.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/archiving.h"
#include "cli/article_output.h"
#include "cli/exit_code.h"
#include "cli/help.h"
#include "cli/input_environment.h"
#include "cli/input_source.h"
#include "cli/zip_environment.h"
#include "converters/archive/catalogue_keeper.h"
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
  if (plan.folder.empty()) text += "\n--archive";
  for (const char* name :
       {"from", "url", "encoding", "lang", "captured", "option", "metadata", "set", "name"}) {
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

std::unique_ptr<Environment> environment_of(const BatchItem& item, const std::string& operand,
                                            const ImportSettings& import) {
  if (item.entry.empty()) return std::make_unique<InputEnvironment>(operand, import);
  return std::make_unique<ZipEnvironment>(item.path, item.entry, import.time, import.limits);
}

}  // namespace

std::string output_path(const BatchPlan& plan, const std::string& name, const Format& format) {
  return plan.folder + "/" + name + "." + extension_of(format);
}

// One item's line, member by member.
struct ItemWorker::Report {
  std::string id;
  std::string name;
  std::string status = "error";
  std::string key;
  Json outputs = Json::array();
  Json object;  // of the archive
  Json meta;
  Json warnings = Json::array();
  std::optional<Error> error;
  bool out_of_memory = false;
  long long milliseconds = 0;

  std::string line(const BatchPlan& plan, const std::string& configuration) const {
    Json members = {{"id", id}, {"status", status}, {"outputs", outputs}};
    if (!object.is_null()) members["object"] = object;
    if (!meta.is_null()) members["meta"] = meta;
    members["warnings"] = warnings;
    if (error) {
      members["error"] = {{"code", name_of(error->kind())}, {"msg", error->describe()}};
    }
    if (plan.timings == BatchPlan::Timings::yes) members["ms"] = milliseconds;
    members["name"] = name;
    members["key"] = key;
    members["version"] = version();
    members["config_sha256"] = configuration;
    return text_json(members);
  }
};

ItemWorker::ItemWorker(const BatchPlan& plan, const Settings& settings, const Formats& formats,
                       Console& console, const Journal& journal, archive::Store* archive)
    : plan_(plan),
      settings_(settings),
      formats_(formats),
      console_(console),
      journal_(journal),
      archive_(archive),
      configuration_digest_(digest_of_configuration(plan, settings)) {}

ItemOutcome ItemWorker::work_on(const BatchItem& item, const std::string& name) const {
  Report report{item.id, name};
  const long long started = now_ms();
  try {
    if (auto done = process(item, report); !done) report.error = done.error();
  } catch (const std::bad_alloc&) {
    report.out_of_memory = true;
    report.error = Error(ErrorKind::limit, "out of memory");
  } catch (const std::exception& bug) {
    report.error = Error(ErrorKind::internal, bug.what(), "please report it with the input");
  }
  report.milliseconds = now_ms() - started;
  return outcome_of(std::move(report));
}

ItemOutcome ItemWorker::lost(const BatchItem& item, const std::string& name,
                             const Error& error) const {
  Report report{item.id, name};
  report.error = error;
  return outcome_of(std::move(report));
}

ItemOutcome ItemWorker::outcome_of(Report report) const {
  if (report.error) {
    report.status = "error";
    report.outputs = Json::array();
  }
  using Status = ItemOutcome::Status;
  return {.status = report.error              ? Status::failed
                    : report.status == "skip" ? Status::skipped
                                              : Status::done,
          .id = report.id,
          .line = report.line(plan_, configuration_digest_),
          .error = report.error ? report.error->describe() : std::string(),
          .out_of_memory = report.out_of_memory};
}

Result<Done> ItemWorker::process(const BatchItem& item, Report& report) const {
  if (item.error) return *item.error;
  const auto values = values_of(item, settings_);
  const Result<ImportSettings> import = import_settings(settings_.with(values), formats_);
  if (!import) return import.error();
  const std::string operand = item.content ? "-" : item.path;
  const std::string source_name = item.source_name.empty() ? "-" : item.source_name;
  Result<ReceivedSource> received =
      item.content
          ? Result<ReceivedSource>(ReceivedSource{source_of(*item.content, source_name, *import)})
          : receive_source(operand, *import, console_);
  if (!received) return received.error();

  std::string key = configuration_digest_ + sha256_hex(received->source.bytes);
  for (const auto& [name, given] : values) {
    for (const std::string& value : given) key += "\n" + name + "=" + value;
  }
  if (import->record) key += "\n--metadata " + sha256_hex(import->record->octets);
  report.key = sha256_hex(key);
  if (plan_.rerun == BatchPlan::Rerun::if_changed && is_done_already(item, report.key)) {
    report.status = "skip";
    return Done{};
  }

  const std::unique_ptr<Environment> environment = environment_of(item, operand, *import);
  Diagnostics diagnostics;
  Context context{*environment, diagnostics, import->limits};
  Result<ImportedArticle> article = import_source(std::move(*received), *import, formats_, context);
  if (!article) return article.error();
  report.meta = citation_record(article->document, formats_, *environment, import->limits);
  auto written = archive_ == nullptr
                     ? write_outputs(item, std::move(*article), *import, context, report)
                     : store(item, std::move(*article), *import, context, report);
  report.warnings = warnings_json(diagnostics);
  if (!written) return written;
  report.status = diagnostics.has_warnings() ? "warn" : "ok";
  return Done{};
}

Result<Done> ItemWorker::check_warnings(const Diagnostics& diagnostics) const {
  if (plan_.warnings == BatchPlan::Warnings::allowed || !diagnostics.has_warnings()) return Done{};
  return Error(ErrorKind::unrecognised, "there were warnings, and --strict was given");
}

Result<Done> ItemWorker::write_outputs(const BatchItem& item, ImportedArticle article,
                                       const ImportSettings& import, Context& context,
                                       Report& report) const {
  const Document& document = article.document;
  const std::string name = plan_.name_template
                               ? plan_.name_template->name_of(document, report.name, item.id)
                               : report.name;
  const std::vector<OutputTarget> targets = targets_of(item, name);
  for (const OutputTarget& target : targets) {
    const auto present = files::identity_of(target.path);
    if (!present || target.existing == Existing::keep) continue;
    const bool is_own_source = !item.content && files::identity_of(item.path) == present;
    if (!is_own_source && !plan_.sources.contains(*present)) continue;
    return Error(ErrorKind::unwritable, "the output '" + target.path + "' is one of the inputs",
                 "name another folder with --to: the source would be replaced");
  }
  const auto outputs = export_targets(document, targets, import, context);
  if (!outputs) return outputs.error();
  if (auto allowed = check_warnings(context.diagnostics); !allowed) return allowed;
  auto written = write_targets(document, targets, *outputs, import, console_);
  if (!written) return written;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    report.outputs.push_back({{"format", targets[i].format->name},
                              {"path", targets[i].path.substr(plan_.folder.size() + 1)},
                              {"sha256", sha256_hex((*outputs)[i])},
                              {"bytes", (*outputs)[i].size()}});
  }
  return Done{};
}

Result<Done> ItemWorker::store(const BatchItem& item, ImportedArticle article,
                               const ImportSettings& import, Context& context,
                               Report& report) const {
  ArchiveRequest request{{}, plan_.message};
  if (!item.record.empty()) {
    request.received.push_back({article.source.name + ".warc", "application/warc", item.record});
  }
  const Result<archive::NewVersion> version =
      prepare_version(std::move(article), request, import, formats_, context);
  if (!version) return version.error();
  if (auto allowed = check_warnings(context.diagnostics); !allowed) return allowed;
  archive::CatalogueKeeper keeper(*archive_);
  const Result<archive::Committed> committed = archive_->commit(*version, &keeper);
  if (!committed) return committed.error();
  if (keeper.problem()) console_.warning("warning: " + keeper.problem()->describe());
  report.object = {{"id", version->object_id},
                   {"version", committed->version},
                   {"path", committed->object_path},
                   {"stored", committed->stored}};
  return Done{};
}

std::vector<OutputTarget> ItemWorker::targets_of(const BatchItem& item,
                                                 const std::string& name) const {
  const std::optional<JournalEntry> known = last_entry(item);
  std::vector<OutputTarget> targets;
  for (const Format* format : plan_.formats) {
    const std::string path = output_path(plan_, name, *format);
    // What the journal says is of this item may be replaced; anything else may not.
    const bool is_own = known && std::ranges::any_of(known->outputs, [&](const JournalOutput& own) {
                          return plan_.folder + "/" + own.path == path;
                        });
    const bool replace = is_own || plan_.overwrite == BatchPlan::Overwrite::yes;
    targets.push_back({format, path, replace ? Existing::replace : Existing::keep,
                       OutputTarget::MissingFolder::make});
  }
  return targets;
}

// What this run or the journal knows of it.
std::optional<JournalEntry> ItemWorker::last_entry(const BatchItem& item) const {
  if (!item.last_line.empty()) return journal_entry(item.last_line);
  const auto found = journal_.done().find(item.id);
  return found == journal_.done().end() ? std::nullopt : std::optional(found->second);
}

bool ItemWorker::is_done_already(const BatchItem& item, const std::string& key) const {
  const std::optional<JournalEntry> entry = last_entry(item);
  if (!entry || entry->key != key) return false;
  if (archive_ != nullptr) {
    if (!entry->archived) return false;
    const auto inventory = archive_->find(entry->archived->object_id);
    return inventory && *inventory && (*inventory)->head() >= entry->archived->version;
  }
  for (const JournalOutput& output : entry->outputs) {
    const Result<Bytes> octets = files::read_file(plan_.folder + "/" + output.path, output.bytes);
    if (!octets || sha256_hex(*octets) != output.sha256) return false;
  }
  return !entry->outputs.empty();
}

}  // namespace pressmark::cli
