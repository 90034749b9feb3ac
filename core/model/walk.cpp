#include "core/model/walk.h"

#include <iterator>
#include <type_traits>
#include <utility>

#include "core/base/match.h"
#include "core/base/utf8.h"

namespace pressmark {
namespace {

// The children of every node, in document order: the one place that knows where nodes keep them.
// B, I are Block and Inline, both const or neither; `blocks` and `inlines` take a child list.
template <class I, class OnBlocks, class OnInlines>
void for_children_of_inline(I& item, OnBlocks on_blocks, OnInlines on_inlines) {
  std::visit(
      [&](auto& node) {
        using Node = std::remove_cvref_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, Note>) {
          on_blocks(node.children);
        } else if constexpr (std::is_same_v<Node, Ruby>) {
          on_inlines(node.base);
        } else if constexpr (requires { node.children; }) {
          on_inlines(node.children);
        }
      },
      item.node);
}

template <class B, class OnBlocks, class OnInlines>
void for_children_of_block(B& block, OnBlocks on_blocks, OnInlines on_inlines) {
  std::visit(
      [&](auto& node) {
        using Node = std::remove_cvref_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, Paragraph> || std::is_same_v<Node, Heading>) {
          on_inlines(node.children);
        } else if constexpr (std::is_same_v<Node, Quotation>) {
          on_blocks(node.children);
          on_inlines(node.attribution);
        } else if constexpr (std::is_same_v<Node, List>) {
          for (auto& item : node.items) on_blocks(item);
        } else if constexpr (std::is_same_v<Node, DefinitionList>) {
          for (auto& entry : node.entries) {
            for (auto& term : entry.terms) on_inlines(term);
            for (auto& definition : entry.definitions) on_blocks(definition);
          }
        } else if constexpr (std::is_same_v<Node, Speech>) {
          on_inlines(node.speaker);
          on_blocks(node.children);
        } else if constexpr (std::is_same_v<Node, Figure>) {
          on_blocks(node.content);
          on_inlines(node.caption);
          on_inlines(node.credit);
        } else if constexpr (std::is_same_v<Node, Aside>) {
          on_inlines(node.title);
          on_blocks(node.children);
        } else if constexpr (std::is_same_v<Node, Verse>) {
          for (auto& stanza : node.stanzas) {
            for (auto& line : stanza) on_inlines(line.children);
          }
        } else if constexpr (std::is_same_v<Node, Table>) {
          on_inlines(node.caption);
          for (auto& row : node.rows) {
            for (auto& cell : row.cells) on_blocks(cell.children);
          }
        } else {
          static_assert(std::is_same_v<Node, Preformatted> || std::is_same_v<Node, Break>);
        }
      },
      block.node);
}

template <class I, class B>
class Walk {
 public:
  std::function<void(B&)> on_block;
  std::function<void(I&)> on_inline;
  std::function<void(Inlines&)> on_list = nullptr;  // of a walk that may change the document

  template <class List>
  void blocks(List& list) const {
    for (auto& block : list) one_block(block);
  }
  void one_block(B& block) const {
    if (on_block) on_block(block);
    for_children_of_block(
        block, [this](auto& children) { blocks(children); },
        [this](auto& children) { inlines(children); });
  }
  template <class List>
  void inlines(List& list) const {
    if constexpr (!std::is_const_v<List>) {
      if (on_list) on_list(list);
    }
    for (auto& item : list) {
      if (on_inline) on_inline(item);
      for_children_of_inline(
          item, [this](auto& children) { blocks(children); },
          [this](auto& children) { inlines(children); });
    }
  }
  template <class D>
  void document(D& document) const {
    inlines(document.front.kicker);
    inlines(document.front.headline);
    inlines(document.front.deck);
    for (auto& byline : document.front.bylines) inlines(byline);
    inlines(document.front.dateline);
    blocks(document.body);
  }
};

using ConstWalk = Walk<const Inline, const Block>;

void append_text(const Inlines& inlines, std::string& out) {
  for (const Inline& item : inlines) {
    std::visit(
        match{[&](const Text& node) { out += node.text; },
              [&](const Styled& node) { append_text(node.children, out); },
              [&](const Named& node) { append_text(node.children, out); },
              [&](const Dated& node) { append_text(node.children, out); },
              [&](const Abbreviation& node) { append_text(node.children, out); },
              [&](const Quoted& node) { append_text(node.children, out); },
              [&](const Code& node) { out += node.text; },
              [&](const Link& node) { append_text(node.children, out); },
              [&](const Image& node) { out += node.alt.value_or(""); }, [&](const Note&) {},
              [&](const Formula& node) { out += node.plain.empty() ? node.tex : node.plain; },
              [&](const Ruby& node) { append_text(node.base, out); },
              [&](const LineBreak&) { out += '\n'; }, [&](const PageMark&) {}},
        item.node);
  }
}

