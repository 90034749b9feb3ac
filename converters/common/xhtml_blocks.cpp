// Blocks as XHTML.
#include <algorithm>

#include "converters/common/language.h"
#include "converters/common/xhtml_body.h"
#include "core/base/match.h"
#include "core/model/node_names.h"
#include "core/model/walk.h"

namespace pressmark::xhtml {
namespace {

const Paragraph* plain_paragraph(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.node);
  const bool plain = paragraph != nullptr && block.id.empty() && block.language.empty() &&
                     block.direction == Direction::inherit;
  return plain ? paragraph : nullptr;
}

// A paragraph that is an image and nothing else, or a link around one: it needs no element of its
// own inside a figure.
bool is_image_alone(const Inlines& inlines) {
  if (inlines.size() != 1) return false;
  if (std::holds_alternative<Image>(inlines[0].node)) return true;
  const auto* link = std::get_if<Link>(&inlines[0].node);
  return link != nullptr && is_image_alone(link->children);
}

// Whether there is something to follow in a line: it must not stand inside of a control.
bool is_interactive(const Inlines& inlines) {
  bool found = false;
  for_each_inline(inlines, [&](const Inline& item) {
    found = found || std::holds_alternative<Link>(item.node) ||
            std::holds_alternative<Note>(item.node) || std::holds_alternative<Image>(item.node);
  });
  return found;
}

std::string_view type_attribute(Numbering numbering) {
  switch (numbering) {
    case Numbering::lower_alpha:
      return "a";
    case Numbering::upper_alpha:
      return "A";
    case Numbering::lower_roman:
      return "i";
    case Numbering::upper_roman:
      return "I";
    case Numbering::none:
    case Numbering::decimal:
      break;
  }
  return {};
}

bool ends_a_label(const std::string& text) {
  return text.ends_with(':') || text.ends_with('.') || text.ends_with('?') || text.ends_with('!') ||
         text.ends_with("：") || text.ends_with("—") || text.ends_with("–");
}

}  // namespace

BodyWriter::BodyWriter(const Document& document, Host& host, Flavour flavour)
    : document_(document), host_(host), flavour_(flavour), language_(document.language) {
  const auto add = [this](const std::string& id) {
    if (!id.empty()) ids_.insert(id);
  };
  for_each_block(document, [&](const Block& block) { add(block.id); });
  for_each_inline(document, [&](const Inline& item) { add(item.id); });
}

std::string BodyWriter::make_id(const std::string& wish) {
  std::string id = wish;
  for (int number = 2; !ids_.insert(id).second; ++number) id = wish + "-" + std::to_string(number);
  return id;
}

void BodyWriter::attributes(const std::string& id, const std::string& language,
                            Direction direction) {
  out_->attribute_if("id", id);
  if (!language.empty()) {
    if (flavour_ == Flavour::publication) out_->attribute("xml:lang", language);
    out_->attribute("lang", language);
  }
  if (direction == Direction::inherit && !language.empty() &&
      direction_of_language(language) != direction_of_language(language_)) {
    direction = direction_of_language(language);
  }
  if (direction != Direction::inherit) out_->attribute("dir", to_string(direction));
}

void BodyWriter::start(std::string_view element, const Block& block) {
  out_->start(element);
  attributes(block.id, block.language, block.direction);
}

void BodyWriter::semantics(std::string_view epub_type, std::string_view role) {
  if (flavour_ == Flavour::publication) out_->attribute_if("epub:type", epub_type);
  out_->attribute_if("role", role);
}

void BodyWriter::blocks(const Blocks& blocks) {
  for (const Block& block : blocks) block_node(block, Place::top);
}

void BodyWriter::block(const Block& block) { block_node(block, Place::top); }

void BodyWriter::block_node(const Block& block, Place place) {
  // Headings inside of this block rank below the section that it stands in.
  const std::size_t outer_base = base_;
  const std::size_t outer_levels = levels_.size();
  if (!std::holds_alternative<Heading>(block.node)) base_ = outer_levels;
  std::visit(match{[&](const Paragraph& node) {
                     if (node.children.empty() && block.id.empty()) return;
                     start("p", block);
                     inlines(node.children);
                     end();
                   },
                   [&](const Heading& node) { heading(block, node, place); },
                   [&](const Quotation& node) { quotation(block, node); },
                   [&](const List& node) { list(block, node); },
                   [&](const DefinitionList& node) { definition_list(block, node); },
                   [&](const Speech& node) { speech(block, node); },
                   [&](const Figure& node) { figure(block, node); },
                   [&](const Aside& node) { aside(block, node); },
                   [&](const Preformatted& node) { preformatted(block, node); },
                   [&](const Verse& node) { verse(block, node); },
                   [&](const Table& node) { table(block, node); },
                   [&](const Break&) {
                     out_->start("hr");
                     attributes(block.id, {}, Direction::inherit);
                     out_->end();
                   }},
             block.node);
  new_line();
  if (!std::holds_alternative<Heading>(block.node)) {
    levels_.resize(outer_levels);
    base_ = outer_base;
  }
}

