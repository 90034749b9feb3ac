#include <fmt/format.h>

#include "cli/archiving.h"
#include "cli/atomic_file.h"
#include "cli/commands/commands.h"
#include "cli/input_environment.h"
#include "cli/output_target.h"
#include "cli/report.h"
#include "converters/archive/catalogue_keeper.h"
#include "converters/common/url.h"

namespace pressmark::cli {

Result<ExitCode> run_archive(const Settings& settings, Session& session) {
  Console& console = session.console;
  const std::string& path = settings.operands().front();
  const std::string& root = settings.text("to");
  if (root.empty()) {
    return Error(ErrorKind::usage, "no archive is named", "name its folder with --to");
  }
  if (settings.has("id") && !is_absolute_uri(settings.text("id"))) {
    return Error(ErrorKind::usage, "--id '" + settings.text("id") + "' is no absolute URI",
                 "write a scheme, ':' and no spaces, as in urn:example:ferry");
  }
  const Result<ImportSettings> import = import_settings(settings, session.formats);
  if (!import) return import.error();
  if (auto kept = check_keeps_input(settings.text("report"), path); !kept) return kept.error();

  InputEnvironment environment(path, *import);
  Diagnostics diagnostics;
  Context context{environment, diagnostics, import->limits};
  Result<ImportedArticle> article = import_input(path, *import, session.formats, console, context);
  if (!article) return article.error();
  const Result<archive::NewVersion> version =
      prepare_version(std::move(*article), {settings.text("id"), settings.text("message")}, *import,
                      session.formats, context);
  show_diagnostics(diagnostics, path, console);
  if (settings.has("report")) {
    const auto reported = write_file_atomically(settings.text("report"),
                                                diagnostics_ndjson(diagnostics), Existing::replace);
    if (!reported) return reported.error();
  }
  if (!version) return version.error();
  if (settings.has("strict") && diagnostics.has_warnings()) {
    console.error("error: there were warnings, and --strict was given; nothing is stored");
    return ExitCode::warnings;
  }
  Result<archive::Store> store = archive::Store::open_or_make(root);
  if (!store) return store.error();
  archive::CatalogueKeeper keeper(*store);
  const Result<archive::Committed> committed = store->commit(*version, &keeper);
  if (!committed) return committed.error();
  if (keeper.problem()) console.warning("warning: " + keeper.problem()->describe());
  const auto written = console.write(fmt::format(
      "{} v{} of {} in {}/{}\n", committed->stored ? "stored" : "unchanged:", committed->version,
      version->object_id, root, committed->object_path));
  if (!written) return written.error();
  return ExitCode::done;
}

}  // namespace pressmark::cli
