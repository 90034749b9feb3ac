#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "converters/archive/durable_files.h"
#include "converters/archive/exchange/verify_bag.h"
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

// A folder with a bag's files, or a file, which can only be a packed bag.
bool is_bag_place(const std::string& path) {
  return files::is_folder(path) ? archive::is_bag_folder(path) : files::exists(path);
}

Result<archive::Verification> verify_bag(const std::string& path) {
  Result<archive::BagVerification> bag = archive::verify_bag(path);
  if (!bag) return bag.error();
  return std::move(bag->verification);
}

// A bag, an archive, or one object of an archive.
Result<archive::Verification> verify_any(const std::string& path, bool is_bag, std::size_t jobs) {
  if (is_bag) return verify_bag(path);
  if (archive::is_object_folder(path)) return archive::verify_object(path, path);
  return archive::verify_root(path, jobs);
}

}  // namespace

Result<ExitCode> run_verify(const Settings& settings, Session& session) {
  const Result<std::size_t> jobs = settings.number_of_jobs();
  if (!jobs) return jobs.error();
  const std::string& path = settings.operands().front();
  const bool is_bag = is_bag_place(path);
  const Result<archive::Verification> verification = verify_any(path, is_bag, *jobs);
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
      "{}, digests of {} ({}) computed: {}, {}",
      counted(verification->objects, is_bag ? "bag" : "object"),
      counted(verification->files, "file"), counted(verification->bytes, "byte"),
      counted(errors, "error"), counted(verification->findings.size() - errors, "warning")));
  return verification->is_valid() ? ExitCode::done : ExitCode::some_failed;
}

}  // namespace pressmark::cli
