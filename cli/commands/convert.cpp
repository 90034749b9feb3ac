#include "cli/anthology.h"
#include "cli/article_input.h"
#include "cli/article_output.h"
#include "cli/atomic_file.h"
#include "cli/commands/commands.h"
#include "cli/input_environment.h"
#include "cli/output_target.h"
#include "cli/report.h"

namespace pressmark::cli {
Result<ExitCode> run_convert(const Settings& settings, Session& session) {
  Console& console = session.console;
  if (is_anthology(settings)) return convert_anthology(settings, session);
  if (settings.operands().empty()) {
    return Error(ErrorKind::usage, "IN is missing",
                 "'pressmark convert --help' lists what it takes");
  }
  for (const char* name : {"title", "order"}) {
    if (!settings.has(name) || settings.is_standing(name)) continue;
    return Error(ErrorKind::usage, "--" + std::string(name) + " is for several articles",
                 "name more than one; the title of a single article is set by --set title=...");
  }
  const std::string& path = settings.operands().front();
  const Result<ImportSettings> import = import_settings(settings, session.formats);
  if (!import) return import.error();
  if (auto kept = check_keeps_input(settings.text("report"), path); !kept) return kept.error();
  const Result<std::vector<OutputTarget>> targets =
      output_targets(settings, path, session.formats, console);
  if (!targets) return targets.error();
  for (const OutputTarget& target : *targets) {
    if (auto kept = check_keeps_input(target.path, path); !kept) return kept.error();
  }

  InputEnvironment environment(path, *import);
  Diagnostics diagnostics;
  Context context{environment, diagnostics, import->limits};
  const Result<ImportedArticle> article =
      import_input(path, *import, session.formats, console, context);
  if (!article) return article.error();
  std::vector<FormatUse> uses = {{article->format, Side::read}};
  for (const OutputTarget& target : *targets) uses.push_back({target.format, Side::write});
  if (auto checked = check_format_options(import->options, uses); !checked) {
    return checked.error();
  }
  const Result<std::vector<Bytes>> outputs =
      export_targets(article->document, *targets, *import, context);

  show_diagnostics(diagnostics, path, console);
  if (settings.has("report")) {
    const auto reported = write_file_atomically(settings.text("report"),
                                                diagnostics_ndjson(diagnostics), Existing::replace);
    if (!reported) return reported.error();
  }
  if (!outputs) return outputs.error();
  if (settings.has("strict") && diagnostics.has_warnings()) {
    console.error("error: there were warnings, and --strict was given; nothing is written");
    return ExitCode::warnings;
  }
  if (auto written = write_targets(article->document, *targets, *outputs, *import, console);
      !written) {
    return written.error();
  }
  return ExitCode::done;
}

}  // namespace pressmark::cli
