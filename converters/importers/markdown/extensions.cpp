#include "converters/importers/markdown/extensions.h"

#include <algorithm>
#include <string_view>

#include "converters/importers/markdown/cmark_tree.h"
#include "core/base/ascii.h"

namespace pressmark::markdown {
namespace {

bool is_text(cmark_node* node) {
  return node != nullptr && cmark_node_get_type(node) == CMARK_NODE_TEXT;
}

bool is_break(cmark_node* node) {
  return node != nullptr && cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK;
}

void drop(cmark_node* node) {
  cmark_node_unlink(node);
  cmark_node_free(node);
}

// The parser divides words at characters that may be markup: puts those next to each other
// together.
void join_texts(cmark_node* parent) {
  cmark_node* node = cmark_node_first_child(parent);
  while (node != nullptr) {
    cmark_node* next = cmark_node_next(node);
    if (is_text(node) && is_text(next)) {
      const std::string words =
          std::string(view(cmark_node_get_literal(node))) + cmark_node_get_literal(next);
      cmark_node_set_literal(node, words.c_str());
      drop(next);
      continue;
    }
    node = next;
  }
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

// "note" of "[!NOTE]" at the start, and the octets with a sign for folding and a space behind it.
std::string callout_kind(std::string_view text, std::size_t& length) {
  if (!text.starts_with("[!")) return {};
  const std::size_t close = text.find(']');
  if (close == text.npos || close < 3 || close > 30) return {};
  const std::string_view kind = text.substr(2, close - 2);
  if (!std::ranges::all_of(kind, is_name_character)) return {};
  length = close + 1;
  if (length < text.size() && (text[length] == '-' || text[length] == '+')) ++length;
  while (length < text.size() && text[length] == ' ') ++length;
  return ascii::to_lower(kind);
}

void move_children(cmark_node* from, cmark_node* to) {
  while (cmark_node* child = cmark_node_first_child(from)) {
    cmark_node_unlink(child);
    cmark_node_append_child(to, child);
  }
}

void change_callout(cmark_node* quotation, std::vector<Tree>& replaced) {
  cmark_node* words = cmark_node_first_child(quotation);
  if (words == nullptr || cmark_node_get_type(words) != CMARK_NODE_PARAGRAPH) return;
  join_texts(words);
  cmark_node* first = cmark_node_first_child(words);
  if (!is_text(first)) return;
  const std::string text(view(cmark_node_get_literal(first)));
  std::size_t length = 0;
  std::string kind = callout_kind(text, length);
  if (kind.empty()) return;
  cmark_node_set_literal(first, text.c_str() + length);
  cmark_node* title = make_element("<div class=\"callout-title\">", "</div>");
  cmark_node* line = cmark_node_new(CMARK_NODE_PARAGRAPH);
  // The rest of the line is the title; without one the kind is.
  bool named = false;
  while (cmark_node* child = cmark_node_first_child(words)) {
    cmark_node_unlink(child);
    if (is_break(child)) {
      cmark_node_free(child);
      break;
    }
    named = named || !is_text(child) || !view(cmark_node_get_literal(child)).empty();
    cmark_node_append_child(line, child);
  }
  if (!named) {
    kind[0] = static_cast<char>(kind[0] >= 'a' && kind[0] <= 'z' ? kind[0] - 'a' + 'A' : kind[0]);
    cmark_node_append_child(line, make(CMARK_NODE_TEXT, kind));
  }
  if (cmark_node_first_child(words) == nullptr) {
    cmark_node_unlink(words);
    replaced.emplace_back(words);
  }
  cmark_node* box = make_element("<div class=\"callout\">", "</div>");
  cmark_node_append_child(title, line);
  cmark_node_append_child(box, title);
  move_children(quotation, box);
  if (cmark_node_replace(quotation, box) != 0) replaced.emplace_back(quotation);
}

// ": words" at the start of a line: the octets before the words; 0 for none.
std::size_t definition_mark(cmark_node* node) {
  if (!is_text(node)) return 0;
  const std::string_view text = view(cmark_node_get_literal(node));
  if (!text.starts_with(": ") && !text.starts_with(":\t")) return 0;
  const std::size_t words = text.find_first_not_of(" \t", 1);
  return words == text.npos ? 0 : words;
}

void change_definitions(cmark_node* paragraph, std::vector<Tree>& replaced) {
  join_texts(paragraph);
  if (definition_mark(cmark_node_first_child(paragraph)) > 0) return;  // nothing is defined
  bool defines = false;
  for (cmark_node* node = cmark_node_first_child(paragraph); node != nullptr;
       node = cmark_node_next(node)) {
    if (is_break(node) && definition_mark(cmark_node_next(node)) > 0) defines = true;
  }
  if (!defines) return;
  cmark_node* list = make_element("<dl>", "</dl>");
  cmark_node* part = make_element("<dt>", "</dt>");
  cmark_node* words = cmark_node_new(CMARK_NODE_PARAGRAPH);
  cmark_node_append_child(part, words);
  cmark_node_append_child(list, part);
  while (cmark_node* child = cmark_node_first_child(paragraph)) {
    cmark_node_unlink(child);
    cmark_node* next = cmark_node_first_child(paragraph);
    const std::size_t mark = is_break(child) ? definition_mark(next) : 0;
    if (mark == 0) {
      cmark_node_append_child(words, child);
      continue;
    }
    cmark_node_free(child);
    const std::string text(view(cmark_node_get_literal(next)));
    cmark_node_set_literal(next, text.c_str() + mark);
    part = make_element("<dd>", "</dd>");
    words = cmark_node_new(CMARK_NODE_PARAGRAPH);
    cmark_node_append_child(part, words);
    cmark_node_append_child(list, part);
  }
  if (cmark_node_replace(paragraph, list) != 0) replaced.emplace_back(paragraph);
  // Terms with blank lines between them are one list.
  cmark_node* next = cmark_node_next(list);
  if (next != nullptr && cmark_node_get_type(next) == CMARK_NODE_CUSTOM_BLOCK &&
      view(cmark_node_get_on_enter(next)) == "<dl>") {
    move_children(next, list);
    drop(next);
  }
}

void drop_attributes(cmark_node* paragraph) {
  join_texts(paragraph);
  cmark_node* last = cmark_node_last_child(paragraph);
  if (!is_text(last) || !is_break(cmark_node_previous(last))) return;
  const std::string_view text = view(cmark_node_get_literal(last));
  if (!text.starts_with("{:") || !text.ends_with('}')) return;
  drop(cmark_node_previous(last));
  drop(last);
}

}  // namespace

cmark_node* make(cmark_node_type type, const std::string& literal) {
  cmark_node* node = cmark_node_new(type);
  cmark_node_set_literal(node, literal.c_str());
  return node;
}

cmark_node* make_element(const std::string& opening, const std::string& closing) {
  cmark_node* node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
  cmark_node_set_on_enter(node, opening.c_str());
  cmark_node_set_on_exit(node, closing.c_str());
  return node;
}

std::string take_heading_name(cmark_node* heading) {
  join_texts(heading);
  cmark_node* last = cmark_node_last_child(heading);
  if (!is_text(last)) return {};
  const std::string_view text = view(cmark_node_get_literal(last));
  const std::size_t open = text.rfind('{');
  if (!text.ends_with('}') || open == text.npos) return {};
  std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  if (inside.starts_with(':')) inside.remove_prefix(1);
  std::string name;
  bool known = false;
  while (!inside.empty()) {
    const std::size_t end = std::min(inside.find(' '), inside.size());
    const std::string_view word = inside.substr(0, end);
    inside.remove_prefix(std::min(end + 1, inside.size()));
    if (word.empty()) continue;
    const bool marked = word.size() > 1 && (word[0] == '#' || word[0] == '.');
    if (!marked || !std::ranges::all_of(word.substr(1), is_name_character)) return {};
    if (word[0] == '#') name = word.substr(1);
    known = true;
  }
  if (!known) return {};
  std::string words(text.substr(0, open));
  while (words.ends_with(' ')) words.pop_back();
  if (words.empty() && cmark_node_previous(last) == nullptr) return {};
  cmark_node_set_literal(last, words.c_str());
  return name;
}

void change_block(cmark_node* node, std::vector<Tree>& replaced) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_BLOCK_QUOTE) {
    change_callout(node, replaced);
  } else if (type == CMARK_NODE_PARAGRAPH) {
    drop_attributes(node);
    change_definitions(node, replaced);
  }
}

}  // namespace pressmark::markdown
