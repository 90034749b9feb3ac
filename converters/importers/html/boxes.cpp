#include "converters/importers/html/boxes.h"

#include <algorithm>
#include <iterator>

#include "converters/importers/html/builder.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/verse.h"
#include "converters/importers/html/words.h"
#include "core/model/walk.h"

namespace pressmark::html {
namespace {

constexpr std::string_view pull_quote_words[] = {"pullquote", "pull-quote", "pull_quote",
                                                 "pullout-quote"};

// A dash with which attributions begin.
bool begins_with_dash(std::string_view text) {
  return text.starts_with("—") || text.starts_with("–") || text.starts_with("―") ||
         text.starts_with("-- ") || text.starts_with("- ") || text.starts_with("~ ");
}

// Whether a class, in lower case, names a pull quote by its last word: "wp-block-pullquote",
// "c-pull-quote", "pullquote--left" (a variant), but not "pullquote__text" (a part).
bool names_pull_quote(std::string_view token) {
  token = token.substr(0, token.find("--"));
  return std::ranges::any_of(pull_quote_words, [&](std::string_view word) {
    if (!token.ends_with(word)) return false;
    const std::size_t before = token.size() - word.size();
    return before == 0 || token[before - 1] == '-' || token[before - 1] == '_';
  });
}

}  // namespace

std::optional<AsideKind> aside_kind(const Node* node) {
  if (node->type != NodeType::element || node->space != Namespace::html) return std::nullopt;
  if (!is_block_element(node)) return std::nullopt;
  if (node->has_attribute("data-callout") ||
      has_any_class(node, {"callout", "admonition", "theme-admonition", "markdown-alert",
                           "kg-callout-card", "admonitionblock", "infobox-note", "custom-block",
                           "hint", "note-box", "wp-block-callout", "alert"})) {
    return AsideKind::callout;
  }
  if (has_any_class(node, {"correction", "corrections", "editors-note", "editor-note"})) {
    return AsideKind::correction;
  }
  if (node->is("aside")) return AsideKind::sidebar;
  return std::nullopt;
}

bool is_pull_quote(const Node* node) {
  if (node->type != NodeType::element || node->space != Namespace::html) return false;
  if (node->attribute("role") == "doc-pullquote") return true;
  if (!is_block_element(node) || !node->has_attribute("class")) return false;
  const std::string classes = to_lower(node->attribute("class"));
  return std::ranges::any_of(split_tokens(classes), names_pull_quote);
}

const Node* find_box_title(const Node* box) {
  int steps = 0;
  for (const Node* at = next_in_order(box, box); at != nullptr && steps < 40;
       at = next_in_order(at, box), ++steps) {
    if (at->type != NodeType::element) continue;
    if (has_any_class(at, {"callout-title-inner"})) return at;
    if (has_any_class(at, {"callout-title", "admonition-title", "markdown-alert-title",
                           "alert-title", "custom-block-title", "hint-title", "title",
                           "alert-heading", "callout-heading"})) {
      const Node* inner = nullptr;
      for (const Node* below = next_in_order(at, at); below != nullptr;
           below = next_in_order(below, at)) {
        if (has_any_class(below, {"callout-title-inner"})) inner = below;
      }
      return inner != nullptr ? inner : at;
    }
    if (at->attribute("class").find("admonitionHeading") != std::string_view::npos) return at;
  }
  return nullptr;
}

void strip_attribution_dash(Inlines& attribution) {
  if (attribution.empty()) return;
  InlineNode& first = attribution.front().node;
  bool nothing_left = false;
  if (auto* plain = std::get_if<Text>(&first)) {
    std::string_view words = plain->text;
    for (const std::string_view dash : {"—", "–", "―", "--", "- ", "~ "}) {
      if (!words.starts_with(dash)) continue;
      words = html::trim(words.substr(dash.size()));
      // The space before what follows in another node stays.
      plain->text = std::string(words) + (plain->text.ends_with(' ') && !words.empty() ? " " : "");
      break;
    }
    nothing_left = plain->text.empty();
  } else if (auto* styled = std::get_if<Styled>(&first)) {
    strip_attribution_dash(styled->children);
    nothing_left = styled->children.empty();
  } else if (auto* link = std::get_if<Link>(&first)) {
    strip_attribution_dash(link->children);
    nothing_left = link->children.empty();
  }
  if (nothing_left) attribution.erase(attribution.begin());
}

void Builder::add_quotation(const Node* node, Flow& flow) {
  Quotation quotation;
  quotation.pulled =
      is_pull_quote(node) || (node->parent != nullptr && is_pull_quote(node->parent));
  // A pull quote's wrapper around its own quotation is one thing.
  const Node* inner = only_child(node);
  if (!node->is("blockquote") && inner != nullptr && inner->is("blockquote")) {
    node = inner;
  }
  if (is_poem(node)) {
    Flow verse;
    add_verse(node, verse);
    quotation.children = std::move(verse.blocks);
  } else {
    quotation.children = blocks(node);
  }
  quotation.attribution = take_attribution(quotation.children, node);
  if (quotation.children.empty()) {
    if (is_blank(quotation.attribution)) return;
    quotation.children.push_back(paragraph(std::move(quotation.attribution)));
    quotation.attribution.clear();
  }
  push(flow, std::move(quotation), node);
}

// The last paragraph of a quotation that names who is quoted: in a footer or cite element, or
// behind a dash.
Inlines Builder::take_attribution(Blocks& children, const Node* node) {
  if (children.size() < 2) return {};
  auto* last = std::get_if<Paragraph>(&children.back().node);
  if (last == nullptr) return {};
  const Node* end = node->last_child;
  while (end != nullptr && end->type == NodeType::text && is_blank(end->text)) end = end->previous;
  const bool marked =
      end != nullptr && (end->is("footer") || end->is("cite") || end->is("figcaption") ||
                         (only_child(end) != nullptr && only_child(end)->is("cite")));
  const std::string words = text_of(last->children);
  if (!marked && !(begins_with_dash(words) && words.size() < 200)) return {};
  Inlines attribution = std::move(last->children);
  strip_attribution_dash(attribution);
  if (is_blank(attribution)) {
    last->children = std::move(attribution);
    return {};
  }
  children.pop_back();
  return attribution;
}

void Builder::add_details(const Node* node, Flow& flow) {
  Aside aside;
  aside.kind = AsideKind::details;
  Flow inner;
  for (const Node* child = node->first_child; child != nullptr; child = child->next) {
    if (page_.notes.taken[child->index]) continue;
    if (child->is("summary") && aside.title.empty() && !is_skipped(child)) {
      aside.title = inlines(child);
      continue;
    }
    add_node(child, inner);
  }
  close_run(inner);
  aside.children = std::move(inner.blocks);
  if (aside.children.empty()) {
    if (!is_blank(aside.title)) push(flow, Paragraph{std::move(aside.title)}, node);
    return;
  }
  push(flow, std::move(aside), node);
}

void Builder::add_aside(const Node* node, AsideKind kind, Flow& flow) {
  Aside aside;
  aside.kind = kind;
  const Node* title = find_box_title(node);
  if (title != nullptr && !is_skipped(title)) aside.title = inlines(title);
  Flow inner;
  omitted_.push_back(title);
  add_children(node, inner);
  close_run(inner);
  omitted_.pop_back();
  aside.children = std::move(inner.blocks);
  // A heading at its beginning is the box's title.
  if (is_blank(aside.title) && aside.children.size() > 1 && aside.children.front().id.empty()) {
    if (auto* heading = std::get_if<Heading>(&aside.children.front().node)) {
      aside.title = std::move(heading->children);
      aside.children.erase(aside.children.begin());
    }
  }
  if (aside.children.empty()) {
    if (!is_blank(aside.title)) push(flow, Paragraph{std::move(aside.title)}, node);
    return;
  }
  push(flow, std::move(aside), node);
}

}  // namespace pressmark::html
