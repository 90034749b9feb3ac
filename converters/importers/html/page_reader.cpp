#include "converters/importers/html/page_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "converters/common/encoding.h"
#include "converters/common/url.h"
#include "converters/importers/html/charset_prescan.h"
#include "converters/importers/html/codes.h"
#include "converters/importers/html/mhtml.h"

namespace pressmark::html {
namespace {

// Elements of one page; more are refused. A tree of this size and its document take some 800 MB at
// most.
constexpr std::size_t most_elements = 600'000;

void report_decoding(const DecodedText& decoded, Context& context) {
  if (decoded.replaced > 0) {
    context.diagnostics.report(codes::replaced_octets, std::to_string(decoded.replaced));
  }
  if (decoded.evidence == EncodingEvidence::detection ||
      decoded.evidence == EncodingEvidence::fallback) {
    context.diagnostics.report(codes::guessed_encoding, decoded.encoding);
  }
}

void report_parsing(const ParseReport& report, Context& context) {
  if (report.flattened > 0) {
    context.diagnostics.report(codes::flattened, std::to_string(report.flattened));
  }
  if (report.dropped_attributes > 0) {
    context.diagnostics.report(codes::dropped_attributes,
                               std::to_string(report.dropped_attributes));
  }
}

}  // namespace

Result<ReceivedPage> receive_page(const Source& source) {
  if (source.bytes.empty()) {
    return Error(ErrorKind::no_article, "'" + source.name + "' is empty",
                 "see whether the page was saved to its end");
  }
  if (const std::optional<std::string> binary = looks_binary(source.bytes)) {
    return Error(ErrorKind::unrecognised, "'" + source.name + "' is " + *binary + ", not HTML",
                 "give a saved web page");
  }
  ReceivedPage received{source, {}, "text/html"};
  std::optional<WebArchive> archive = read_web_archive(source.bytes);
  if (!archive) return received;
  received.media_type = "multipart/related";
  received.page.bytes = std::move(archive->page);
  if (received.page.url.empty() && is_web_url(archive->url)) received.page.url = archive->url;
  if (received.page.encoding.empty()) received.page.encoding = archive->charset;
  received.files = std::move(archive->files);
  return received;
}

Result<ParsedPage> parse_page(const Source& page, Context& context) {
  const DecodedText decoded = decode_text(page.bytes, page.encoding, prescan_charset(page.bytes));
  report_decoding(decoded, context);
  ParseReport report;
  const std::size_t elements = std::min(most_elements, context.limits.nodes);
  Result<Dom> dom = parse(decoded.text, context.limits.depth, elements, report);
  if (!dom) return dom.error();
  report_parsing(report, context);
  return ParsedPage{std::move(*dom), decoded.encoding};
}

}  // namespace pressmark::html
