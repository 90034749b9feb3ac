#include "cli/cited_articles.h"

#include <algorithm>
#include <array>
#include <set>

#include "cli/input_environment.h"
#include "cli/input_source.h"
#include "cli/metadata_settings.h"
#include "cli/report.h"
#include "converters/common/citation_key.h"
#include "converters/common/csl_json.h"
#include "converters/exporters/citation/records_file.h"
#include "converters/records/records.h"
#include "core/base/ascii.h"
#include "core/pipeline/convert.h"

namespace pressmark::cli {
namespace {

std::string names_of_record_formats(const Formats& formats) {
  std::string names;
  for (const Format& format : formats) {
    if (format.record_only) names.append(names.empty() ? "" : ", ").append(format.name);
  }
  return names;
}

// Whether JSON text is CSL-JSON and not the document model, whose object names itself first.
bool looks_like_csl_json(std::string_view octets) {
  if (octets.starts_with("\xEF\xBB\xBF")) octets.remove_prefix(3);
  const std::size_t start = octets.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return false;
  if (octets[start] == '[') return octets.find_first_of("{]", start) != std::string_view::npos;
  return octets[start] == '{' &&
         octets.substr(start, 400).find("\"pressmark-document\"") == std::string_view::npos;
}

bool has_json_name(std::string_view name) {
  return name.ends_with(".json") || name.ends_with(".csljson") || name == "-";
}

// Whether octets of no name begin as a file of BibTeX or RIS does, and as no text: "@article{", a
// line "TY  - ".
bool looks_like_records(std::string_view octets) {
  if (octets.starts_with("\xEF\xBB\xBF")) octets.remove_prefix(3);
  octets.remove_prefix(std::min(octets.find_first_not_of(" \t\r\n"), octets.size()));
  if (octets.starts_with("TY  - ")) return true;
  if (!octets.starts_with('@')) return false;
  std::size_t end = 1;
  while (end < octets.size() && ascii::to_lower(octets[end]) >= 'a' &&
         ascii::to_lower(octets[end]) <= 'z') {
    ++end;
  }
  return end > 1 && end < octets.size() && (octets[end] == '{' || octets[end] == '(');
}

// The format of a file of records; absent for an article. Only names that no article has tell it,
// and JSON, which the document model is as well, is looked into, as is standard input.
std::optional<records::RecordFormat> record_format_of(const Source& source) {
  if (source.name == "-" && looks_like_records(source.bytes)) {
    return records::find_record_format("", source.bytes);
  }
  if (has_json_name(source.name)) {
    if (!looks_like_csl_json(source.bytes)) return std::nullopt;
    return records::RecordFormat::csl_json;
  }
  constexpr std::array<std::string_view, 7> extensions = {".bib",  ".ris", ".mods", ".jsonld",
                                                          ".yaml", ".yml", ".toml"};
  const std::string name = ascii::to_lower(source.name);
  for (const std::string_view extension : extensions) {
    if (name.ends_with(extension)) return records::find_record_format(name, source.bytes);
  }
  return std::nullopt;
}

class Reader {
 public:
  Reader(const ImportSettings& import, const Formats& formats, Console& console)
      : import_(import), formats_(formats), console_(console) {}

  Result<Done> read(const std::string& operand) {
    InputEnvironment environment(operand, import_);
    Diagnostics diagnostics;
    Context context{environment, diagnostics, import_.limits};
    Result<ReceivedSource> received = receive_source(operand, import_, console_);
    if (!received) return received.error();
    const Result<Done> taken = take(std::move(*received), context);
    show_diagnostics(diagnostics, operand, console_);
    articles_.had_warnings = articles_.had_warnings || diagnostics.has_warnings();
    return taken;
  }

  CitedArticles articles() && { return std::move(articles_); }

 private:
  Result<Done> take(ReceivedSource received, Context& context) {
    const Source& source = received.source;
    const auto records = import_.from == nullptr ? record_format_of(source) : std::nullopt;
    if (records) return take_records(source, *records, context);
    Result<ImportedArticle> article =
        import_source(std::move(received), import_, formats_, context);
    if (!article) return article.error();
    articles_.documents.push_back(std::move(article->document));
    return Done{};
  }

  Result<Done> take_records(const Source& source, records::RecordFormat format, Context& context) {
    Result<std::vector<Metadata>> records =
        records::read_records(source.bytes, format, source.name, context);
    if (!records) {
      return Error(records.error().kind(),
                   "cannot read '" + source.name + "': " + records.error().message(),
                   records.error().remedy());
    }
    for (Metadata& record : *records) {
      Document document;
      document.metadata = std::move(record);
      if (import_.record) {
        auto laid = apply_metadata_file(*import_.record, document, context);
        if (!laid) return laid.error();
      }
      apply_metadata_settings(import_.metadata, document);
      articles_.documents.push_back(std::move(document));
    }
    return Done{};
  }

