#include "converters/importers/html/code.h"

#include <algorithm>

#include "converters/importers/html/elements.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

// Names of languages that say there is none.
bool is_no_language(std::string_view name) {
  constexpr std::string_view none[] = {"none",      "nohighlight", "plaintext",    "plain",
                                       "text",      "txt",         "no-highlight", "auto",
                                       "undefined", "null",        "default"};
  return std::find(std::begin(none), std::end(none), name) != std::end(none);
}

bool is_language_name(std::string_view name) {
  return !name.empty() && name.size() <= 24 && std::all_of(name.begin(), name.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '#' || c == '-' || c == '.' || c == '_';
  });
}

// What tokens beside the highlighter's own class mean: in class="hljs cpp" the other is a language.
bool is_highlighter_word(std::string_view token) {
  constexpr std::string_view words[] = {
      "hljs",       "highlight",    "prettyprint",   "linenums",      "prettyprinted", "code",
      "sourcecode", "line-numbers", "chroma",        "notranslate",   "codehilite",    "shiki",
      "prism",      "numbersource", "literal-block", "wp-block-code", "rouge",         "syntax",
      "copyable",   "src",          "example",       "snippet",       "codeblock",     "code-block",
      "astro-code", "torchlight",   "crayon"};
  return std::find(std::begin(words), std::end(words), token) != std::end(words);
}

std::string language_of_classes(std::string_view value) {
  const std::string classes = to_lower(value);
  const std::vector<std::string_view> tokens = split_tokens(classes);
  constexpr std::string_view prefixes[] = {"language-",       "lang-",     "highlight-source-",
                                           "highlight-text-", "brush:",    "src-",
                                           "sourcecode-",     "code-lang-"};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    for (const std::string_view prefix : prefixes) {
      if (!tokens[i].starts_with(prefix)) continue;
      std::string_view name = tokens[i].substr(prefix.size());
      if (name.empty() && prefix == "brush:" && i + 1 < tokens.size()) name = tokens[i + 1];
      while (name.ends_with(';')) name.remove_suffix(1);
      if (is_language_name(name)) return std::string(name);
    }
  }
  for (const std::string_view token : tokens) {
    if (token.starts_with("highlight-") && is_language_name(token.substr(10))) {
      return std::string(token.substr(10));  // Sphinx
    }
  }
  const bool highlighted = std::any_of(tokens.begin(), tokens.end(), [](std::string_view token) {
    return token == "hljs" || token == "sourcecode" || token == "prettyprint" || token == "src" ||
           token == "codehilite" || token == "brush";
  });
  if (!highlighted) return {};
  for (const std::string_view token : tokens) {
    if (!is_highlighter_word(token) && is_language_name(token) && token.size() <= 16) {
      return std::string(token);
    }
  }
  return {};
}

std::string own_language(const Node* node) {
  for (const std::string_view name :
       {"data-lang", "data-language", "data-code-language", "data-syntax"}) {
    const std::string value = to_lower(trim(node->attribute(name)));
    if (is_language_name(value)) return value;
  }
  return language_of_classes(node->attribute("class"));
}

// A line above the code with its language and buttons to copy or run it.
bool is_button_bar(const Node* node) {
  if (!node->is("div") && !node->is("header") && !node->is("span")) return false;
  return find_descendant(node, "button") != nullptr && find_descendant(node, "code") == nullptr &&
         collapsed_text(node).size() <= 40;
}

// Elements that show line numbers, buttons, explanations and the like beside the code.
bool is_gutter(const Node* node) {
  if (node->type != NodeType::element) return false;
  if (node->is("button") || node->is("style") || node->is("script") || node->is("template")) {
    return true;
  }
  if (style_property(node, "user-select") == "none" ||
      style_property(node, "-webkit-user-select") == "none") {
    return true;
  }
  // What a tool for types shows when the reader points at a name.
  if (node->attribute("role") == "tooltip" ||
      has_any_class(node, {"hover-info", "tooltip", "tooltip-text", "twoslash-popup-container",
                           "twoslash-popup-info"})) {
    return true;
  }
  if (is_button_bar(node)) return true;
  if (has_any_class(node, {"linenos",
                           "lineno",
                           "line-number",
                           "linenumber",
                           "line-numbers-rows",
                           "gutter",
                           "lnt",
                           "hljs-ln-numbers",
                           "rouge-gutter",
                           "code-gutter",
                           "ln",
                           "blob-num",
                           "linenodiv",
                           "line-numbers",
                           "codeblock-copy",
                           "copy-button",
                           "copy-btn",
                           "btn-copy",
                           "hljs-ln-n",
                           "cm-gutters",
                           "crayon-nums",
                           "react-syntax-highlighter-line-number",
                           "code-copy",
                           "clipboard",
                           "copybtn",
                           "linenum",
                           "line_numbers",
                           "line-num",
                           "visually-hidden",
                           "sr-only"})) {
    // Prism puts "line-numbers" on the block itself.
    return !node->is("pre") && !node->is("code") && find_descendant(node, "code") == nullptr;
  }
  return false;
}

