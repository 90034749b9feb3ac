#include "converters/importers/html/html.h"

#include <algorithm>

#include "converters/common/digest.h"
#include "converters/common/encoding.h"
#include "converters/common/url.h"
#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/builder.h"
#include "converters/importers/html/charset_prescan.h"
#include "converters/importers/html/codes.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/formulas.h"
#include "converters/importers/html/headings.h"
#include "converters/importers/html/kept_structures.h"
#include "converters/importers/html/metadata_reader.h"
#include "converters/importers/html/mhtml.h"
#include "converters/importers/html/words.h"
#include "core/model/validate.h"

namespace pressmark::html {
namespace {

// Elements of one page; more are refused. A tree of this size and its document take some 800 MB at
// most.
constexpr std::size_t most_elements = 600'000;

// `source` is what was received, a page or a web archive.
void fill_provenance(const Source& source, Document& document) {
  Provenance& provenance = document.provenance;
  provenance.source_name = source.name;
  provenance.source_url = source.url;
  provenance.media_type = "text/html";
  provenance.sha256 = sha256_hex(source.bytes);
  provenance.bytes = source.bytes.size();
  provenance.retrieved = source.retrieved;
  provenance.importer = "html";
}

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

bool is_web_url(std::string_view url) {
  return (url.starts_with("http://") || url.starts_with("https://")) && !host_of(url).empty();
}

Direction page_direction(const Dom& dom) {
  for (const Node* node : {dom.body(), dom.html()}) {
    if (node == nullptr) continue;
    if (equals_ignoring_case(node->attribute("dir"), "rtl")) return Direction::right_to_left;
    if (equals_ignoring_case(node->attribute("dir"), "ltr")) return Direction::left_to_right;
  }
  return Direction::inherit;
}

const Node* find_head_element(const Dom& dom, std::string_view name, std::string_view attribute,
                              std::string_view value) {
  const Node* head = dom.head();
  for (const Node* at = head; at != nullptr; at = next_in_order(at, head)) {
    if (!at->is(name)) continue;
    if (value.empty() ? at->has_attribute(attribute)
                      : equals_ignoring_case(at->attribute(attribute), value)) {
      return at;
    }
  }
  return nullptr;
}

// The address of the page: as the caller knows it, or as the page says it of itself.
std::string page_url(const Source& source, const Dom& dom) {
  if (!source.url.empty()) return source.url;
  if (const Node* link = find_head_element(dom, "link", "rel", "canonical")) {
    const std::string url = resolve_url("", link->attribute("href"));
    if (is_web_url(url)) return url;
  }
  if (const Node* meta = find_head_element(dom, "meta", "property", "og:url")) {
    const std::string url = resolve_url("", meta->attribute("content"));
    if (is_web_url(url)) return url;
  }
  return {};
}

std::string base_url(const Dom& dom, const std::string& url) {
  const Node* base = find_head_element(dom, "base", "href", "");
  return base == nullptr ? url : resolve_url(url, base->attribute("href"));
}

void collect_wanted_ids(const Dom& dom, const NoteTable& notes, std::string_view url, Ids& ids) {
  for (const Node* at = dom.root(); at != nullptr; at = next_in_order(at, dom.root())) {
    if (!at->is("a") || notes.reference[at->index] >= 0) continue;
    const std::string fragment = own_fragment(at->attribute("href"), url);
    if (!fragment.empty()) ids.want(fragment);
  }
  for (const NoteBody& body : notes.bodies) {
    if (body.references > 1) ids.want(body.fragment);
  }
}

void build_body(const Page& page, ImageLoader& images, Ids& ids, Context& context,
                Document& document) {
  Builder builder(page, images, ids, context);
  document.body = builder.article();
  drop_front_matter(document);
  repair_headings(document.body);
  for (const std::string& target : settle_links(document, ids)) {
    context.diagnostics.report(codes::dead_link, target);
  }
}

Error no_article(const Source& source) {
  return Error(ErrorKind::no_article, "there is no article in '" + source.name + "'",
               "see whether the page shows its text without scripts");
}

// `page_source` is the page itself; `files` came with it in a web archive.
Result<Document> import_page(const Source& page_source, const ImageLoader::Files& files,
                             const Options& options, Context& context, Document document) {
  ParseReport report;
  const std::size_t elements = std::min(most_elements, context.limits.nodes);
  const DecodedText decoded =
      decode_text(page_source.bytes, page_source.encoding, prescan_charset(page_source.bytes));
  report_decoding(decoded, context);
  document.provenance.encoding = decoded.encoding;
  Result<Dom> dom = parse(decoded.text, context.limits.depth, elements, report);
  if (!dom) return dom.error();
  report_parsing(report, context);

  const std::string url = page_url(page_source, *dom);
  std::optional<Article> article = find_article(*dom, context);
  if (!article) return no_article(page_source);
  keep_structures(*dom, *article);
  read_metadata(*dom, *article, url, document);
  if (document.language.empty() && is_language_tag(page_source.language)) {
    document.language = page_source.language;
  }
  if (document.direction == Direction::inherit) document.direction = page_direction(*dom);

  const NoteTable notes = find_notes(*dom, *article, url);
  keep_notes(notes, *article);
  Ids ids;
  collect_wanted_ids(*dom, notes, url, ids);
  const Page page{*dom,
                  *article,
                  base_url(*dom, url),
                  url,
                  notes,
                  find_block_holders(*dom),
                  renders_tex_in_text(*dom),
                  options.images};
  ImageLoader images(page.base, page_source.name, document.resources, context);
  images.set_files(&files);
  build_body(page, images, ids, context, document);
  if (document.body.empty()) return no_article(page_source);
  return document;
}

}  // namespace

Result<Document> import_html(const Source& source, const Options& options, Context& context) {
  if (const std::optional<std::string> binary = looks_binary(source.bytes)) {
    return Error(ErrorKind::unrecognised, "'" + source.name + "' is " + *binary + ", not HTML",
                 "give a saved web page");
  }
  Document document;
  fill_provenance(source, document);
  std::optional<WebArchive> archive = read_web_archive(source.bytes);
  if (!archive) return import_page(source, {}, options, context, std::move(document));
  document.provenance.media_type = "multipart/related";
  Source page = source;
  page.bytes = std::move(archive->page);
  if (page.url.empty() && is_web_url(archive->url)) page.url = archive->url;
  if (page.encoding.empty()) page.encoding = archive->charset;
  if (document.provenance.source_url.empty()) document.provenance.source_url = page.url;
  return import_page(page, archive->files, options, context, std::move(document));
}

}  // namespace pressmark::html