void BodyWriter::text(std::size_t first, std::size_t last) {
  std::size_t next = first;
  if (first == 0 && !document_.front.dateline.empty()) {
    dateline_and(first < last ? &document_.body[first] : nullptr);
    if (first < last) ++next;
  }
  for (; next < last; ++next) block(document_.body[next]);
  notes();
}

void BodyWriter::dateline_and(const Block* first) {
  const auto* paragraph = first == nullptr ? nullptr : std::get_if<Paragraph>(&first->node);
  if (paragraph == nullptr) {
    out_->start("p").attribute("class", "dateline");
    inlines(document_.front.dateline);
    end();
    new_line();
    if (first != nullptr) block_node(*first, Place::top);
    return;
  }
  start("p", *first);
  out_->start("span").attribute("class", "dateline");
  inlines(document_.front.dateline);
  end();
  out_->text(" ");
  inlines(paragraph->children);
  end();
  new_line();
}

void BodyWriter::heading(const Block& block, const Heading& node, Place place) {
  // No rank is left out (WCAG 2.2, technique G141): the rank is the depth of open sections.
  while (levels_.size() > base_ && levels_.back() >= node.level) levels_.pop_back();
  levels_.push_back(node.level);
  constexpr std::size_t lowest = 6;
  const auto rank = static_cast<int>(std::min(lowest, levels_.size() + 1));
  const std::string element = "h" + std::to_string(rank);
  const std::string text = text_of(node.children);
  const bool listed = place == Place::top && !text.empty();
  const std::string id =
      listed && block.id.empty() ? make_id("h-" + std::to_string(headings_.size() + 1)) : block.id;
  out_->start(element);
  attributes(id, block.language, block.direction);
  inlines(node.children);
  end();
  if (listed) headings_.push_back({id, text, rank});
}

void BodyWriter::quotation(const Block& block, const Quotation& node) {
  const bool framed = !node.attribution.empty();
  if (node.pulled) {
    start("aside", block);
    class_name("pull-quote");
    semantics("pullquote", "doc-pullquote");
  } else if (framed) {
    start("figure", block);
    class_name("quotation");
  }
  const bool outermost = !node.pulled && !framed;
  if (outermost) {
    start("blockquote", block);
  } else {
    out_->start("blockquote");
  }
  new_line();
  for (const Block& child : node.children) block_node(child, Place::inside);
  end();
  if (framed) {
    out_->start(node.pulled ? "p" : "figcaption");
    class_name("attribution");
    inlines(node.attribution);
    end();
  }
  if (!outermost) end();
}

void BodyWriter::inside(const Blocks& blocks) {
  if (blocks.size() == 1) {
    if (const Paragraph* paragraph = plain_paragraph(blocks[0]))
      return inlines(paragraph->children);
  }
  for (const Block& block : blocks) block_node(block, Place::inside);
}

// The usual item: a line of text, perhaps with lists below it.
void BodyWriter::item(const Blocks& blocks) {
  const Paragraph* first = blocks.empty() ? nullptr : plain_paragraph(blocks[0]);
  const bool simple =
      first != nullptr && std::all_of(blocks.begin() + 1, blocks.end(), [](const Block& block) {
        return std::holds_alternative<List>(block.node);
      });
  if (simple) {
    inlines(first->children);
    if (blocks.size() > 1) new_line();
  }
  for (std::size_t i = simple ? 1 : 0; i < blocks.size(); ++i) block_node(blocks[i], Place::inside);
}

void BodyWriter::list(const Block& block, const List& node) {
  const bool numbered = node.numbering != Numbering::none;
  start(numbered ? "ol" : "ul", block);
  if (numbered) {
    out_->attribute_if("type", type_attribute(node.numbering));
    if (node.start != 1) out_->attribute("start", std::to_string(node.start));
  }
  new_line();
  for (const Blocks& blocks : node.items) {
    out_->start("li");
    item(blocks);
    end();
    new_line();
  }
  end();
}

