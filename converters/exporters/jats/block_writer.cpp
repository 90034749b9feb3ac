#include <algorithm>

#include "converters/exporters/jats/article_writer.h"
#include "core/base/match.h"
#include "core/model/grid.h"
#include "core/model/node_names.h"
#include "core/model/walk.h"

namespace pressmark::jats {
namespace {

const char* list_type(Numbering numbering) {
  switch (numbering) {
    case Numbering::none:
      return "bullet";
    case Numbering::decimal:
      return "order";
    case Numbering::lower_alpha:
      return "alpha-lower";
    case Numbering::upper_alpha:
      return "alpha-upper";
    case Numbering::lower_roman:
      return "roman-lower";
    case Numbering::upper_roman:
      return "roman-upper";
  }
  return "bullet";
}

// The inlines of a list of blocks that is one paragraph without an id or language; else null.
const Inlines* only_paragraph(const Blocks& blocks) {
  if (blocks.size() != 1) return nullptr;
  const auto* paragraph = std::get_if<Paragraph>(&blocks[0].node);
  const bool bare = blocks[0].id.empty() && blocks[0].language.empty();
  return paragraph != nullptr && bare ? &paragraph->children : nullptr;
}

// The image of a figure that is nothing but one; null otherwise.
const Inline* only_image(const Figure& figure) {
  const Inlines* line = only_paragraph(figure.content);
  if (line == nullptr || line->size() != 1) return nullptr;
  return std::holds_alternative<Image>(line->front().node) ? &line->front() : nullptr;
}

}  // namespace

ArticleWriter::ArticleWriter(XmlWriter& xml, const Document& article, Diagnostics& diagnostics)
    : xml_(xml), article_(article), diagnostics_(diagnostics), language_(article.language) {
  for_each_block(article, [&](const Block& block) { ids_.insert(block.id); });
  for_each_inline(article, [&](const Inline& item) { ids_.insert(item.id); });
  ids_.erase("");
  const auto taken = [&] {
    const auto next = ids_.lower_bound(note_prefix_);
    return next != ids_.end() && next->starts_with(note_prefix_);
  };
  while (taken()) note_prefix_ += "x-";
}

void ArticleWriter::common(const Block& block, bool takes_language) {
  xml_.attribute_if("id", block.id);
  if (takes_language) xml_.attribute_if("xml:lang", block.language);
}

void ArticleWriter::section(const Section& section) {
  for (const Block* item : section.blocks) block(*item);
  for (const Section& child : section.sections) {
    xml_.line().start("sec");
    common(*child.heading);
    xml_.line().start("title");
    inlines(std::get<Heading>(child.heading->node).children, Content::title);
    xml_.end();
    this->section(child);
    xml_.end_line();
  }
}

void ArticleWriter::blocks(const Blocks& list) {
  for (const Block& item : list) block(item);
}

void ArticleWriter::paragraphs(const Blocks& list) {
  for (const Block& item : list) {
    const bool plain = std::holds_alternative<Paragraph>(item.node) ||
                       std::holds_alternative<Heading>(item.node) ||
                       std::holds_alternative<Break>(item.node);
    if (!plain) xml_.start("p").attribute("content-type", "block");
    block(item);
    if (!plain) xml_.end();
  }
  if (list.empty()) xml_.start("p").end();
}

// New lines only stand where the content is elements: not inside the p of paragraphs().
void ArticleWriter::block(const Block& block) {
  std::string outer = language_;
  if (!block.language.empty()) language_ = block.language;
  std::visit(match{[&](const Paragraph& node) {
                     xml_.start("p");
                     common(block);
                     inlines(node.children, Content::paragraph);
                     xml_.end();
                   },
                   [&](const Heading& node) {
                     xml_.start("p").attribute("content-type", "heading");
                     common(block);
                     xml_.start("bold");
                     inlines(node.children, Content::phrase);
                     xml_.end().end();
                   },
                   [&](const Quotation& node) { quotation(block, node); },
                   [&](const List& node) { list(block, node); },
                   [&](const DefinitionList& node) { definitions(block, node); },
                   [&](const Speech& node) { speech(block, node); },
                   [&](const Figure& node) { figure(block, node); },
                   [&](const Aside& node) { aside(block, node); },
                   [&](const Preformatted& node) { preformatted(block, node); },
                   [&](const Verse& node) { verse(block, node); },
                   [&](const Table& node) { table(block, node); },
                   [&](const Break&) {
                     xml_.start("p").attribute("content-type", "break");
                     common(block);
                     xml_.text("* * *").end();
                   }},
             block.node);
  language_ = std::move(outer);
}

void ArticleWriter::quotation(const Block& block, const Quotation& node) {
  xml_.start("disp-quote");
  if (node.pulled) xml_.attribute("content-type", "pull-quote");
  common(block);
  paragraphs(node.children);
  if (!node.attribution.empty()) {
    xml_.start("attrib");
    inlines(node.attribution, Content::phrase);
    xml_.end();
  }
  xml_.end();
}

// An item's number is written where it does not follow from the list.
void ArticleWriter::list(const Block& block, const List& node) {
  xml_.start("list").attribute("list-type", list_type(node.numbering));
  common(block);
  long long number = node.start;
  for (const Blocks& item : node.items) {
    xml_.start("list-item");
    if (node.numbering != Numbering::none && node.start != 1) {
      xml_.element("label", std::to_string(number++));
    }
    paragraphs(item);
    xml_.end();
  }
  xml_.end();
}

// An entry has one term here: further ones are entries without a definition.
void ArticleWriter::definitions(const Block& block, const DefinitionList& node) {
  xml_.start("def-list");
  common(block);
  for (const DefinitionEntry& entry : node.entries) {
    const std::size_t terms = std::max<std::size_t>(entry.terms.size(), 1);
    for (std::size_t i = 0; i < terms; ++i) {
      xml_.start("def-item").start("term");
      if (i < entry.terms.size()) inlines(entry.terms[i], Content::phrase);
      xml_.end();
      if (i + 1 == terms) {
        for (const Blocks& definition : entry.definitions) {
          xml_.start("def");
          paragraphs(definition);
          xml_.end();
        }
      }
      xml_.end();
    }
  }
  xml_.end();
}

void ArticleWriter::speech(const Block& block, const Speech& node) {
  xml_.start("speech");
  common(block);
  // A speaker has words and marks of notes only.
  xml_.start("speaker").text(text_of(node.speaker));
  marks(node.speaker);
  xml_.end();
  paragraphs(node.children);
  xml_.end();
}

void ArticleWriter::caption(const Inlines& title_line, const Inlines& line) {
  if (title_line.empty() && line.empty()) return;
  xml_.start("caption");
  if (!title_line.empty()) {
    xml_.start("title");
    inlines(title_line, Content::title);
    xml_.end();
  }
  if (!line.empty()) {
    xml_.start("p");
    inlines(line, Content::paragraph);
    xml_.end();
  }
  xml_.end();
}

void ArticleWriter::figure(const Block& block, const Figure& node) {
  const Inline* picture = only_image(node);
  const Image* image = picture == nullptr ? nullptr : std::get_if<Image>(&picture->node);
  const bool graphical = image != nullptr && (article_.resources.find(image->resource) != nullptr ||
                                              !image->source.empty());
  xml_.start(graphical ? "fig" : "boxed-text");
  if (!graphical) xml_.attribute("content-type", "figure");
  common(block);
  caption({}, node.caption);
  if (graphical) {
    graphic("graphic", *picture, *image);
  } else {
    paragraphs(node.content);
  }
  if (!node.credit.empty()) {
    xml_.start("attrib");
    inlines(node.credit, Content::phrase);
    xml_.end();
  }
  xml_.end();
}

void ArticleWriter::aside(const Block& block, const Aside& node) {
  xml_.start("boxed-text").attribute("content-type", to_string(node.kind));
  common(block);
  caption(node.title, {});
  section(sections(node.children));
  xml_.end();
}

void ArticleWriter::preformatted(const Block& block, const Preformatted& node) {
  xml_.start(node.code ? "code" : "preformat");
  common(block);
  if (node.code) xml_.attribute_if("language", node.code_language);
  xml_.attribute("xml:space", "preserve").text(node.text).end();
}

void ArticleWriter::verse(const Block& block, const Verse& node) {
  xml_.start("verse-group");
  common(block);
  for (const auto& stanza : node.stanzas) {
    xml_.start("verse-group");
    for (const VerseLine& line : stanza) {
      xml_.start("verse-line");
      if (line.indent > 0) {
        xml_.attribute("content-type", "indent-" + std::to_string(line.indent));
      }
      inlines(line.children, Content::verse);
      xml_.end();
    }
    xml_.end();
  }
  xml_.end();
}

void ArticleWriter::table(const Block& block, const Table& node) {
  const Grid grid = layout_grid(node);
  std::size_t placed = 0;
  std::size_t cells = 0;
  for (const Row& row : node.rows) cells += row.cells.size();
  xml_.start("table-wrap");
  common(block);
  caption({}, node.caption);
  xml_.start("table");
  // A table of nothing but header rows has them as its body.
  const auto headers =
      static_cast<std::size_t>(node.header_rows < grid.rows ? std::max(node.header_rows, 0) : 0);
  if (headers > 0) xml_.start("thead");
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    if (i == headers) {
      if (headers > 0) xml_.end();
      xml_.start("tbody");
    }
    xml_.start("tr");
    auto gap = grid.gaps[i].begin();
    bool empty = true;
    for (const PlacedCell& place : grid.cells[i]) {
      for (; gap != grid.gaps[i].end() && *gap < place.column; ++gap) cell(nullptr, 1, 1);
      // A header's span does not reach into the body.
      int rows = place.rows;
      if (i < headers) rows = std::min(rows, static_cast<int>(headers - i));
      cell(place.cell, rows, place.columns);
      empty = false;
      ++placed;
    }
    for (; gap != grid.gaps[i].end(); ++gap) {
      cell(nullptr, 1, 1);
      empty = false;
    }
    if (empty) cell(nullptr, 1, 1);
    xml_.end();
  }
  xml_.end().end().end();
  if (placed < cells) diagnostics_.report(cells_left_out, block.from, text_of(node.caption));
}

