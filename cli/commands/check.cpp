#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "cli/commands/commands.h"
#include "cli/input_source.h"
#include "converters/checkers/pdf/check.h"
#include "converters/checkers/tei/check.h"
#include "core/pipeline/context.h"

namespace pressmark::cli {
namespace {

// A kind of file that can be checked.
struct Checker {
  std::string_view name;
  bool (*recognises)(std::string_view octets);
  Result<CheckReport> (*check)(std::string_view octets);
};

bool is_pdf(std::string_view octets) {
  return octets.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

constexpr std::array checkers = {Checker{"PDF", is_pdf, pdf_check::check_pdf},
                                 Checker{"TEI", tei_check::is_tei, tei_check::check_tei}};

const Checker* find_checker(std::string_view octets) {
  for (const Checker& checker : checkers) {
    if (checker.recognises(octets)) return &checker;
  }
  return nullptr;
}

std::string names_of_kinds() {
  std::string names;
  for (const Checker& checker : checkers) {
    names += (names.empty() ? "" : ", ") + std::string(checker.name);
  }
  return names;
}

std::string finding_line(const std::string& path, const CheckFinding& finding) {
  const std::string place = finding.place.empty() ? "" : printable(finding.place) + ": ";
  return fmt::format("{}: {}: {}{}\n", printable(path), finding.code, place,
                     printable(finding.text));
}

std::string finding_json(const std::string& path, const CheckFinding& finding) {
  using Json = nlohmann::ordered_json;
  const Json object = {
      {"file", path}, {"code", finding.code}, {"place", finding.place}, {"text", finding.text}};
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

// The report of one file; its error names the file.
Result<CheckReport> check_file(const std::string& path, std::size_t most_bytes,
                               const Console& console) {
  const Result<Bytes> octets = read_input(path, most_bytes, console);
  if (!octets) return octets.error();
  const Checker* checker = find_checker(*octets);
  if (checker == nullptr) {
    return Error(ErrorKind::unrecognised, "'" + path + "' is of no kind that can be checked",
                 "these can: " + names_of_kinds());
  }
  Result<CheckReport> report = checker->check(*octets);
  if (!report) {
    return Error(report.error().kind(), "'" + path + "': " + report.error().message(),
                 report.error().remedy());
  }
  return report;
}

std::string summary(const std::string& path, const CheckReport& report) {
  std::string standards;
  for (const std::string& name : report.standards) {
    standards += (standards.empty() ? "" : ", ") + name;
  }
  const std::size_t count = report.findings.size();
  return fmt::format("{}: {}{}{} finding{}", path, standards, standards.empty() ? "" : ": ", count,
                     count == 1 ? "" : "s");
}

}  // namespace

Result<ExitCode> run_check(const Settings& settings, Session& session) {
  if (settings.operands().empty()) {
    return Error(ErrorKind::usage, "no file is named", "name those to check");
  }
  const Result<std::size_t> most_bytes =
      settings.number("max-input-bytes", Limits{}.input_bytes, 1);
  if (!most_bytes) return most_bytes.error();
  ExitCode code = ExitCode::done;
  for (const std::string& path : settings.operands()) {
    const Result<CheckReport> report = check_file(path, *most_bytes, session.console);
    if (!report) return report.error();
    std::string text;
    for (const CheckFinding& finding : report->findings) {
      text += settings.has("json") ? finding_json(path, finding) : finding_line(path, finding);
    }
    if (auto written = session.console.write(text); !written) return written.error();
    session.console.warning(summary(path, *report));
    if (!report->findings.empty()) code = ExitCode::some_failed;
  }
  return code;
}

}  // namespace pressmark::cli
