#include "converters/importers/html/html.h"

#include <utility>

#include "converters/common/digest.h"
#include "converters/common/url.h"
#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/builder.h"
#include "converters/importers/html/codes.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/formulas.h"
#include "converters/importers/html/front_matter.h"
#include "converters/importers/html/headings.h"
#include "converters/importers/html/kept_structures.h"
#include "converters/importers/html/leftovers.h"
#include "converters/importers/html/metadata_reader.h"
#include "converters/importers/html/page_reader.h"
#include "converters/importers/html/words.h"
#include "core/model/validate.h"

namespace pressmark::html {
namespace {

// `source` is what was received, a page or a web archive; the address is the page's.
void fill_provenance(const Source& source, const ReceivedPage& received, Document& document) {
  Provenance& provenance = document.provenance;
  provenance.source_name = source.name;
  provenance.source_url = received.page.url;
  provenance.media_type = received.media_type;
  provenance.sha256 = sha256_hex(source.bytes);
  provenance.bytes = source.bytes.size();
  provenance.retrieved = source.retrieved;
  provenance.importer = "html";
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

Result<Document> import_page(const ReceivedPage& received, const Options& options, Context& context,
                             Document document) {
  const Result<ParsedPage> parsed = parse_page(received.page, context);
  if (!parsed) return parsed.error();
  const Dom& dom = parsed->dom;
  document.provenance.encoding = parsed->encoding;

  const std::string url = page_url(received.page, dom);
  std::optional<Article> article = find_article(dom, context);
  if (!article) return no_article(received.page);
  keep_structures(dom, *article);
  read_metadata(dom, *article, url, document);
  take_front_matter(*article, document);
  drop_leftovers(*article);
  if (document.language.empty() && is_language_tag(received.page.language)) {
    document.language = received.page.language;
  }
  if (document.direction == Direction::inherit) document.direction = page_direction(dom);

  const NoteTable notes = find_notes(dom, *article, url);
  keep_notes(notes, *article);
  Ids ids;
  collect_wanted_ids(dom, notes, url, ids);
  const Page page{dom,
                  *article,
                  base_url(dom, url),
                  url,
                  notes,
                  find_block_holders(dom),
                  renders_tex_in_text(dom),
                  options.images};
  ImageLoader images(page.base, received.page.name, document.resources, context);
  images.set_files(&received.files);
  build_body(page, images, ids, context, document);
  if (document.body.empty()) return no_article(received.page);
  return document;
}

}  // namespace

Result<Document> import_html(const Source& source, const Options& options, Context& context) {
  const Result<ReceivedPage> received = receive_page(source);
  if (!received) return received.error();
  Document document;
  fill_provenance(source, *received, document);
  return import_page(*received, options, context, std::move(document));
}

}  // namespace pressmark::html
