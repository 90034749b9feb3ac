#include <algorithm>

#include "cli/article_input.h"
#include "cli/commands/commands.h"
#include "cli/input_environment.h"
#include "cli/metadata_table.h"
#include "cli/output_target.h"
#include "cli/report.h"

namespace pressmark::cli {
namespace {

std::string record_formats(const Formats& formats) {
  std::string names;
  for (const Format& format : formats) {
    if (format.record_only) names.append(names.empty() ? "" : ", ").append(format.name);
  }
  return names;
}

bool all_are_records(const std::vector<const Format*>& formats) {
  return std::ranges::all_of(formats, [](const Format* format) { return format->record_only; });
}

// The formats that --to-format or the extension of --output asks for; none for the table, which is
// plain text and so goes to files of that kind, too. A configuration names --to-format for the
// commands that write articles as well: what is no citation format there says nothing here.
Result<std::vector<const Format*>> asked_formats(const Settings& settings, const Formats& formats) {
  if (settings.has("to-format")) {
    auto named = parse_format_list(settings.text("to-format"), formats);
    if (!named || !settings.is_standing("to-format") || all_are_records(*named)) return named;
  }
  const Format* format = find_writable_by_file_name(formats, settings.text("output"));
  if (format == nullptr || format->media_type == "text/plain") return std::vector<const Format*>{};
  return std::vector<const Format*>{format};
}

std::string format_list(const std::vector<const Format*>& formats) {
  std::string names;
  for (const Format* format : formats) {
    names.append(names.empty() ? "" : ",").append(format->name);
  }
  return names;
}

Result<Done> check_record_formats(const std::vector<const Format*>& asked, const Settings& settings,
                                  const Formats& formats) {
  for (const Format* format : asked) {
    if (format->record_only) continue;
    return Error(ErrorKind::usage,
                 "'" + std::string(format->name) + "' is no format of citation records",
                 "use one of " + record_formats(formats) +
                     ", or write the article with 'pressmark convert'");
  }
  if (settings.has("explain") && !settings.is_standing("explain")) {
    return Error(ErrorKind::usage, "--explain is without effect on a citation format",
                 "leave it out, or leave the format out to get the table");
  }
  return Done{};
}

}  // namespace

Result<ExitCode> run_meta(const Settings& settings, Session& session) {
  const auto asked = asked_formats(settings, session.formats);
  if (!asked) return asked.error();
  if (!asked->empty()) {
    if (auto checked = check_record_formats(*asked, settings, session.formats); !checked) {
      return checked.error();
    }
    return run_convert(settings.with({{"to-format", {format_list(*asked)}}}), session);
  }
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