  const ImportSettings& import_;
  const Formats& formats_;
  Console& console_;
  CitedArticles articles_;
};

// The key of the record in a file that has the keys of `taken` already.
std::string key_in_file(const Metadata& record, std::set<std::string>& taken,
                        Diagnostics& diagnostics) {
  std::string key = unique_citation_key(record, taken);
  const std::string& own = record.text(Variable::citation_key);
  if (!own.empty() && own != key) diagnostics.report(key_changed, own + " is " + key);
  return key;
}

Bytes write_csl_json_list(const std::vector<Document>& documents, Diagnostics& diagnostics) {
  std::set<std::string> taken;
  std::vector<CitedRecord> records;
  for (const Document& document : documents) {
    records.push_back({key_in_file(document.metadata, taken, diagnostics), &document.metadata});
  }
  return write_csl_json(records);
}

// Whether styles have something to say of a work without a title: whom it is with, what it is of.
bool is_described(const Metadata& record) {
  const bool words = std::ranges::any_of(
      std::array{Variable::title, Variable::reviewed_title, Variable::event_title},
      [&](Variable variable) { return record.find(variable) != nullptr; });
  return words || !record.with_role(Role::interviewer).empty() ||
         !record.with_role(Role::recipient).empty();
}

Metadata cited_record(Metadata record, const csl::Processor& processor, Diagnostics& diagnostics) {
  const std::string key = citation_key(record);
  if (!is_described(record)) {
    record.set(Variable::title, processor.description_of(record), {});
    // It is said now.
    record.set(Variable::genre, "", {});
    diagnostics.report(untitled, key);
  }
  for (const auto& [variable, date] : record.dates()) {
    if (date.value.start.year || !date.value.literal.empty() || !is_csl(variable)) continue;
    diagnostics.report(date_without_year, key + ": " + std::string(to_string(variable)) + " " +
                                              day_string(date.value));
  }
  return record;
}

}  // namespace

Result<CitedArticles> read_cited_articles(const std::vector<std::string>& operands,
                                          const ImportSettings& import, const Formats& formats,
                                          Console& console) {
  Reader reader(import, formats, console);
  for (const std::string& operand : operands) {
    if (auto read = reader.read(operand); !read) return read.error();
  }
  return std::move(reader).articles();
}

Result<Bytes> write_records(const std::vector<Document>& documents, const Format& format,
                            const ImportSettings& import, const Formats& formats,
                            Context& context) {
  if (!format.record_only) {
    return Error(ErrorKind::usage,
                 "'" + std::string(format.name) + "' is no format of citation records",
                 "use one of " + names_of_record_formats(formats));
  }
  if (format.name == "csljson") return write_csl_json_list(documents, context.diagnostics);
  const citation::RecordsFile* file = citation::find_records_file(format.name);
  if (documents.size() != 1 && file == nullptr) {
    return Error(ErrorKind::usage,
                 "a file of '" + std::string(format.name) + "' holds one record, and " +
                     std::to_string(documents.size()) + " are given",
                 "use 'pressmark batch' for a file each, or another format");
  }
  const OptionValues options = options_for({&format, Side::write}, import.options);
  std::set<std::string> taken;
  std::vector<Bytes> records;
  for (const Document& document : documents) {
    Document keyed = document;
    keyed.metadata.set(Variable::citation_key,
                       key_in_file(document.metadata, taken, context.diagnostics), {});
    Result<Bytes> one = export_article(keyed, format, options, context);
    if (!one) return one.error();
    records.push_back(std::move(*one));
  }
  return records.size() == 1 ? std::move(records.front()) : citation::join_records(*file, records);
}

Bytes format_citations(const std::vector<Document>& documents, csl::Processor& processor,
                       csl::Markup markup, bool in_text, Diagnostics& diagnostics) {
  std::vector<Metadata> records;
  for (const Document& document : documents) {
    records.push_back(cited_record(document.metadata, processor, diagnostics));
  }
  processor.set_records(records);
  std::vector<std::string> entries;
  std::string classes = "csl-bib-body";
  if (in_text) {
    std::vector<csl::CitationRequest> requests;
    for (std::size_t i = 0; i < records.size(); ++i) {
      requests.push_back({.cites = {{.record = i}}, .note = static_cast<int>(i) + 1});
    }
    entries = processor.citations(requests, markup);
    classes = "csl-citations";
  } else {
    csl::Bibliography bibliography = processor.bibliography(markup);
    if (bibliography.hanging_indent) classes += " csl-hanging-indent";
    for (csl::BibliographyEntry& entry : bibliography.entries) {
      entries.push_back(std::move(entry.text));
    }
  }
  Bytes all;
  if (markup == csl::Markup::html) all = "<div class=\"" + classes + "\" role=\"list\">\n";
  for (const std::string& entry : entries) {
    if (markup == csl::Markup::html) {
      all += "  <div class=\"csl-entry\" role=\"listitem\">" + entry + "</div>\n";
    } else {
      if (markup == csl::Markup::markdown && !all.empty()) all += '\n';
      all += entry + '\n';
    }
  }
  if (markup == csl::Markup::html) all += "</div>\n";
  return all;
}

}  // namespace pressmark::cli
