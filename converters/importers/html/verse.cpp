#include "converters/importers/html/verse.h"

#include <algorithm>
#include <array>
#include <utility>

#include "converters/importers/html/builder.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/words.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

constexpr int most_indent = 8;
constexpr int columns_of_a_step = 2;

bool is_named_line(const Node* node) {
  return has_any_class(node, {"line", "l", "verse-line", "poem-line", "poemline", "verseline"});
}

// Steps that an element's class ("indent", "indent-3") or style ("margin-left: 2em") moves it in.
int indent_of(const Node* node) {
  const std::string classes = to_lower(node->attribute("class"));
  for (std::string_view token : split_tokens(classes)) {
    if (!token.starts_with("indent")) continue;
    token.remove_prefix(std::string_view("indent").size());
    if (token.starts_with('-')) token.remove_prefix(1);
    return token.empty() ? 1 : parse_integer(token, 0, most_indent, 0);
  }
  for (const std::string_view property : {"margin-left", "padding-left", "text-indent"}) {
    const std::string value = style_property(node, property);
    if (value.ends_with("em")) {
      return parse_integer(std::string_view(value).substr(0, value.size() - 2), 0, most_indent, 0);
    }
  }
  return 0;
}

// The width of a character that pages indent lines with, in columns; 0 for others.
int columns_of(char32_t character) {
  if (character == 0xA0 || character == 0x2002) return 1;    // no-break space, en space
  if (character == 0x2003 || character == 0x3000) return 2;  // em space, ideographic space
  return 0;
}

// Removes the spaces that begin a line; how many steps they are.
int take_indent(Inlines& line) {
  if (line.empty()) return 0;
  auto* first = std::get_if<Text>(&line.front().node);
  if (first == nullptr) return 0;
  int columns = 0;
  std::size_t end = 0;
  while (end < first->text.size()) {
    const utf8::Decoded decoded = utf8::decode(first->text, end);
    const int width = columns_of(decoded.code_point);
    if (width == 0 && decoded.code_point != ' ') break;
    columns += std::max(width, columns > 0 ? 1 : 0);
    end += static_cast<std::size_t>(decoded.size);
  }
  if (columns == 0) return 0;
  first->text.erase(0, end);
  if (first->text.empty()) line.erase(line.begin());
  return std::clamp(columns / columns_of_a_step, 0, most_indent);
}

Verse verse_of_preformatted(std::string_view text) {
  Verse verse;
  bool open = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (is_blank(line)) {
      open = false;
      continue;
    }
    if (!open) verse.stanzas.emplace_back();
    open = true;
    const auto spaces = static_cast<int>(std::min(line.find_first_not_of(" \t"), line.size()));
    verse.stanzas.back().push_back({{pressmark::text(std::string(trim(line)))},
                                    std::min(spaces / columns_of_a_step, most_indent)});
  }
  return verse;
}

}  // namespace

bool is_poem(const Node* node) {
  if (node->type != NodeType::element || !node->has_attribute("class")) return false;
  constexpr std::array<std::string_view, 5> names = {"div", "p", "section", "pre", "blockquote"};
  if (node->space != Namespace::html || std::ranges::find(names, node->name) == names.end()) {
    return false;
  }
  if (!has_any_class(node, {"poem", "poetry", "verse", "verses", "wp-block-verse", "stanza",
                            "strophe", "linegroup", "line-group"})) {
    return false;
  }
  if (node->is("pre")) return true;
  int lines = 0;
  for (const Node* at = node; at != nullptr && lines < 2; at = next_in_order(at, node)) {
    if (at->is("br")) lines = 2;
    if (at->type == NodeType::element && at != node && is_named_line(at)) ++lines;
  }
  return lines >= 2;
}

// Gathers lines into stanzas, which what is no verse (a title, a picture) divides.
class VerseReader {
 public:
  VerseReader(Builder& builder, Builder::Flow& flow) : builder_(builder), flow_(flow) {}