void ArticleWriter::cell(const Cell* node, int rows, int columns) {
  const bool header = node != nullptr && node->header != Scope::none;
  xml_.start(header ? "th" : "td");
  if (header) xml_.attribute("scope", node->header == Scope::row ? "row" : "col");
  if (rows != 1) xml_.attribute("rowspan", std::to_string(rows));
  if (columns != 1) xml_.attribute("colspan", std::to_string(columns));
  if (node != nullptr) {
    if (node->alignment == Alignment::centre) xml_.attribute("align", "center");
    if (node->alignment == Alignment::start) xml_.attribute("align", "left");
    if (node->alignment == Alignment::end) xml_.attribute("align", "right");
    if (const Inlines* line = only_paragraph(node->children)) {
      inlines(*line, Content::paragraph);
    } else if (!node->children.empty()) {
      paragraphs(node->children);
    }
  }
  xml_.end();
}

// Notes hold no notes, so the list does not grow here.
void ArticleWriter::notes() {
  if (notes_.empty()) return;
  xml_.line().start("back").line().start("fn-group");
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    xml_.line().start("fn").attribute("id", note_id(i + 1));
    xml_.element("label", notes_[i].second);
    paragraphs(notes_[i].first->children);
    xml_.end();
  }
  xml_.end_line();
  xml_.end_line();
}

}  // namespace pressmark::jats
