#include "cli/cited_articles.h"
#include "cli/commands/commands.h"
#include "cli/input_environment.h"
#include "cli/output_target.h"
#include "cli/report.h"

namespace pressmark::cli {
namespace {

Result<const Format*> record_format(const Settings& settings, const Formats& formats) {
  const auto named = parse_format_list(settings.text("to-format"), formats);
  if (!named) return named.error();
  if (named->size() != 1) {
    return Error(ErrorKind::usage, "cite writes one format at a time", "name one with --to-format");
  }
  return named->front();
}

}  // namespace

Result<ExitCode> run_cite(const Settings& settings, Session& session) {
  Console& console = session.console;
  if (settings.operands().empty()) {
    return Error(ErrorKind::usage, "cite needs an article or a file of records",
                 "name one or more, or '-' for standard input");
  }
  if (!settings.has("to-format")) {
    return Error(ErrorKind::usage, "cite needs a format", "name one with --to-format");
  }
  const Result<ImportSettings> import = import_settings(settings, session.formats);
  if (!import) return import.error();
  const Result<const Format*> format = record_format(settings, session.formats);
  if (!format) return format.error();
  const std::string& output = settings.text("output");
  for (const std::string& operand : settings.operands()) {
    if (auto kept = check_keeps_input(output, operand); !kept) return kept.error();
  }
  const Result<CitedArticles> cited =
      read_cited_articles(settings.operands(), *import, session.formats, console);
  if (!cited) return cited.error();
  InputEnvironment environment("-", *import);
  Diagnostics diagnostics;
  Context context{environment, diagnostics, import->limits};
  const Result<Bytes> written =
      write_records(cited->documents, **format, *import, session.formats, context);
  show_diagnostics(diagnostics, output.empty() ? "-" : output, console);
  if (!written) return written.error();
  if (settings.has("strict") && (cited->had_warnings || diagnostics.has_warnings())) {
    console.error("error: there were warnings, and --strict was given; nothing is written");
    return ExitCode::warnings;
  }
  const OutputTarget target{nullptr, output.empty() ? "-" : output,
                            settings.has("no-clobber") ? Existing::keep : Existing::replace};
  if (auto done = write_target(target, *written, console); !done) return done.error();
  return ExitCode::done;
}

}  // namespace pressmark::cli
