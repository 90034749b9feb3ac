#include "converters/importers/markdown/to_html.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "converters/common/xml_writer.h"
#include "converters/importers/markdown/cmark_tree.h"
#include "converters/importers/markdown/extensions.h"
#include "converters/importers/markdown/fragments.h"

namespace pressmark::markdown {
namespace {

constexpr int options =
    CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS | CMARK_OPT_VALIDATE_UTF8;

struct Parsed {
  std::unique_ptr<cmark_parser, Free> parser;  // owns the list of extensions
  Tree tree;
};

Parsed parse(std::string_view text) {
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  static_cast<void>(registered);
  Parsed parsed;
  parsed.parser.reset(cmark_parser_new(options));
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parsed.parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parsed.parser.get(), text.data(), text.size());
  parsed.tree.reset(cmark_parser_finish(parsed.parser.get()));
  return parsed;
}

// All nodes in their order, so that changes do not disturb a walk.
std::vector<cmark_node*> nodes_of(cmark_node* root) {
  std::vector<cmark_node*> nodes;
  const std::unique_ptr<cmark_iter, Free> walk(cmark_iter_new(root));
  for (cmark_event_type event; (event = cmark_iter_next(walk.get())) != CMARK_EVENT_DONE;) {
    if (event == CMARK_EVENT_ENTER) nodes.push_back(cmark_iter_get_node(walk.get()));
  }
  return nodes;
}

// Quotations and paragraphs, which change_block() may change: those inside of others first.
std::vector<cmark_node*> blocks_of(cmark_node* root) {
  std::vector<cmark_node*> blocks;
  for (cmark_node* node : nodes_of(root)) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_PARAGRAPH) blocks.push_back(node);
  }
  std::ranges::reverse(blocks);
  return blocks;
}

std::string text_below(cmark_node* root) {
  std::string text;
  for (cmark_node* node : nodes_of(root)) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
      text += view(cmark_node_get_literal(node));
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
  }
  return text;
}

// A box in front of the words of a task.
void mark_task(cmark_node* item) {
  if (view(cmark_node_get_type_string(item)) != "tasklist") return;
  cmark_node* words = cmark_node_first_child(item);
  if (words == nullptr || cmark_node_get_type(words) != CMARK_NODE_PARAGRAPH) return;
  const bool done = cmark_gfm_extensions_get_tasklist_item_checked(item);
  cmark_node_prepend_child(words, make(CMARK_NODE_TEXT, done ? "☑ " : "☐ "));
}

// Whether TeX can stand in a script element, whose end nothing else may look like.
bool fits_script(std::string_view tex) { return tex.find("</") == std::string_view::npos; }

void mark_display_formula(cmark_node* block) {
  const std::string tex(view(cmark_node_get_literal(block)));
  if (view(cmark_node_get_fence_info(block)) != "math" || !fits_script(tex)) return;
  cmark_node* html =
      make(CMARK_NODE_HTML_BLOCK, "<script type=\"math/tex; mode=display\">" + tex + "</script>\n");
  if (cmark_node_replace(block, html) != 0) cmark_node_free(block);
}

// "$`TeX`$": the code between two texts that end and begin with a dollar.
void mark_formula(cmark_node* code) {
  cmark_node* before = cmark_node_previous(code);
  cmark_node* after = cmark_node_next(code);
  if (before == nullptr || after == nullptr || cmark_node_get_type(before) != CMARK_NODE_TEXT ||
      cmark_node_get_type(after) != CMARK_NODE_TEXT) {
    return;
  }
  std::string left(view(cmark_node_get_literal(before)));
  const std::string right(view(cmark_node_get_literal(after)));
  const std::string tex(view(cmark_node_get_literal(code)));
  if (!left.ends_with('$') || !right.starts_with('$') || !fits_script(tex)) return;
  left.pop_back();
  cmark_node_set_literal(before, left.c_str());
  cmark_node_set_literal(after, right.c_str() + 1);
  cmark_node* html = make(CMARK_NODE_HTML_INLINE, "<script type=\"math/tex\">" + tex + "</script>");
  if (cmark_node_replace(code, html) != 0) cmark_node_free(code);
}

// An image without words between its brackets: CommonMark would render an empty alternative text,
// which says in HTML that the image is decorative. The author has said nothing.
void mark_silent_image(cmark_node* image) {
  if (!text_below(image).empty()) return;
  XmlWriter out(XmlWriter::Declaration::no);
  out.start("img").attribute("src", view(cmark_node_get_url(image))).end();
  cmark_node* html = make(CMARK_NODE_HTML_INLINE, out.written());
  if (cmark_node_replace(image, html) != 0) cmark_node_free(image);
}

void name_headings(const std::vector<cmark_node*>& nodes) {
  std::unordered_set<std::string> wanted;
  for (cmark_node* node : nodes) {
    if (cmark_node_get_type(node) != CMARK_NODE_LINK) continue;
    const std::string_view url = view(cmark_node_get_url(node));
    if (url.starts_with('#')) wanted.emplace(url.substr(1));
  }
  // Names that a heading gives itself go before those made of the words of others.
  std::vector<std::pair<cmark_node*, std::string>> headings;
  std::unordered_set<std::string> own_names;
  for (cmark_node* node : nodes) {
    if (cmark_node_get_type(node) != CMARK_NODE_HEADING) continue;
    headings.emplace_back(node, take_heading_name(node));
    own_names.insert(headings.back().second);
  }
  Fragments fragments;
  for (const auto& [node, own] : headings) {
    const std::string made = fragments.name(text_below(node));
    if (own.empty() && own_names.contains(made)) continue;
    const std::string name = own.empty() ? made : own;
    // A name has no character that HTML gives a meaning to.
    if (!wanted.contains(name)) continue;
    cmark_node_prepend_child(node, make(CMARK_NODE_HTML_INLINE, "<a id=\"" + name + "\"></a>"));
  }
}

}  // namespace

std::string to_html(std::string_view text) {
  const Parsed parsed = parse(text);
  // Blocks change their nodes, so the inline ones are asked for behind that.
  std::vector<Tree> replaced;
  for (cmark_node* block : blocks_of(parsed.tree.get())) change_block(block, replaced);
  name_headings(nodes_of(parsed.tree.get()));
  const std::vector<cmark_node*> nodes = nodes_of(parsed.tree.get());
  for (cmark_node* node : nodes) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_ITEM) {
      mark_task(node);
    } else if (type == CMARK_NODE_CODE_BLOCK) {
      mark_display_formula(node);
    } else if (type == CMARK_NODE_CODE) {
      mark_formula(node);
    } else if (type == CMARK_NODE_IMAGE) {
      mark_silent_image(node);
    }
  }
  const std::unique_ptr<char, Free> html(cmark_render_html(
      parsed.tree.get(), options, cmark_parser_get_syntax_extensions(parsed.parser.get())));
  return html.get();
}

std::string words_of_line(std::string_view text) {
  const Parsed parsed = parse(text);
  cmark_node* paragraph = cmark_node_first_child(parsed.tree.get());
  if (paragraph == nullptr || cmark_node_next(paragraph) != nullptr ||
      cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) {
    return std::string(text);
  }
  for (cmark_node* node : nodes_of(paragraph)) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_IMAGE) return std::string(text);
  }
  return text_below(paragraph);
}

}  // namespace pressmark::markdown
