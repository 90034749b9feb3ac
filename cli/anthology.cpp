#include "cli/anthology.h"

#include <algorithm>

#include "cli/article_input.h"
#include "cli/article_output.h"
#include "cli/batch_source.h"
#include "cli/input_environment.h"
#include "cli/input_source.h"
#include "cli/report.h"
#include "converters/archive/durable_files.h"
#include "converters/common/anthology.h"
#include "core/pipeline/convert.h"

namespace pressmark::cli {
namespace {

struct Part {
  std::string name;  // of the source, for --order name
  Document document;
};

// The items of the operands, of the folders of --from-dir and of the lists, in this order.
Result<std::vector<BatchItem>> items_of(const Settings& settings, Session& session) {
  std::vector<std::string> operands = settings.operands();
  if (std::ranges::find(operands, "-") != operands.end()) {
    return Error(ErrorKind::usage, "standard input cannot be one of several articles",
                 "name files; a list of them is read by --list -");
  }
  for (const std::string& operand : operands) {
    if (!files::is_folder(operand)) continue;
    return Error(ErrorKind::usage, "'" + operand + "' is a folder",
                 "name the folder of articles with --from-dir");
  }
  for (const std::string& folder : settings.list("from-dir")) {
    if (!files::is_folder(folder)) {
      return Error(ErrorKind::unreadable, "there is no folder '" + folder + "'");
    }
    operands.push_back(folder);
  }
  const Settings inputs = settings.with_operands(std::move(operands));
  Result<ItemSource> source = ItemSource::open(inputs, session.formats, session.console);
  if (!source) return source.error();
  source->begin(ItemSource::Containers::closed);
  std::vector<BatchItem> items;
  for (;;) {
    Result<std::optional<BatchItem>> item = source->next();
    if (!item) return item.error();
    if (!*item) break;
    if ((*item)->error) return *(*item)->error;
    items.push_back(std::move(**item));
  }
  if (items.empty()) {
    return Error(ErrorKind::no_article, "there is no article for the book",
                 "name articles, a folder of them or a list");
  }
  return items;
}

Result<Part> import_item(const BatchItem& item, const Settings& settings, Session& session,
                         Diagnostics& all, std::vector<FormatUse>& uses) {
  const Result<ImportSettings> import =
      import_settings(settings.with(item.settings), session.formats);
  if (!import) return import.error();
  InputEnvironment environment(item.content ? "-" : item.path, *import);
  Diagnostics diagnostics;
  Context context{environment, diagnostics, import->limits};
  Result<ImportedArticle> article =
      item.content ? import_source({source_of(*item.content, item.stem, *import)}, *import,
                                   session.formats, context)
                   : import_input(item.path, *import, session.formats, session.console, context);
  if (!article) return article.error();
  show_diagnostics(diagnostics, item.id, session.console);
  for (const Diagnostic& one : diagnostics.all()) all.report(*one.code, one.where, one.subject);
  uses.push_back({article->format, Side::read});
  return Part{source_name(item.id), std::move(article->document)};
}

// A date that can be compared: an article without one comes behind all others.
bool is_earlier(const Part& a, const Part& b) {
  const Date& first = a.document.metadata.date(DateVariable::issued);
  const Date& second = b.document.metadata.date(DateVariable::issued);
  const bool dated = first.start.year.has_value();
  if (dated != second.start.year.has_value()) return dated;
  if (!dated) return false;
  const auto key = [](const Date& date) {
    return std::tuple(*date.start.year, date.start.month, date.start.day, date.time);
  };
  return key(first) < key(second);
}

Result<Done> sort_parts(std::vector<Part>& parts, const std::string& order) {
  if (order == "name") {
    std::ranges::stable_sort(parts, {}, &Part::name);
  } else if (order == "date") {
    std::ranges::stable_sort(parts, is_earlier);
  } else if (!order.empty() && order != "list") {
    return Error(ErrorKind::usage, "--order is '" + order + "'", "use list, name or date");
  }
  return Done{};
}

Result<std::vector<Bytes>> export_book(const std::vector<Document>& articles,
                                       const Document& combined, const std::string& title,
                                       const std::vector<OutputTarget>& targets,
                                       const ImportSettings& import, Context& context) {
  std::vector<Bytes> outputs;
  for (const OutputTarget& target : targets) {
    const Format& format = *target.format;
    const OptionValues options = options_for({&format, Side::write}, import.options);
    Result<Bytes> octets = format.write_many
                               ? export_articles(articles, title, format, options, context)
                               : export_article(combined, format, options, context);
    if (!octets) return octets.error();
    outputs.push_back(std::move(*octets));
  }
  return outputs;
}

}  // namespace

bool is_anthology(const Settings& settings) {
  return settings.operands().size() > 1 || settings.has("from-dir") || settings.has("list");
}

Result<ExitCode> convert_anthology(const Settings& settings, Session& session) {
  Console& console = session.console;
  const Result<ImportSettings> import = import_settings(settings, session.formats);
  if (!import) return import.error();
  const std::string title = settings.text("title");
  const Result<std::vector<OutputTarget>> targets = output_targets(
      settings, title.empty() ? std::string("anthology") : title, session.formats, console);
  if (!targets) return targets.error();
  const Result<std::vector<BatchItem>> items = items_of(settings, session);
  if (!items) return items.error();
  for (const BatchItem& item : *items) {
    for (const OutputTarget& target : *targets) {
      if (auto kept = check_keeps_input(target.path, item.path); !kept) return kept.error();
    }
    if (auto kept = check_keeps_input(settings.text("report"), item.path); !kept) {
      return kept.error();
    }
  }

  Diagnostics diagnostics;
  std::vector<FormatUse> uses;
  std::vector<Part> parts;
  for (const BatchItem& item : *items) {
    Result<Part> part = import_item(item, settings, session, diagnostics, uses);
    if (!part) return part.error();
    parts.push_back(std::move(*part));
  }
  for (const OutputTarget& target : *targets) uses.push_back({target.format, Side::write});
  if (auto checked = check_format_options(import->options, uses); !checked) {
    return checked.error();
  }
  if (auto sorted = sort_parts(parts, settings.text("order")); !sorted) return sorted.error();
  std::vector<Document> articles;
  for (Part& part : parts) articles.push_back(std::move(part.document));
  const Document combined = combine_articles(articles, title);

  // Style sheets and covers lie beside the first article, as they do for a single one.
  InputEnvironment environment(items->front().path.empty() ? "-" : items->front().path, *import);
  Diagnostics written;
  Context context{environment, written, import->limits};
  const Result<std::vector<Bytes>> outputs =
      export_book(articles, combined, title, *targets, *import, context);
  show_diagnostics(written, "the book", console);
  for (const Diagnostic& one : written.all()) {
    diagnostics.report(*one.code, one.where, one.subject);
  }
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
  if (auto done = write_targets(combined, *targets, *outputs, *import, console); !done) {
    return done.error();
  }
  return ExitCode::done;
}

}  // namespace pressmark::cli