// Elements that hold one line each.
bool is_line(const Node* node) {
  if (node->type != NodeType::element) return false;
  if (node->is("div") || node->is("p") || node->is("li") || node->is("tr")) return true;
  return has_any_class(node, {"line", "token-line", "code-line", "cl", "view-line", "hljs-ln-line",
                              "cm-line", "ec-line", "codeline"}) ||
         node->has_attribute("data-line");
}

class CodeText {
 public:
  // The text without empty lines at its beginning and white space at its end.
  std::string read(const Node* top) {
    children(top);
    return trimmed();
  }

  // The same of several elements, each from a new line on.
  std::string read(const std::vector<const Node*>& pieces) {
    for (const Node* piece : pieces) {
      if (!text_.empty() && !text_.ends_with('\n')) text_ += '\n';
      children(piece);
    }
    return trimmed();
  }

 private:
  std::string trimmed() {
    while (text_.ends_with('\n') || text_.ends_with(' ') || text_.ends_with('\t')) {
      text_.pop_back();
    }
    const std::size_t start = text_.find_first_not_of('\n');
    return start == std::string::npos ? std::string() : text_.substr(start);
  }

  void children(const Node* node) {
    for (const Node* child = node->first_child; child != nullptr; child = child->next) {
      visit(child);
    }
  }

  void visit(const Node* node) {
    if (node->type == NodeType::text) {
      add(node->text);
      return;
    }
    if (node->type != NodeType::element || is_gutter(node)) return;
    if (node->is("br")) {
      add("\n");
      return;
    }
    if (!is_line(node)) {
      children(node);
      return;
    }
    // A line begins and ends on its own; one that already ends with a line feed gets no other.
    const bool block = is_block_element(node);
    if (block && !text_.empty() && !text_.ends_with('\n')) add("\n");
    const std::size_t before = text_.size();
    children(node);
    const bool more = node->next != nullptr;
    if (text_.size() == before && block) {
      add("\n");
    } else if (more && !text_.ends_with('\n') && !begins_with_line_end(node->next)) {
      add("\n");
    }
  }

  static bool begins_with_line_end(const Node* node) {
    while (node != nullptr && node->type == NodeType::comment) node = node->next;
    return node != nullptr && node->type == NodeType::text && node->text.starts_with('\n');
  }

  void add(std::string_view text) {
    for (const char c : text) {
      if (c != '\r') text_ += c == '\f' ? ' ' : c;
    }
  }

  std::string text_;
};

// The code cell of a table of line numbers and code; null for other tables.
const Node* find_code_cell(const Node* table) {
  const Node* found = nullptr;
  int pres = 0;
  bool gutter = false;
  for (const Node* at = table; at != nullptr;) {
    if (at->is("table") && at != table) return nullptr;
    if (at->is("td") || at->is("th")) {
      const std::string text = collapsed_text(at);
      if (has_any_class(at, {"gutter", "linenos", "lntd", "line-numbers", "lineno", "rouge-gutter",
                             "crayon-nums"}) ||
          std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == ' '; })) {
        if (is_gutter(at) || !text.empty()) gutter = gutter || at->next != nullptr;
        if (found == nullptr || !is_within(at, found)) {
          const bool numbers =
              std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == ' '; });
          if (numbers) {
            at = next_after_subtree(at, table);
            continue;
          }
        }
      }
      if (find_descendant(at, "pre") != nullptr ||
          has_any_class(at, {"code", "rouge-code", "crayon-code"})) {
        found = at;
        ++pres;
        at = next_after_subtree(at, table);
        continue;
      }
      return nullptr;
    }
    at = next_in_order(at, table);
  }
  return pres == 1 && gutter ? found : nullptr;
}

// Tables with a line in each row, as GitHub and highlightjs-line-numbers make them.
bool is_line_table(const Node* table) {
  int rows = 0;
  for (const Node* at = next_in_order(table, table); at != nullptr; at = next_in_order(at, table)) {
    if (!at->is("td")) continue;
    if (!has_any_class(at, {"blob-num", "blob-code", "hljs-ln-numbers", "hljs-ln-code",
                            "hljs-ln-line", "line-number", "line-numbers", "code-line"})) {
      return false;
    }
    ++rows;
  }
  return rows > 0;
}

bool has_several_lines(const Node* node) {
  if (find_descendant(node, "br") != nullptr) return true;
  const std::string text = text_content(node);
  const std::string_view cut = trim(text);
  return cut.find('\n') != std::string_view::npos;
}

