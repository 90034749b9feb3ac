#include "converters/importers/tei/tei.h"

#include <algorithm>
#include <array>

#include "converters/common/digest.h"
#include "converters/importers/tei/state.h"
#include "core/model/validate.h"
#include "core/model/walk.h"

namespace pressmark::tei {
namespace {

// Elements that one level of the model takes at most (floatingText, body, div, sp, list, item ...).
constexpr int xml_levels = 6;

// Every TEI element of a file, in order: one, or those of a corpus, which may hold corpora.
void collect_texts(const XmlNode& root, XmlNodes& texts) {
  if (root.name == "TEI" || root.name == "TEI.2") return texts.push_back(&root);
  if (root.name != "teiCorpus" && root.name != "teiCorpus.2") return;
  for (const XmlNode& child : root.children) {
    if (!child.is_text()) collect_texts(child, texts);
  }
}

// Names what stands beside a text: facsimiles, transcriptions by place, analyses.
void report_siblings(State& state, const XmlNode& tei, const XmlNode* text) {
  for (const XmlNode& child : tei.children) {
    const bool read = child.is_text() || &child == text || child.name == "teiHeader" ||
                      child.name == "TEI" || child.name == "TEI.2" ||
                      child.name.starts_with("teiCorpus");
    if (!read) report_left_out(state, child);
  }
}

// Notes whose mark was itself left out.
void report_lost_notes(State& state) {
  for (const auto& [id, note] : state.notes_apart) report_left_out(state, *note);
  state.notes_apart.clear();
}

// The texts of a corpus are the sections of one document.
void read_corpus(State& state, const XmlNodes& texts) {
  for (const XmlNode* tei : texts) {
    prepare(state, *tei);
    Inlines title;
    Inlines byline;
    const XmlNode* header = tei->child("teiHeader");
    const XmlNode* description = header == nullptr ? nullptr : header->child("fileDesc");
    if (const XmlNode* statement =
            description == nullptr ? nullptr : description->child("titleStmt")) {
      if (const XmlNode* words = statement->child("title")) title = {text(line_of(*words))};
      for (const XmlNode& author : statement->children) {
        if (author.name != "author") continue;
        if (!byline.empty()) byline.push_back(text(", "));
        byline.push_back(text(line_of(author)));
      }
    }
    const XmlNode* words = tei->child("text");
    report_siblings(state, *tei, words);
    if (words != nullptr) read_member(state, *words, std::move(title), std::move(byline));
    report_lost_notes(state);
  }
}

// P4 has its signs from files of entities, which are not read.
void report_entities(State& state, std::string_view xml) {
  if (xml.find("<!DOCTYPE") == std::string_view::npos) return;
  constexpr std::array<std::string_view, 5> predefined = {"amp", "lt", "gt", "quot", "apos"};
  Location from{.line = 1};
  std::size_t counted = 0;  // lines are counted up to here
  for (std::size_t start = xml.find('&'); start != std::string_view::npos;
       start = xml.find('&', start + 1)) {
    const std::size_t end = xml.find_first_of(";& <\n", start + 1);
    if (end == std::string_view::npos || xml[end] != ';') continue;
    const std::string_view name = xml.substr(start + 1, end - start - 1);
    if (name.empty() || name.starts_with('#') ||
        std::ranges::find(predefined, name) != predefined.end()) {
      continue;
    }
    from.line += static_cast<int>(std::ranges::count(xml.substr(counted, start - counted), '\n'));
    counted = start;
    state.context.diagnostics.report(left_out, from, "&" + std::string(name) + ";");
  }
}

// A reference to an element that is no node of ours (a person of the header) is no link.
void drop_dead_links(State& state) {
  for_each_inline_list(state.document, [&](Inlines& list) {
    Inlines kept;
    kept.reserve(list.size());
    for (Inline& item : list) {
      auto* link = std::get_if<Link>(&item.node);
      if (link == nullptr || !link->target.starts_with('#') ||
          state.ids.contains(link->target.substr(1))) {
        kept.push_back(std::move(item));
        continue;
      }
      state.context.diagnostics.report(bad_value, item.from, link->target);
      const bool bare =
          item.id.empty() && item.language.empty() && item.direction == Direction::inherit;
      if (bare) {
        for (Inline& child : link->children) kept.push_back(std::move(child));
        continue;
      }
      std::string words = text_of(link->children);
      if (words.empty()) words = " ";
      item.node = Text{std::move(words)};
      kept.push_back(std::move(item));
    }
    list = std::move(kept);
  });
}

// Trims the line ends that layout of other programs leaves at the ends of paragraphs.
void trim(Inlines& line) {
  // The marks of pages may stand before the first word.
  std::size_t start = 0;
  while (start < line.size() && std::holds_alternative<PageMark>(line[start].node)) ++start;
  if (start == line.size()) return;
  if (auto* first = std::get_if<Text>(&line[start].node)) {
    first->text.erase(0, std::min(first->text.find_first_not_of(' '), first->text.size()));
    if (first->text.empty()) line.erase(line.begin() + static_cast<std::ptrdiff_t>(start));
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
  Result<XmlNode> root =
      read_xml(source.bytes, context.limits, xml_levels * context.limits.depth + 20);
  if (!root) return root.error();
  XmlNodes texts;
  collect_texts(*root, texts);
  if (texts.empty()) {
    return Error(ErrorKind::unrecognised, "this XML is not TEI: its root is '" + root->name + "'");
  }
  const bool corpus = texts.size() > 1;
  if (std::ranges::none_of(texts,
                           [](const XmlNode* tei) { return tei->child("text") != nullptr; })) {
    return Error(ErrorKind::no_article, "this TEI has no text");
  }

  Document document;
  State state{document, context};
  if (root->name.ends_with(".2")) {
    context.diagnostics.report(old_version, root->from, root->name);
    report_entities(state, source.bytes);
    modernise(*root);
  }
  const XmlNode* tei = corpus ? &*root : texts.front();
  const XmlNode* text = tei->child("text");
  if (const XmlNode* header = tei->child("teiHeader")) read_header(state, *header);
  if (state.own && corpus) state.own = false;
  if (!state.own) {
    if (!corpus) prepare(state, *tei);
    report_siblings(state, *tei, text);
  }
  if (corpus) {
    read_corpus(state, texts);
  } else {
    read_text(state, *text);
  }
  report_lost_notes(state);
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
