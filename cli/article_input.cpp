#include "cli/article_input.h"

#include <algorithm>

#include "cli/disk_environment.h"
#include "cli/input_source.h"
#include "cli/metadata_settings.h"
#include "converters/common/article_identifier.h"
#include "converters/common/url.h"
#include "core/base/ascii.h"
#include "core/model/validate.h"
#include "core/pipeline/convert.h"

namespace pressmark::cli {
namespace {

bool starts_with_word(std::string_view text, std::string_view word) {
  return ascii::to_lower(text.substr(0, word.size())) == word;
}

}  // namespace

Result<ImportSettings> import_settings(const Settings& settings, const Formats& formats) {
  ImportSettings result;
  if (settings.has("from")) {
    result.from = find_format(formats, settings.text("from"));
    if (result.from == nullptr || !result.from->read) {
      return Error(ErrorKind::usage,
                   "--from names no format that can be read: '" + settings.text("from") + "'",
                   "run 'pressmark formats' to see which can");
    }
  }
  result.url = settings.text("url");
  if (!result.url.empty() && !is_web_url(result.url)) {
    return Error(ErrorKind::usage, "--url '" + result.url + "' is no web address",
                 "write it in full, as in https://paper.example/2026/11/ferry");
  }
  if (has_user_information(result.url)) {
    return Error(ErrorKind::usage, "--url has a name or password in its address",
                 "leave it out: the address is written into what is made of the article");
  }
  result.encoding = settings.text("encoding");
  result.language = settings.text("lang");
  if (!result.language.empty() && !is_language_tag(result.language)) {
    return Error(ErrorKind::usage, "--lang '" + result.language + "' is no language tag",
                 "write it as in 'en', 'pt-BR' or 'zh-Hant'");
  }
  if (settings.has("captured")) {
    const auto date = parse_date(settings.text("captured"));
    if (!date) {
      return Error(ErrorKind::usage, "--captured '" + settings.text("captured") + "' is no date",
                   "write it as 2026-10-12 or 2026-10-12T08:30:00Z");
    }
    result.captured = *date;
  }
  Result<std::vector<FormatOption>> options = parse_format_options(settings, formats);
  if (!options) return options.error();
  result.options = std::move(*options);
  auto overrides = parse_metadata_settings(settings.list("set"));
  if (!overrides) return overrides.error();
  result.metadata = std::move(*overrides);
  const auto most = settings.number("max-input-bytes", result.limits.input_bytes, 1);
  if (!most) return most.error();
  result.limits.input_bytes = *most;
  if (settings.has("metadata")) {
    Result<MetadataFile> record = read_metadata_file(settings.text("metadata"), result.limits);
    if (!record) return record.error();
    result.record = std::move(*record);
  }
  Result<std::optional<Date>> time = source_date_epoch();
  if (!time) return time.error();
  result.time = std::move(*time);
  if (settings.has("allow-private") && !settings.has("fetch")) {
    return Error(ErrorKind::usage, "--allow-private does nothing without --fetch",
                 "give both, or neither");
  }
  if (settings.has("fetch")) {
    result.fetch = FetchRules{};
    result.fetch->allow_private = settings.has("allow-private");
  }
  return result;
}

bool looks_like_html(std::string_view octets) {
  // UTF-16 has a NUL beside each ASCII character; what is left without them is enough to tell.
  std::string head;
  for (const char c : octets.substr(0, 4096)) {
    if (c != '\0') head += c;
  }
  std::string_view text = head;
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  for (;;) {
    const std::size_t start = text.find_first_not_of(" \t\r\n\f");
    if (start == std::string_view::npos) return false;
    text.remove_prefix(start);
    const std::string_view ending = text.starts_with("<!--") ? "-->"
                                    : text.starts_with("<?") ? ">"
                                                             : "";
    if (ending.empty()) break;
    const std::size_t end = text.find(ending);
    // A first comment longer than the piece looked at: only markup begins so.
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + ending.size());
  }
  constexpr std::string_view beginnings[] = {
      "<!doctype html", "<html",  "<head",   "<body", "<title", "<meta", "<link",  "<script",
      "<style",         "<div",   "<main",   "<p>",   "<p ",    "<h1",   "<h2",    "<article",
      "<section",       "<table", "<header", "<span", "<a ",    "<b>",   "<center"};
  return std::ranges::any_of(
      beginnings, [&](std::string_view beginning) { return starts_with_word(text, beginning); });
}

const Format* find_input_format(const Formats& formats, const ReceivedSource& received) {
  const Source& source = received.source;
  // Servers say "text/plain" and the like of anything; "text/html" is said on purpose.
  const bool served_as_page = received.media_type == "text/html";
  if (!served_as_page) {
    if (const Format* format = find_readable_by_file_name(formats, source.name)) return format;
  }
  const bool is_page = served_as_page || looks_like_html(source.bytes);
  const Format* format = find_format(formats, is_page ? "html" : "text");
  return format != nullptr && format->read ? format : nullptr;
}

Result<ImportedArticle> import_source(ReceivedSource received, const ImportSettings& settings,
                                      const Formats& formats, Context& context) {
  const Format* format =
      settings.from != nullptr ? settings.from : find_input_format(formats, received);
  Source& source = received.source;
  if (format == nullptr) {
    return Error(ErrorKind::unrecognised, "'" + source.name + "' is of no format that can be read",
                 "name its format with --from");
  }
  Result<Document> document =
      import_article(source, *format, options_for({format, Side::read}, settings.options), context);
  if (!document) return document.error();
  if (settings.record) {
    auto laid = apply_metadata_file(*settings.record, *document, context);
    if (!laid) return laid.error();
  }
  apply_metadata_settings(settings.metadata, *document);
  settle_identifier(*document);
  return ImportedArticle{std::move(source), format, std::move(*document)};
}

Result<ImportedArticle> import_input(const std::string& operand, const ImportSettings& settings,
                                     const Formats& formats, const Console& console,
                                     Context& context) {
  Result<ReceivedSource> received = receive_source(operand, settings, console);
  if (!received) return received.error();
  return import_source(std::move(*received), settings, formats, context);
}

}  // namespace pressmark::cli
