#include "cli/citation_styles.h"
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

// What the run is to write, found before anything is read.
struct Plan {
  const Format* format = nullptr;  // of records; or
  std::optional<csl::Processor> processor;
  csl::Markup markup = csl::Markup::text;
};

Result<csl::Markup> markup_of(const Settings& settings) {
  const std::string& name = settings.text("format");
  if (name.empty() || name == "text") return csl::Markup::text;
  if (name == "html") return csl::Markup::html;
  if (name == "markdown") return csl::Markup::markdown;
  return Error(ErrorKind::usage, "--format '" + name + "' is not known",
               "use text, html or markdown");
}

Result<Plan> plan_of(const Settings& settings, const ImportSettings& import,
                     const Session& session) {
  Plan plan;
  const bool styled = settings.has("style") && !settings.is_standing("style");
  if (settings.has("to-format") && !(styled && settings.is_standing("to-format"))) {
    if (styled) {
      return Error(ErrorKind::usage, "--style and --to-format ask for different things",
                   "give one of them");
    }
    for (const char* name : {"format", "in-text", "locale"}) {
      if (!settings.has(name) || settings.is_standing(name)) continue;
      return Error(ErrorKind::usage, "--" + std::string(name) + " does nothing without --style",
                   "leave it out, or name a style");
    }
    const Result<const Format*> format = record_format(settings, session.formats);
    if (!format) return format.error();
    plan.format = *format;
    return plan;
  }
  if (!settings.has("style")) {
    return Error(ErrorKind::usage, "cite needs a style or a format of records",
                 "name one with --style or --to-format");
  }
  const Result<csl::Markup> markup = markup_of(settings);
  if (!markup) return markup.error();
  plan.markup = *markup;
  auto processor = load_processor(settings, import.limits, session.console);
  if (!processor) return processor.error();
  plan.processor = std::move(*processor);
  if (!settings.has("in-text") && !plan.processor->has_bibliography()) {
    return Error(ErrorKind::usage, "the style '" + settings.text("style") + "' has no bibliography",
                 "add --in-text to get what stands in the notes");
  }
  return plan;
}

}  // namespace

Result<ExitCode> run_cite(const Settings& settings, Session& session) {
  Console& console = session.console;
  if (settings.operands().empty()) {
    return Error(ErrorKind::usage, "cite needs an article or a file of records",
                 "name one or more, or '-' for standard input");
  }
  if (settings.has("metadata") && settings.operands().size() > 1) {
    return Error(ErrorKind::usage,
                 "--metadata has the record of one article, and " +
                     std::to_string(settings.operands().size()) + " are given",
                 "cite them one by one, or name the file of records as an input");
  }
  const Result<ImportSettings> import = import_settings(settings, session.formats);
  if (!import) return import.error();
  Result<Plan> plan = plan_of(settings, *import, session);
  if (!plan) return plan.error();
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
      plan->processor
          ? format_citations(cited->documents, *plan->processor, plan->markup,
                             settings.has("in-text"), diagnostics)
          : write_records(cited->documents, *plan->format, *import, session.formats, context);
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
