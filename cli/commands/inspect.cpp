#include <fmt/format.h>

#include "cli/article_input.h"
#include "cli/commands/commands.h"
#include "cli/document_outline.h"
#include "cli/input_environment.h"
#include "cli/metadata_table.h"
#include "cli/report.h"

namespace pressmark::cli {
namespace {

std::string source_lines(const ImportedArticle& article) {
  const Provenance& provenance = article.document.provenance;
  std::string text =
      fmt::format("source     {}, {}, {} bytes, sha256 {}\n", printable(provenance.source_name),
                  article.format->title, provenance.bytes, provenance.sha256);
  if (!provenance.encoding.empty()) text += "encoding   " + provenance.encoding + "\n";
  if (!article.document.language.empty()) {
    text += "language   " + article.document.language + "\n";
  }
  return text;
}

}  // namespace

Result<ExitCode> run_inspect(const Settings& settings, Session& session) {
  const std::string& path = settings.operands().front();
  const Result<ImportSettings> import = import_settings(settings, session.formats);
  if (!import) return import.error();
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
  std::string text = source_lines(*article);
  if (article->format->inspect) {
    // The same source is read again; what reading reports was shown above.
    Diagnostics shown;
    Context again{environment, shown, import->limits};
    const Format& format = *article->format;
    const Result<std::string> found =
        format.inspect(article->source, options_for({&format, Side::read}, import->options), again);
    if (!found) return found.error();
    text += *found;
  }
  text += "\n line what                   text\n" + document_outline(article->document) + "\n" +
          metadata_table(article->document.metadata, Explain::yes);
  if (auto written = session.console.write(text); !written) return written.error();
  return ExitCode::done;
}

}  // namespace pressmark::cli