bool is_ideograph(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

// Space and punctuation of the blocks that articles use; what is left counts as part of a word.
bool separates_words(char32_t c) {
  if (c < 0x80) {
    return !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
             c == '\'' || c == '-' || c == '_');
  }
  if (c < 0xC0) return c != 0xAA && c != 0xB5 && c != 0xBA && c != 0xAD;
  if (c == 0x2019 || c == 0x200C || c == 0x200D || c == 0x2010 || c == 0x2011) return false;
  return (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || c == 0xD7 || c == 0xF7 ||
         (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || c == 0x060C ||
         c == 0x061B || c == 0x061F || c == 0x06D4;
}

}  // namespace

void for_each_block(const Blocks& blocks, const BlockVisitor& visit) {
  ConstWalk{visit, nullptr}.blocks(blocks);
}
void for_each_block(const Document& document, const BlockVisitor& visit) {
  ConstWalk{visit, nullptr}.document(document);
}
void for_each_block(const Block& block, const BlockVisitor& visit) {
  ConstWalk{visit, nullptr}.one_block(block);
}
void for_each_inline(const Inlines& inlines, const InlineVisitor& visit) {
  ConstWalk{nullptr, visit}.inlines(inlines);
}
void for_each_inline(const Blocks& blocks, const InlineVisitor& visit) {
  ConstWalk{nullptr, visit}.blocks(blocks);
}
void for_each_inline(const Block& block, const InlineVisitor& visit) {
  ConstWalk{nullptr, visit}.one_block(block);
}
void for_each_inline(const Document& document, const InlineVisitor& visit) {
  ConstWalk{nullptr, visit}.document(document);
}
void for_each_inline(Document& document, const std::function<void(Inline&)>& visit) {
  Walk<Inline, Block>{nullptr, visit}.document(document);
}
void for_each_inline_list(Document& document, const std::function<void(Inlines&)>& change) {
  Walk<Inline, Block>{nullptr, nullptr, change}.document(document);
}

namespace {
void map_in_inlines(Inlines& inlines, const std::function<Blocks(Block)>& change) {
  for (Inline& item : inlines) {
    for_children_of_inline(
        item, [&](Blocks& children) { children = map_blocks(std::move(children), change); },
        [&](Inlines& children) { map_in_inlines(children, change); });
  }
}
}  // namespace

Blocks map_blocks(Blocks blocks, const std::function<Blocks(Block)>& change) {
  Blocks result;
  result.reserve(blocks.size());
  for (Block& block : blocks) {
    for_children_of_block(
        block, [&](Blocks& children) { children = map_blocks(std::move(children), change); },
        [&](Inlines& children) { map_in_inlines(children, change); });
    Blocks made = change(std::move(block));
    result.insert(result.end(), std::make_move_iterator(made.begin()),
                  std::make_move_iterator(made.end()));
  }
  return result;
}

std::string text_of(const Inlines& inlines) {
  std::string out;
  append_text(inlines, out);
  return out;
}

namespace {

void append_line(std::string& out, const std::string& line) {
  if (line.empty()) return;
  if (!out.empty()) out += '\n';
  out += line;
}

void append_block_text(const Blocks& blocks, std::string& out);

// The line of the inlines, and below it the texts of the notes in them.
void append_inline_text(const Inlines& inlines, std::string& out) {
  append_line(out, text_of(inlines));
  for_each_inline(inlines, [&](const Inline& item) {
    if (const auto* note = std::get_if<Note>(&item.node)) append_block_text(note->children, out);
  });
}

void append_block_text(const Blocks& blocks, std::string& out) {
  for (const Block& block : blocks) {
    if (const auto* code = std::get_if<Preformatted>(&block.node)) append_line(out, code->text);
    for_children_of_block(
        block, [&](const Blocks& children) { append_block_text(children, out); },
        [&](const Inlines& children) { append_inline_text(children, out); });
  }
}

}  // namespace

std::string text_of(const Blocks& blocks) {
  std::string out;
  append_block_text(blocks, out);
  return out;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, i);
    i += decoded.size;
    if (is_ideograph(decoded.code_point)) {
      ++words;
      inside = false;
    } else if (separates_words(decoded.code_point)) {
      inside = false;
    } else {
      words += !inside;
      inside = true;
    }
  }
  return words;
}

}  // namespace pressmark