  void read(const Node* poem) {
    if (poem->is("pre")) {
      verse_ = verse_of_preformatted(text_content(poem));
    } else {
      read_parts(poem);
    }
    end_verse(poem);
  }

 private:
  bool holds_blocks(const Node* node) const {
    return builder_.page_.holds_blocks[static_cast<std::size_t>(node->index)];
  }
  bool is_part(const Node* node) const {
    return node->type == NodeType::element && (is_block_element(node) || holds_blocks(node));
  }
  bool is_left_out(const Node* node) const {
    return node->type == NodeType::comment || builder_.is_skipped(node) ||
           builder_.page_.notes.taken[static_cast<std::size_t>(node->index)];
  }

  // A container's stanzas and lines, in their order.
  void read_parts(const Node* parent) {
    if (!holds_blocks(parent)) return read_lines(parent, 0);
    for (const Node* child = parent->first_child; child != nullptr; child = child->next) {
      if (is_left_out(child) || (child->type == NodeType::text && is_blank(child->text))) continue;
      const bool text = child->is("p") || child->is("div") || child->is("section") ||
                        child->is("span") || !is_part(child);
      if (!text) {
        end_verse(child);
        builder_.add_node(child, flow_);
      } else if (!is_part(child)) {
        read_inline(child, 0);
      } else if (holds_blocks(child)) {
        end_stanza();
        read_parts(child);
        end_stanza();
      } else if (is_named_line(child)) {
        read_lines(child, indent_of(child));
      } else {
        end_stanza();
        read_lines(child, indent_of(child));
        // Paragraphs below a stanza are its lines, others are stanzas.
        if (!has_any_class(parent, {"stanza", "strophe", "linegroup", "line-group"})) end_stanza();
      }
    }
    end_line(0);
  }

  // What stands directly in a paragraph or the like.
  void read_lines(const Node* parent, int indent) {
    for (const Node* child = parent->first_child; child != nullptr; child = child->next) {
      if (!is_left_out(child)) read_inline(child, indent);
    }
    end_line(indent);
  }

  void read_inline(const Node* node, int indent) {
    if (node->is("br")) {
      // A break behind an element that is a line ends that line; a second one ends the stanza.
      if (line_.empty() && !behind_line_) end_stanza();
      end_line(indent);
      behind_line_ = false;
      return;
    }
    if (node->type == NodeType::element && is_named_line(node)) {
      end_line(indent);
      read_lines(node, std::max(indent, indent_of(node)));
      behind_line_ = true;
      return;
    }
    if (node->type == NodeType::element && line_.empty()) indent_ = indent_of(node);
    builder_.add_inline(node, line_, spaces_);
    behind_line_ = behind_line_ && is_blank(line_);
  }

  void end_line(int indent) {
    trim(line_);
    Inlines words = std::exchange(line_, {});
    spaces_ = Spaces{};
    indent = std::max(indent, std::exchange(indent_, 0));
    indent = std::max(indent, take_indent(words));
    if (is_blank(words)) return;
    if (!open_) verse_.stanzas.emplace_back();
    open_ = true;
    verse_.stanzas.back().push_back({std::move(words), indent});
  }

  void end_stanza() {
    end_line(0);
    open_ = false;
  }

  void end_verse(const Node* node) {
    end_stanza();
    if (!verse_.stanzas.empty()) builder_.push(flow_, std::exchange(verse_, {}), node);
  }

  Builder& builder_;
  Builder::Flow& flow_;
  Verse verse_;
  Inlines line_;
  Spaces spaces_;
  int indent_ = 0;            // that the first element of the line asks for
  bool open_ = false;         // whether lines go to the last stanza
  bool behind_line_ = false;  // whether the element before was a line of its own
};

void Builder::add_verse(const Node* node, Flow& flow) { VerseReader(*this, flow).read(node); }

}  // namespace pressmark::html
