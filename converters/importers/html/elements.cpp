#include "converters/importers/html/elements.h"

#include <algorithm>
#include <array>

#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

template <std::size_t N>
constexpr std::array<std::string_view, N> sorted(const std::string_view (&names)[N]) {
  std::array<std::string_view, N> result{};
  std::copy(std::begin(names), std::end(names), result.begin());
  std::sort(result.begin(), result.end());
  return result;
}

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
}

constexpr auto block_elements =
    sorted({"address",  "article",    "aside",   "blockquote", "body",     "center", "dd",
            "details",  "dialog",     "dir",     "div",        "dl",       "dt",     "embed",
            "fieldset", "figcaption", "figure",  "footer",     "form",     "frame",  "frameset",
            "h1",       "h2",         "h3",      "h4",         "h5",       "h6",     "header",
            "hgroup",   "hr",         "html",    "iframe",     "legend",   "li",     "listing",
            "main",     "menu",       "nav",     "ol",         "optgroup", "p",      "plaintext",
            "pre",      "search",     "section", "summary",    "table",    "tbody",  "td",
            "tfoot",    "th",         "thead",   "tr",         "ul",       "video",  "xmp",
            "object",   "audio",      "caption"});

constexpr auto invisible_elements =
    sorted({"script",   "style", "template", "head",   "input",    "select", "textarea",
            "datalist", "link",  "meta",     "base",   "title",    "param",  "source",
            "track",    "area",  "map",      "option", "progress", "meter",  "noframes",
            "noembed",  "col",   "colgroup", "rp",     "dialog"});

}  // namespace

bool is_block_element(const Node* node) {
  return node->type == NodeType::element && node->space == Namespace::html &&
         is_among(block_elements, node->name);
}

bool is_styled_as_block(const Node* node) {
  if (node->attribute("style").find("display") == std::string_view::npos) return false;
  const std::string display = style_property(node, "display");
  return display == "block" || display == "list-item" || display == "flex" || display == "table";
}

bool is_invisible(const Node* node) {
  if (node->type == NodeType::comment) return true;
  return node->type == NodeType::element && node->space == Namespace::html &&
         is_among(invisible_elements, node->name);
}

int heading_level(const Node* node) {
  if (node->type != NodeType::element || node->name.size() != 2 || node->name[0] != 'h') return 0;
  const char digit = node->name[1];
  return digit >= '1' && digit <= '6' ? digit - '0' : 0;
}

std::string style_property(const Node* node, std::string_view property) {
  std::string_view css = node->attribute("style");
  while (!css.empty()) {
    const std::size_t end = std::min(css.find(';'), css.size());
    const std::string_view declaration = css.substr(0, end);
    css.remove_prefix(std::min(end + 1, css.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    if (!equals_ignoring_case(trim(declaration.substr(0, colon)), property)) continue;
    std::string value = to_lower(trim(declaration.substr(colon + 1)));
    const std::size_t important = value.find("!important");
    if (important != std::string::npos) value = std::string(trim(value.substr(0, important)));
    return value;
  }
  return {};
}

bool has_any_class(const Node* node, std::initializer_list<std::string_view> names) {
  const std::string_view value = node->attribute("class");
  if (value.empty()) return false;
  const std::string classes = to_lower(value);
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return has_token(classes, name); });
}

std::vector<bool> find_block_holders(const Dom& dom) {
  std::vector<bool> holders(dom.size(), false);
  for (const Node* at = dom.root(); at != nullptr;) {
    if (is_invisible(at) && !at->is("head")) {
      at = next_after_subtree(at, dom.root());
      continue;
    }
    if (is_block_element(at)) {
      for (const Node* up = at->parent; up != nullptr && !holders[up->index]; up = up->parent) {
        holders[up->index] = true;
      }
    }
    at = next_in_order(at, dom.root());
  }
  return holders;
}

const Node* closest(const Node* node, std::string_view name) {
  while (node != nullptr && !node->is(name)) node = node->parent;
  return node;
}

const Node* find_descendant(const Node* node, std::string_view name) {
  for (const Node* at = next_in_order(node, node); at != nullptr; at = next_in_order(at, node)) {
    if (at->is(name)) return at;
  }
  return nullptr;
}

bool is_within(const Node* node, const Node* ancestor) {
  while (node != nullptr && node != ancestor) node = node->parent;
  return node != nullptr;
}

bool is_script_notice(const Node* node) {
  return node->is("noscript") && find_descendant(node, "img") == nullptr &&
         collapsed_text(node).size() < 300;
}

namespace {
bool is_visible(const Node* node) {
  return node->type == NodeType::text ? !is_blank(node->text) : !is_invisible(node);
}
}  // namespace

const Node* next_visible(const Node* node) {
  do {
    node = node->next;
  } while (node != nullptr && !is_visible(node));
  return node;
}

const Node* previous_visible(const Node* node) {
  do {
    node = node->previous;
  } while (node != nullptr && !is_visible(node));
  return node;
}

const Node* next_element(const Node* node) {
  do {
    node = node->next;
  } while (node != nullptr && node->type != NodeType::element);
  return node;
}

bool find_class(const Node* node, std::string_view token) {
  for (const Node* at = next_in_order(node, node); at != nullptr; at = next_in_order(at, node)) {
    if (at->has_class(token)) return true;
  }
  return false;
}

const Node* only_child(const Node* node) {
  const Node* found = nullptr;
  for (const Node* child = node->first_child; child != nullptr; child = child->next) {
    if (!is_visible(child)) continue;
    if (child->type != NodeType::element || found != nullptr) return nullptr;
    found = child;
  }
  return found;
}

}  // namespace pressmark::html