void BodyWriter::definition_list(const Block& block, const DefinitionList& node) {
  start("dl", block);
  new_line();
  bool after_definition = false;
  for (const DefinitionEntry& entry : node.entries) {
    // A list begins with a term (HTML 4.4.9).
    if (entry.terms.empty() && !after_definition) out_->start("dt").end_full();
    for (const Inlines& term : entry.terms) {
      out_->start("dt");
      inlines(term);
      end();
      new_line();
    }
    if (entry.definitions.empty()) out_->start("dd").end_full();
    for (const Blocks& definition : entry.definitions) {
      out_->start("dd");
      inside(definition);
      end();
      new_line();
    }
    after_definition = true;
  }
  end();
}

void BodyWriter::speech(const Block& block, const Speech& node) {
  start("div", block);
  class_name("speech");
  new_line();
  const Paragraph* first = node.children.empty() ? nullptr : plain_paragraph(node.children[0]);
  if (!node.speaker.empty()) {
    out_->start("p").start("b").attribute("class", "speaker");
    inlines(node.speaker);
    end();
    if (first != nullptr) {
      out_->text(ends_a_label(text_of(node.speaker)) ? " " : ": ");
      inlines(first->children);
    }
    end();
    new_line();
  } else {
    first = nullptr;
  }
  for (std::size_t i = first != nullptr ? 1 : 0; i < node.children.size(); ++i) {
    block_node(node.children[i], Place::inside);
  }
  end();
}

void BodyWriter::captioned(const Inlines& caption, const Inlines& credit) {
  if (caption.empty() && credit.empty()) return;
  out_->start("figcaption");
  inlines(caption);
  if (!credit.empty()) {
    if (!caption.empty()) out_->text(" ");
    out_->start("span").attribute("class", "credit");
    inlines(credit);
    end();
  }
  end();
  new_line();
}

void BodyWriter::figure(const Block& block, const Figure& node) {
  start("figure", block);
  new_line();
  for (const Block& child : node.content) {
    const Paragraph* paragraph = plain_paragraph(child);
    if (paragraph != nullptr && is_image_alone(paragraph->children)) {
      inlines(paragraph->children);
      new_line();
    } else {
      block_node(child, Place::inside);
    }
  }
  captioned(node.caption, node.credit);
  end();
}

void BodyWriter::aside(const Block& block, const Aside& node) {
  const bool details =
      node.kind == AsideKind::details && !node.title.empty() && !is_interactive(node.title);
  const bool callout = node.kind == AsideKind::callout;
  start(details ? "details" : callout ? "div" : "aside", block);
  class_name(to_string(node.kind));
  // An aside is a landmark by itself, and several without names would be hard to tell apart.
  if (!details) out_->attribute("role", "note");
  // Open, since a reader on paper or on a simple device cannot open it.
  if (details) out_->attribute("open", "open");
  new_line();
  if (details) {
    out_->start("summary");
    inlines(node.title);
    end();
    new_line();
  } else if (callout && !node.title.empty()) {
    // "Note" or "Warning" is a label: as headings they would crowd the outline.
    out_->start("p");
    class_name("title");
    inlines(node.title);
    end();
    new_line();
  } else if (!node.title.empty()) {
    constexpr std::size_t lowest = 6;
    levels_.push_back(0);  // above all levels, so that headings inside rank below it
    base_ = levels_.size();
    out_->start("h" + std::to_string(std::min(lowest, levels_.size() + 1)));
    inlines(node.title);
    end();
    new_line();
  }
  for (const Block& child : node.children) block_node(child, Place::inside);
  end();
}

void BodyWriter::preformatted(const Block& block, const Preformatted& node) {
  start("pre", block);
  if (node.code) {
    out_->start("code");
    std::string language = node.code_language;
    std::replace_if(
        language.begin(), language.end(), [](char c) { return c == ' ' || c == '\n' || c == '\t'; },
        '-');
    if (!language.empty()) class_name("language-" + language);
    out_->text(node.text);
    end();
  } else {
    // A line feed right behind the start tag is none of the text in HTML's syntax (13.2.6.4.7).
    if (flavour_ == Flavour::page && node.text.starts_with('\n')) new_line();
    out_->text(node.text);
  }
  end();
}

void BodyWriter::verse(const Block& block, const Verse& node) {
  start("div", block);
  class_name("verse");
  new_line();
  for (const std::vector<VerseLine>& stanza : node.stanzas) {
    out_->start("p");
    for (std::size_t i = 0; i < stanza.size(); ++i) {
      if (i > 0) {
        out_->start("br").end();
        new_line();
      }
      const int indent = std::clamp(stanza[i].indent, 0, 8);
      if (indent > 0) {
        out_->start("span").attribute("class", "indent-" + std::to_string(indent));
      }
      inlines(stanza[i].children);
      if (indent > 0) end();
    }
    end();
    new_line();
  }
  end();
}

}  // namespace pressmark::xhtml
