#include "converters/importers/html/text_masses.h"

#include <limits>

#include "converters/importers/html/elements.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {

void TextMasses::weigh(const Node* part, const std::vector<bool>& left_out,
                       const std::function<bool(const Node*)>& is_absent) {
  std::vector<const Node*> order;
  std::vector<bool> out;
  int out_until = 0;
  for (const Node* at = part; at != nullptr; at = next_in_order(at, part)) {
    if (left_out[static_cast<std::size_t>(at->index)] && at->index >= out_until) {
      const Node* after = next_after_subtree(at, part);
      out_until = after == nullptr ? std::numeric_limits<int>::max() : after->index;
    }
    order.push_back(at);
    out.push_back(at->index < out_until);
  }
  // Children come behind their parents: backwards, each adds what it has to its parent.
  for (std::size_t i = order.size(); i > 0; --i) {
    const Node* at = order[i - 1];
    TextMass& own = masses_[static_cast<std::size_t>(at->index)];
    if (at->type == NodeType::text) {
      own.all = trim(at->text).size();
      own.kept = out[i - 1] ? 0 : own.all;
    } else if (is_invisible(at) || is_absent(at)) {
      own = {};
    }
    if (at == part) break;
    TextMass& above = masses_[static_cast<std::size_t>(at->parent->index)];
    above.all += own.all;
    above.kept += own.kept;
  }
  for (const Node* at : order) find_neighbours(at);
}

void TextMasses::find_neighbours(const Node* parent) {
  const auto has_text = [&](const Node* node) {
    return of(node).all > 0 && !(node->type == NodeType::text && is_blank(node->text));
  };
  const Node* nearest = nullptr;
  for (const Node* child = parent->first_child; child != nullptr; child = child->next) {
    neighbours_[static_cast<std::size_t>(child->index)].before = nearest;
    if (has_text(child)) nearest = child;
  }
  nearest = nullptr;
  for (const Node* child = parent->last_child; child != nullptr; child = child->previous) {
    neighbours_[static_cast<std::size_t>(child->index)].behind = nearest;
    if (has_text(child)) nearest = child;
  }
}

}  // namespace pressmark::html