// A code element between blocks, or with several lines as all that its parent has.
bool stands_alone(const Node* code) {
  const Node* parent = code->parent;
  if (parent == nullptr || !is_block_element(parent) || parent->is("p")) return false;
  const Node* before = previous_visible(code);
  const Node* after = next_visible(code);
  const auto is_apart = [](const Node* other) {
    return other == nullptr || is_block_element(other) ||
           (other->is("code") && other->type == NodeType::element);
  };
  if (!is_apart(before) || !is_apart(after)) return false;
  if (before == nullptr && after == nullptr) return has_several_lines(code);
  const bool between_blocks = (before == nullptr || is_block_element(before)) &&
                              (after == nullptr || is_block_element(after));
  return between_blocks && !parent->is("li") && !parent->is("td") && !parent->is("dd");
}

// The lines of an editor that a page shows its code in; null where there is none.
const Node* find_editor_content(const Node* node) {
  for (const Node* at = node; at != nullptr; at = next_in_order(at, node)) {
    if (has_any_class(at, {"cm-content", "codemirror-code", "view-lines"})) return at;
  }
  return nullptr;
}

// A division that a style sheet sets as code: named so, with lines of text and no blocks in it.
bool is_code_division(const Node* node) {
  if (!node->is("div") || !has_any_class(node, {"code-block", "codeblock", "code", "source-code",
                                                "sourcecode", "highlight"})) {
    return false;
  }
  for (const Node* at = next_in_order(node, node); at != nullptr; at = next_in_order(at, node)) {
    if (is_block_element(at) || at->is("code") || at->is("img")) return false;
  }
  return has_several_lines(node) ||
         (node->has_attribute("data-lang") && !is_blank(text_content(node)));
}

// The pieces of a listing that its generator cut at each command and its output: code and pre
// elements, one after the other, as all that an element has. Code elements of a line each beside
// nothing but their like are words of a list, as keys are.
std::vector<const Node*> find_pieces(const Node* node) {
  std::vector<const Node*> pieces;
  bool code = false;
  bool lines = false;
  for (const Node* child = node->first_child; child != nullptr; child = child->next) {
    if (child->type == NodeType::comment) continue;
    if (child->type == NodeType::text && is_blank(child->text)) continue;
    if (!child->is("code") && !child->is("pre")) return {};
    code = code || child->is("code");
    lines = lines || child->is("pre") || has_several_lines(child);
    pieces.push_back(child);
  }
  if (pieces.size() < 2 || !code || !lines) return {};
  return pieces;
}

Preformatted make_block(const Node* content, const Node* top) {
  Preformatted block;
  block.text = CodeText().read(content);
  block.code_language = code_language(content);
  if (block.code_language.empty()) block.code_language = code_language(top);
  return block;
}

}  // namespace

std::string code_language(const Node* node) {
  std::string found = own_language(node);
  if (found.empty()) {
    const Node* inner = node->is("code") ? nullptr : find_descendant(node, "code");
    if (inner != nullptr) found = own_language(inner);
  }
  // Wrappers around the block, as far as they hold nothing else.
  const Node* up = node->parent;
  for (int i = 0; found.empty() && i < 5 && up != nullptr && !up->is("body");
       ++i, up = up->parent) {
    if (up->is("article") || up->is("main")) break;
    found = own_language(up);
  }
  return is_no_language(found) ? std::string() : found;
}

bool is_inline_code_block(const Node* node) { return node->is("code") && stands_alone(node); }

bool is_code_table(const Node* table) {
  return table->is("table") && (find_code_cell(table) != nullptr || is_line_table(table));
}

std::optional<Preformatted> read_code_block(const Node* node) {
  if (node->type != NodeType::element || node->space != Namespace::html) return std::nullopt;
  // TeX for a script to render (formulas.h).
  if (node->has_attribute("data-math-style")) return std::nullopt;
  if (node->is("pre") || node->is("listing") || node->is("xmp") || node->is("plaintext")) {
    const Node* editor = find_editor_content(node);
    Preformatted block = make_block(editor != nullptr ? editor : node, node);
    block.code = editor != nullptr || !block.code_language.empty() ||
                 find_descendant(node, "code") != nullptr ||
                 find_descendant(node, "samp") != nullptr ||
                 find_descendant(node, "kbd") != nullptr || node->has_attribute("class") ||
                 node->is("listing") || find_descendant(node, "span") != nullptr;
    return block;
  }
  if (node->is("table")) {
    if (const Node* cell = find_code_cell(node)) return make_block(cell, node);
    if (is_line_table(node)) return make_block(node, node);
    return std::nullopt;
  }
  if (node->is("code") && stands_alone(node)) return make_block(node, node);
  if (node->is("div")) {
    if (const std::vector<const Node*> pieces = find_pieces(node); !pieces.empty()) {
      return Preformatted{CodeText().read(pieces), true, code_language(pieces.front())};
    }
  }
  if (is_code_division(node)) return make_block(node, node);
  if (has_any_class(node, {"cm-content", "codemirror-code", "view-lines"})) {
    return make_block(node, node);
  }
  return std::nullopt;
}

}  // namespace pressmark::html
