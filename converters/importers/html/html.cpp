#include "converters/importers/html/html.h"

#include <charconv>
#include <utility>

#include "converters/common/digest.h"
#include "converters/common/url.h"
#include "converters/importers/html/article_finder.h"
#include "converters/importers/html/builder.h"
#include "converters/importers/html/codes.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/formulas.h"
#include "converters/importers/html/headings.h"
#include "converters/importers/html/page_reader.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/page_understanding.h"
#include "converters/importers/html/pulled_quotes.h"
#include "core/model/validate.h"
#include "core/model/walk.h"

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

// Locations of the source that the HTML was made of, from the nearest element that tells its own.
void place_in_source(const Dom& dom) {
  for (Node* at = dom.root(); at != nullptr;
       at = const_cast<Node*>(next_in_order(at, dom.root()))) {
    const std::string_view position = at->attribute("data-sourcepos");
    Location from = at->parent != nullptr ? at->parent->from : Location{};
    std::from_chars(position.data(), position.data() + position.size(), from.line);
    from.column = position.empty() ? from.column : 1;
    at->from = from;
  }
}

// Takes a heading of the first level from the beginning of the body.
void take_headline(Document& document) {
  if (document.body.empty()) return;
  auto* heading = std::get_if<Heading>(&document.body.front().node);
  if (heading == nullptr || heading->level != 1) return;
  document.front.headline = std::move(heading->children);
  document.body.erase(document.body.begin());
}

// Gives the headline the markup that it has in the page, where the page's words are those that
// were found to be the title.
void mark_up_headline(Builder& builder, Document& document) {
  Inlines words = builder.headline();
  if (words.empty()) return;
  Inlines& headline = document.front.headline;
  if (comparable(text_of(words)) == comparable(text_of(headline))) headline = std::move(words);
}

void build_body(const Page& page, ImageLoader& images, Ids& ids, Context& context,
                Document& document) {
  Builder builder(page, images, ids, context);
  document.body = builder.article();
  mark_up_headline(builder, document);
  drop_front_matter(document);
  repair_headings(document.body);
  mark_pulled_quotes(document.body);
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

  const std::optional<PageUnderstanding> understood = understand_page(received, *parsed, document);
  if (!understood) return no_article(received.page);
  const auto& [article, notes, url, base] = *understood;
  Ids ids;
  collect_wanted_ids(dom, notes, url, ids);
  const Page page{
      dom,           article, base, url, notes, find_block_holders(dom), renders_tex_in_text(dom),
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

Result<Document> import_whole(const Source& source, std::string_view html, Context& context) {
  ParseReport report;
  const Result<Dom> dom = parse(html, context.limits.depth, context.limits.nodes, report);
  if (!dom) return dom.error();
  place_in_source(*dom);
  Document document;
  fill_provenance(source, {source, {}, "text/html"}, document);
  Article article;
  if (const Node* body = dom->body()) article.parts.push_back(body);
  article.left_out.resize(dom->size());
  const NoteTable notes = find_notes(*dom, article, source.url);
  Ids ids;
  collect_wanted_ids(*dom, notes, source.url, ids);
  const Page page{*dom,  article,          source.url, source.url, notes, find_block_holders(*dom),
                  false, ImageReading::all};
  ImageLoader images(page.base, source.name, document.resources, context);
  Builder builder(page, images, ids, context);
  document.body = builder.article();
  take_headline(document);
  repair_headings(document.body);
  for (const std::string& target : settle_links(document, ids)) {
    context.diagnostics.report(codes::dead_link, target);
  }
  return document;
}

}  // namespace pressmark::html
