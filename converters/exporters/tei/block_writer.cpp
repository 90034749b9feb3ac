#include <utility>

#include "converters/common/resource_names.h"
#include "converters/exporters/tei/attributes.h"
#include "converters/exporters/tei/text_writer.h"
#include "core/base/match.h"
#include "core/model/node_names.h"

namespace pressmark::tei {
namespace {

bool is_bare(const Block& block) {
  return block.id.empty() && block.language.empty() && block.direction == Direction::inherit;
}
bool is_bare(const Inline& item) {
  return item.id.empty() && item.language.empty() && item.direction == Direction::inherit;
}

// The inlines of a list of blocks that is one plain paragraph with something in it: an item or cell
// takes them without a p. Null otherwise.
const Inlines* only_paragraph(const Blocks& blocks) {
  if (blocks.size() != 1 || !is_bare(blocks.front())) return nullptr;
  const auto* paragraph = std::get_if<Paragraph>(&blocks.front().node);
  if (paragraph == nullptr || paragraph->children.empty()) return nullptr;
  return &paragraph->children;
}

// The image of a figure that is nothing but one; null otherwise.
const Image* only_image(const Figure& figure) {
  const Inlines* line = only_paragraph(figure.content);
  if (line == nullptr || line->size() != 1 || !is_bare(line->front())) return nullptr;
  return std::get_if<Image>(&line->front().node);
}

const char* list_rendering(Numbering numbering) {
  switch (numbering) {
    case Numbering::none:
      return "bulleted";
    case Numbering::decimal:
      return "numbered";
    case Numbering::lower_alpha:
      return "numbered lower-alpha";
    case Numbering::upper_alpha:
      return "numbered upper-alpha";
    case Numbering::lower_roman:
      return "numbered lower-roman";
    case Numbering::upper_roman:
      return "numbered upper-roman";
  }
  return "bulleted";
}

}  // namespace

void TextWriter::blocks(const Blocks& list, Inside inside) {
  for (const Block& item : list) block(item, inside);
}

void TextWriter::block(const Block& block, Inside inside) {
  new_line();
  std::visit(match{[&](const Paragraph& node) { paragraph(block, node); },
                   [&](const Heading& node) { heading(block, node); },
                   [&](const Quotation& node) { quotation(block, node); },
                   [&](const List& node) { list(block, node); },
                   [&](const DefinitionList& node) { definition_list(block, node); },
                   [&](const Speech& node) { speech(block, node, inside); },
                   [&](const Figure& node) { figure(block, node); },
                   [&](const Aside& node) { aside(block, node); },
                   [&](const Preformatted& node) { preformatted(block, node); },
                   [&](const Verse& node) { verse(block, node); },
                   [&](const Table& node) { table(block, node); },
                   [&](const Break&) {
                     if (!is_article()) return plain_paragraph(block, "rule", {});
                     xml_.start("milestone").attribute("unit", "section").attribute("rend", "rule");
                     wrapper(block);
                     xml_.end();
                   }},
             block.node);
}

void TextWriter::fill_and_end(const Blocks& list) {
  if (const Inlines* only = only_paragraph(list)) {
    inlines(*only, Content::paragraph);
    xml_.end();
  } else if (list.empty()) {
    xml_.end();
  } else {
    blocks(list, Inside::block);
    end_line();
  }
}

void TextWriter::paragraph(const Block& block, const Paragraph& node) {
  xml_.start("p");
  wrapper(block);
  inlines(node.children, Content::paragraph);
  xml_.end();
}

// A heading inside a quotation, an item or a note begins no div.
void TextWriter::heading(const Block& block, const Heading& node) {
  if (!is_article()) return plain_paragraph(block, "heading", node.children);
  xml_.start("ab").attribute("type", "heading");
  xml_.attribute("subtype", "level-" + std::to_string(node.level));
  wrapper(block);
  inlines(node.children, Content::paragraph);
  xml_.end();
}

void TextWriter::quotation(const Block& block, const Quotation& node) {
  if (!is_article()) return plain_quotation(block, node);
  const bool cited = !node.attribution.empty();
  if (cited) {
    xml_.start("cit");
    wrapper(block);
    new_line();
  }
  xml_.start("quote");
  if (node.pulled) xml_.attribute("type", "pulled");
  if (!cited) wrapper(block);
  blocks(node.children, Inside::block);
  if (node.children.empty()) {
    xml_.end();
  } else {
    end_line();
  }
  if (!cited) return;
  // bibl takes fewer inlines than a paragraph; a seg takes them all.
  new_line().start("bibl").start("seg");
  inlines(node.attribution, Content::paragraph);
  xml_.end().end();
  end_line();
}

void TextWriter::list(const Block& block, const List& node) {
  xml_.start("list").attribute("rend", list_rendering(node.numbering));
  wrapper(block);
  long long number = node.start;
  for (const Blocks& item : node.items) {
    new_line().start("item");
    if (node.numbering != Numbering::none) xml_.attribute("n", std::to_string(number++));
    fill_and_end(item);
  }
  end_line();
}

// A gloss list is pairs of label and item (the Schematron rule of TEI's list), so several terms
// share a label, and several definitions a list in the item.
void TextWriter::definition_list(const Block& block, const DefinitionList& node) {
  xml_.start("list").attribute("type", "gloss");
  wrapper(block);
  for (const DefinitionEntry& entry : node.entries) {
    new_line().start("label");
    if (entry.terms.size() == 1) {
      inlines(entry.terms.front(), Content::phrase);
    } else if (!entry.terms.empty()) {
      xml_.attribute("rend", "terms");
      for (std::size_t i = 0; i < entry.terms.size(); ++i) {
        if (i > 0) xml_.text(", ");
        if (is_article()) xml_.start("term");
        inlines(entry.terms[i], Content::phrase);
        if (is_article()) xml_.end();
      }
    } else {
      xml_.attribute("rend", "none");
    }
    xml_.end();
    new_line().start("item");
    if (entry.definitions.size() == 1) {
      fill_and_end(entry.definitions.front());
    } else if (!entry.definitions.empty()) {
      xml_.attribute("rend", "definitions");
      new_line().start("list");
      for (const Blocks& definition : entry.definitions) {
        new_line().start("item");
        fill_and_end(definition);
      }
      end_line();
      end_line();
    } else {
      xml_.attribute("rend", "none").end();
    }
  }
  end_line();
}

void TextWriter::speech(const Block& block, const Speech& node, Inside inside) {
  if (!is_article()) return plain_speech(block, node);
  // sp takes no sp: it gets a text of its own.
  const bool framed = inside == Inside::speech;
  if (framed) {
    start_frame();
    new_line();
  }
  xml_.start("sp");
  wrapper(block);
  if (!node.speaker.empty()) {
    new_line().start("speaker");
    inlines(node.speaker, Content::phrase);
    xml_.end();
  }
  blocks(node.children, Inside::speech);
  end_line();
  if (framed) end_frame();
}

void TextWriter::start_frame() {
  xml_.start("floatingText").attribute("type", "frame").start("body").start("div");
}

void TextWriter::end_frame() { xml_.end().end().end(); }

void TextWriter::figure(const Block& block, const Figure& node) {
  xml_.start("figure");
  wrapper(block);
  const Image* image = only_image(node);
  if (image != nullptr) {
    new_line();
    graphic(*image);
  } else {
    xml_.attribute("rend", "blocks");
    blocks(node.content, Inside::block);
  }
  if (!node.caption.empty()) {
    new_line().start("head");
    inlines(node.caption, Content::paragraph);
    xml_.end();
  }
  if (!node.credit.empty()) {
    new_line().start("p").attribute("rend", "credit");
    inlines(node.credit, Content::paragraph);
    xml_.end();
  }
  if (image != nullptr && image->alt) {
    new_line();
    description(*image->alt);
  }
  end_line();
}

void TextWriter::description(const std::string& alternative) {
  if (is_article()) {
    xml_.element("figDesc", alternative);
  } else {
    xml_.start("p").attribute("rend", "figDesc").text(alternative).end();
  }
}

void TextWriter::aside(const Block& block, const Aside& node) {
  xml_.start("floatingText").attribute("type", to_string(node.kind));
  wrapper(block);
  new_line().start("body");
  new_line().start("div");
  heading_line("main", node.title);
  section(sections(node.children));
  end_line();
  end_line();
  end_line();
}

void TextWriter::preformatted(const Block& block, const Preformatted& node) {
  if (!is_article()) return plain_preformatted(block, node);
  xml_.start("ab").attribute("type", node.code ? "code" : "preformatted");
  wrapper(block);
  const auto language = [&] {
    if (node.code_language.empty()) return;
    xml_.attribute(is_word(node.code_language) && node.code ? "lang" : "n", node.code_language);
  };
  if (node.code) {
    xml_.start("code");
    language();
    xml_.attribute("xml:space", "preserve").text(node.text).end();
  } else {
    language();
    xml_.attribute("xml:space", "preserve").text(node.text);
  }
  xml_.end();
}

void TextWriter::verse(const Block& block, const Verse& node) {
  xml_.start("lg").attribute("type", "poem");
  wrapper(block);
  const bool outer = std::exchange(in_verse_, true);
  for (const auto& stanza : node.stanzas) {
    new_line().start("lg").attribute("type", "stanza");
    for (const VerseLine& line : stanza) {
      new_line().start("l");
      if (line.indent != 0) xml_.attribute("rend", "indent-" + std::to_string(line.indent));
      inlines(line.children, Content::paragraph);
      xml_.end();
    }
    end_line();
  }
  in_verse_ = outer;
  end_line();
}

void TextWriter::table(const Block& block, const Table& node) {
  xml_.start("table");
  wrapper(block);
  if (!node.caption.empty()) {
    new_line().start("head");
    inlines(node.caption, Content::paragraph);
    xml_.end();
  }
  for (std::size_t i = 0; i < node.rows.size(); ++i) {
    const bool header = static_cast<int>(i) < node.header_rows;
    new_line().start("row").attribute("role", header ? "label" : "data");
    for (const Cell& item : node.rows[i].cells) cell(item);
    // A row without cells, all of whose places cells from above cover.
    if (node.rows[i].cells.empty()) {
      xml_.attribute("rend", "covered");
      new_line().start("cell").end();
    }
    end_line();
  }
  end_line();
}

void TextWriter::cell(const Cell& node) {
  new_line().start("cell");
  if (node.header != Scope::none) {
    xml_.attribute("role", "label");
    xml_.attribute("rend", node.header == Scope::row ? "row-header" : "column-header");
  }
  if (node.rows != 1) xml_.attribute("rows", std::to_string(node.rows));
  if (node.columns != 1) xml_.attribute("cols", std::to_string(node.columns));
  if (node.alignment == Alignment::start) xml_.attribute("style", "text-align: start");
  if (node.alignment == Alignment::centre) xml_.attribute("style", "text-align: center");
  if (node.alignment == Alignment::end) xml_.attribute("style", "text-align: end");
  fill_and_end(node.children);
}

void TextWriter::graphic(const Image& node) {
  xml_.start("graphic");
  if (const Resource* resource = document_.resources.find(node.resource)) {
    xml_.attribute("url", std::string(image_folder) + resource_file_name(*resource));
    xml_.attribute("mimeType", resource->media_type);
    if (resource->width > 0) {
      xml_.attribute("width", std::to_string(resource->width) + "px");
      xml_.attribute("height", std::to_string(resource->height) + "px");
    }
  } else {
    const std::optional<std::string> url = pointer(node.source);
    xml_.attribute("url", url.value_or("images/missing"));
    if (url != node.source) xml_.attribute("n", node.source);
  }
  xml_.end();
}

}  // namespace pressmark::tei
