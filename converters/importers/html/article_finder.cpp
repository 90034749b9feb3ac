#include "converters/importers/html/article_finder.h"

#include <algorithm>

#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

bool is_left_out(const Node* node) {
  if (node->type == NodeType::comment) return true;
  if (node->type != NodeType::element) return false;
  constexpr std::string_view never[] = {"script", "style",  "template", "nav",   "form",
                                        "footer", "button", "select",   "input", "textarea"};
  return std::find(std::begin(never), std::end(never), node->name) != std::end(never) ||
         node->has_attribute("hidden") || node->attribute("aria-hidden") == "true";
}

// Text below each node, by Node::index: octets outside links, which weigh nothing.
std::vector<double> weigh_text(const Dom& dom) {
  std::vector<double> weights(dom.size(), 0);
  for (const Node* at = dom.root(); at != nullptr;) {
    if (is_left_out(at) || at->is("a")) {
      at = next_after_subtree(at, dom.root());
      continue;
    }
    if (at->type == NodeType::text) {
      const auto size = static_cast<double>(trim(at->text).size());
      for (const Node* up = at; up != nullptr; up = up->parent) weights[up->index] += size;
    }
    at = next_in_order(at, dom.root());
  }
  return weights;
}

// The deepest element below `top` that still has most of its text.
const Node* find_densest(const Node* top, const std::vector<double>& weights) {
  for (;;) {
    const Node* best = nullptr;
    for (const Node* child = top->first_child; child != nullptr; child = child->next) {
      if (child->type != NodeType::element || is_left_out(child) || child->is("p")) continue;
      if (best == nullptr || weights[child->index] > weights[best->index]) best = child;
    }
    if (best == nullptr || weights[best->index] < 0.7 * weights[top->index]) return top;
    top = best;
  }
}

}  // namespace

std::optional<Article> find_article(const Dom& dom, Context&) {
  const Node* body = dom.body();
  if (body == nullptr) return std::nullopt;
  const std::vector<double> weights = weigh_text(dom);
  if (weights[body->index] < 1) return std::nullopt;
  Article article;
  const Node* best = nullptr;
  for (const Node* at = body; at != nullptr; at = next_in_order(at, body)) {
    if (!at->is("article") && !at->is("main") && at->attribute("role") != "main") continue;
    if (best == nullptr || weights[at->index] > weights[best->index]) best = at;
  }
  if (best != nullptr && weights[best->index] > 0.3 * weights[body->index]) {
    article.strategy = "semantic-element";
  } else {
    best = find_densest(body, weights);
    article.strategy = "text-density";
  }
  article.parts = {best};
  article.score = weights[best->index];
  article.left_out.assign(dom.size(), false);
  for (const Node* at = best; at != nullptr; at = next_in_order(at, best)) {
    article.left_out[at->index] = is_left_out(at);
  }
  for (const Node* at = body; at != nullptr; at = next_in_order(at, body)) {
    if (at->is("h1")) {
      article.headline = at;
      break;
    }
  }
  return article;
}

}  // namespace pressmark::html
