#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/archiving.h"
#include "cli/commands/commands.h"
#include "cli/help.h"
#include "converters/archive/repair.h"

namespace pressmark::cli {
namespace {

using archive::RepairAction;

std::string action_line(const RepairAction& action) {
  const std::string to = action.to.empty() ? "" : " to " + printable(action.to);
  return fmt::format("{} {}{}: {}\n", action.kind, printable(action.path), to,
                     printable(action.reason));
}

std::string action_json(const RepairAction& action) {
  using Json = nlohmann::ordered_json;
  Json object = {{"action", action.kind}, {"path", action.path}};
  if (!action.to.empty()) object["to"] = action.to;
  object["reason"] = action.reason;
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

Result<ExitCode> run_repair(const Settings& settings, Session& session) {
  const Result<std::string> time = time_of_record();
  if (!time) return time.error();
  const Result<std::size_t> jobs = settings.number_of_jobs();
  if (!jobs) return jobs.error();
  const Result<archive::RepairReport> report = archive::repair_root(
      settings.operands().front(), *time, "Pressmark " + std::string(version()), *jobs);
  if (!report) return report.error();
  std::string text;
  for (const RepairAction& action : report->actions) {
    text += settings.has("json") ? action_json(action) : action_line(action);
  }
  if (auto written = session.console.write(text); !written) return written.error();
  for (const archive::Finding& finding : report->remaining) {
    session.console.error(
        fmt::format("{}: {}: {}", finding.code, printable(finding.path), printable(finding.text)));
  }
  for (const std::string& digest : report->busy) {
    session.console.warning("a writer is at work on the object " + digest + "; it was passed over");
  }
  session.console.warning(fmt::format("objects: {}, actions: {}, errors that remain: {}",
                                      report->objects, report->actions.size(),
                                      report->remaining.size()));
  return report->remaining.empty() && report->busy.empty() ? ExitCode::done : ExitCode::some_failed;
}

}  // namespace pressmark::cli
