#include "cli/archiving.h"

#include <array>
#include <chrono>

#include "cli/disk_environment.h"
#include "cli/help.h"
#include "cli/report.h"
#include "converters/archive/package.h"
#include "converters/common/article_identifier.h"
#include "core/pipeline/convert.h"

namespace pressmark::cli {
namespace {

struct RenditionRow {
  std::string_view format;
  std::string_view path;
};

// Where each format's output lies in an object. A format that the table lacks is left out.
constexpr std::array<RenditionRow, 9> rendition_rows = {{
    {"tei", "tei/article.xml"},
    {"epub", "epub/article.epub"},
    {"pdf", "pdf/article.pdf"},
    {"csljson", "metadata/csl.json"},
    {"bibtex", "metadata/citation.bib"},
    {"ris", "metadata/citation.ris"},
    {"mods", "metadata/mods.xml"},
    {"dc", "metadata/dc.xml"},
    {"marcxml", "metadata/marc.xml"},
}};

// RFC 3339 asks for seconds and an offset; a Date may have neither.
std::string rfc3339(const Date& date) {
  const std::string& time = date.time;
  const bool has_offset = time.find_first_of("Z+-") != std::string::npos;
  if (time.empty() || !has_offset) return {};
  std::string text = to_string(date);
  constexpr std::size_t minutes_end = 16;  // "2026-10-12T08:30"
  if (text.size() > minutes_end && text[minutes_end] != ':') text.insert(minutes_end, ":00");
  return text;
}

std::string time_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return rfc3339(date_of_unix_time(std::chrono::duration_cast<std::chrono::seconds>(now).count()));
}

// When the version is stored; --captured says when the source was, which is an event of its own.
std::string time_of_archiving(const ImportSettings& import) {
  return import.time ? rfc3339(*import.time) : time_now();
}

Result<std::vector<archive::Rendition>> make_renditions(const Document& document,
                                                        const ImportSettings& import,
                                                        const Formats& formats, Context& context) {
  std::vector<archive::Rendition> renditions;
  for (const RenditionRow& row : rendition_rows) {
    const Format* format = find_format(formats, row.format);
    if (format == nullptr) continue;
    Result<Bytes> octets = export_article(
        document, *format, options_for({format, Side::write}, import.options), context);
    if (!octets) return octets.error();
    renditions.push_back({std::string(format->name), std::string(format->media_type),
                          std::string(row.path), std::move(*octets), format->images_beside});
  }
  return renditions;
}

}  // namespace

std::vector<const Format*> rendition_formats(const Formats& formats) {
  std::vector<const Format*> found;
  for (const RenditionRow& row : rendition_rows) {
    if (const Format* format = find_format(formats, row.format)) found.push_back(format);
  }
  return found;
}

Result<std::string> time_of_record() {
  const Result<std::optional<Date>> time = source_date_epoch();
  if (!time) return time.error();
  return *time ? rfc3339(**time) : time_now();
}

Result<archive::NewVersion> prepare_version(ImportedArticle article, const ArchiveRequest& request,
                                            const ImportSettings& import, const Formats& formats,
                                            Context& context) {
  Document& document = article.document;
  // One identifier for the object, the record and all outputs.
  if (!request.object_id.empty() &&
      request.object_id != document.metadata.text(Variable::identifier)) {
    document.metadata.set(Variable::identifier, request.object_id, {.source = "archive"});
  }
  const std::string id = article_identifier(document);
  std::vector<FormatUse> uses = {{article.format, Side::read}};
  for (const Format* format : rendition_formats(formats)) uses.push_back({format, Side::write});
  if (auto checked = check_format_options(import.options, uses); !checked) return checked.error();
  Result<std::vector<archive::Rendition>> renditions =
      make_renditions(document, import, formats, context);
  if (!renditions) return renditions.error();
  return archive::make_version(
      {document, article.source, std::move(*renditions), diagnostics_ndjson(context.diagnostics),
       id, time_of_archiving(import), request.message.empty() ? "Archived" : request.message,
       std::string(version()), request.received});
}

}  // namespace pressmark::cli
