#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "converters/archive/verify.h"

namespace pressmark::cli {
namespace {

using archive::Finding;

std::string_view level_name(const Finding& finding) {
  return finding.level == Finding::Level::error ? "error" : "warning";
}

std::string finding_line(const Finding& finding) {
  return fmt::format("{} {}: {}: {}\n", level_name(finding), finding.code, printable(finding.path),
                     printable(finding.text));
}

std::string finding_json(const Finding& finding) {
  using Json = nlohmann::ordered_json;
  const Json object = {{"severity", level_name(finding)},
                       {"code", finding.code},
                       {"path", finding.path},
                       {"text", finding.text}};
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace

Result<ExitCode> run_verify(const Settings& settings, Session& session) {
  const Result<std::size_t> jobs = settings.number_of_jobs();
  if (!jobs) return jobs.error();
  const Result<archive::Verification> verification =
      archive::verify_root(settings.operands().front(), *jobs);
  if (!verification) return verification.error();
  std::string text;
  for (const Finding& finding : verification->findings) {
    text += settings.has("json") ? finding_json(finding) : finding_line(finding);
  }
  if (auto written = session.console.write(text); !written) return written.error();
  std::size_t errors = 0;
  for (const Finding& finding : verification->findings) {
    errors += finding.level == Finding::Level::error ? 1 : 0;
  }
  session.console.warning(fmt::format(
      "{}, digests of {} ({}) computed: {}, {}", counted(verification->objects, "object"),
      counted(verification->files, "file"), counted(verification->bytes, "byte"),
      counted(errors, "error"), counted(verification->findings.size() - errors, "warning")));
  return verification->is_valid() ? ExitCode::done : ExitCode::some_failed;
}

}  // namespace pressmark::cli
