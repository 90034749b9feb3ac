#include "cli/article_input.h"
#include "cli/commands/commands.h"
#include "cli/input_environment.h"
#include "cli/metadata_table.h"
#include "cli/output_target.h"
#include "cli/report.h"

namespace pressmark::cli {

Result<ExitCode> run_meta(const Settings& settings, Session& session) {
  if (settings.has("to-format")) return run_convert(settings, session);
  const std::string& path = settings.operands().front();
  const Result<ImportSettings> import = import_settings(settings, session.formats);
  if (!import) return import.error();
  for (const char* name : {"output", "report"}) {
    if (auto kept = check_keeps_input(settings.text(name), path); !kept) return kept.error();
  }
  InputEnvironment environment(path, *import);
  Diagnostics diagnostics;
  Context context{environment, diagnostics, import->limits};
  const Result<ImportedArticle> article =
      import_input(path, *import, session.formats, session.console, context);
  if (!article) return article.error();
  if (auto checked = check_format_options(import->options, {{article->format, Side::read}});
      !checked) {
    return checked.error();
  }
  show_diagnostics(diagnostics, path, session.console);
  if (settings.has("report")) {
    const auto reported = write_file_atomically(settings.text("report"),
                                                diagnostics_ndjson(diagnostics), Existing::replace);
    if (!reported) return reported.error();
  }
  if (settings.has("strict") && diagnostics.has_warnings()) {
    session.console.error("error: there were warnings, and --strict was given");
    return ExitCode::warnings;
  }
  const std::string table = metadata_table(article->document.metadata,
                                           settings.has("explain") ? Explain::yes : Explain::no);
  const std::string& output = settings.text("output");
  const OutputTarget target{nullptr, output.empty() ? "-" : output,
                            settings.has("no-clobber") ? Existing::keep : Existing::replace};
  if (auto written = write_target(target, table, session.console); !written) {
    return written.error();
  }
  return ExitCode::done;
}

}  // namespace pressmark::cli
