#include "converters/importers/tei/tei.h"

#include "converters/common/digest.h"
#include "converters/importers/tei/state.h"
#include "core/model/validate.h"
#include "core/model/walk.h"

namespace pressmark::tei {
namespace {

// Elements that one level of the model takes at most (floatingText, body, div, sp, list, item ...).
constexpr int xml_levels = 6;

const XmlNode* find_element(const XmlNode& root, std::string_view name) {
  if (root.name == name) return &root;
  for (const XmlNode& child : root.children) {
    if (child.is_text()) continue;
    if (child.name == name) return &child;
  }
  return nullptr;
}

// A reference to an element that is no node of ours (a person of the header) is no link.
void drop_dead_links(State& state) {
  for_each_inline(state.document, [&](Inline& item) {
    const auto* link = std::get_if<Link>(&item.node);
    if (link == nullptr || !link->target.starts_with('#')) return;
    if (state.ids.contains(link->target.substr(1))) return;
    state.context.diagnostics.report(bad_value, item.from, link->target);
    std::string words = text_of(link->children);
    if (words.empty()) words = " ";
    item.node = Text{std::move(words)};
  });
}

// Trims the line ends that layout of other programs leaves at the ends of paragraphs.
void trim(Inlines& line) {
  if (line.empty()) return;
  if (auto* first = std::get_if<Text>(&line.front().node)) {
    first->text.erase(0, std::min(first->text.find_first_not_of(' '), first->text.size()));
    if (first->text.empty()) line.erase(line.begin());
  }
  if (line.empty()) return;
  if (auto* last = std::get_if<Text>(&line.back().node)) {
    while (last->text.ends_with(' ')) last->text.pop_back();
    if (last->text.empty()) line.pop_back();
  }
}

void trim_foreign(Document& document) {
  trim(document.front.headline);
  trim(document.front.deck);
  trim(document.front.kicker);
  trim(document.front.dateline);
  for (Inlines& byline : document.front.bylines) trim(byline);
  document.body = map_blocks(std::move(document.body), [](Block block) {
    if (auto* node = std::get_if<Paragraph>(&block.node)) {
      trim(node->children);
      if (node->children.empty()) return Blocks{};
    }
    if (auto* node = std::get_if<Heading>(&block.node)) trim(node->children);
    return Blocks{std::move(block)};
  });
}

void fill_provenance(Document& document, const Source& source) {
  Provenance& provenance = document.provenance;
  provenance.source_name = source.name;
  provenance.source_url = source.url;
  provenance.media_type = "application/tei+xml";
  provenance.encoding = "UTF-8";
  provenance.sha256 = sha256_hex(source.bytes);
  provenance.bytes = source.bytes.size();
  provenance.retrieved = source.retrieved;
  provenance.importer = "tei";
}

}  // namespace

Result<Document> import_tei(const Source& source, Context& context) {
  const Result<XmlNode> root =
      read_xml(source.bytes, context.limits, xml_levels * context.limits.depth + 20);
  if (!root) return root.error();
  const XmlNode* tei = &*root;
  if (tei->name == "teiCorpus") tei = find_element(*tei, "TEI");
  if (tei == nullptr || (tei->name != "TEI" && tei->name != "TEI.2")) {
    return Error(ErrorKind::unrecognised, "this XML is not TEI: its root is '" + root->name + "'");
  }
  const XmlNode* text = tei->child("text");
  if (text == nullptr) return Error(ErrorKind::no_article, "this TEI has no text");

  Document document;
  State state{document, context};
  if (const XmlNode* header = tei->child("teiHeader")) read_header(state, *header);
  read_text(state, *text);
  // Images that no node shows belong to the document all the same.
  for (const auto& [reference, resource] : state.known_images) {
    (void)read_image(state, reference, Location{});
  }
  if (document.language.empty() && is_language_tag(tei->attribute("xml:lang"))) {
    document.language = tei->attribute("xml:lang");
  }
  if (!state.own) {
    trim_foreign(document);
    if (document.front.headline.empty() && !document.metadata.text(Variable::title).empty()) {
      document.front.headline = {pressmark::text(document.metadata.text(Variable::title))};
    }
  }
  drop_dead_links(state);
  if (document.provenance == Provenance{}) fill_provenance(document, source);
  const std::vector<std::string> problems = validate(document, context.limits.depth);
  if (!problems.empty()) {
    return Error(ErrorKind::limit, "this TEI cannot be a document: " + problems.front());
  }
  return document;
}

}  // namespace pressmark::tei
