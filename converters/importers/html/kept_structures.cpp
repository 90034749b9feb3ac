#include "converters/importers/html/kept_structures.h"

#include <vector>

#include "converters/importers/html/elements.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

// Octets of text below a node: all, and those that are kept.
struct Mass {
  std::size_t all = 0;
  std::size_t kept = 0;
};

void keep_subtree(const Node* node, Article& article) {
  for (const Node* at = node; at != nullptr; at = next_in_order(at, node)) {
    if (!is_invisible(at) && !at->is("button")) {
      article.left_out[static_cast<std::size_t>(at->index)] = false;
    }
  }
}

class StructureKeeper {
 public:
  StructureKeeper(const Dom& dom, Article& article) : article_(article), masses_(dom.size()) {}

  void run() {
    for (const Node* part : article_.parts) {
      weigh(part);
      visit_children(part);
    }
  }

 private:
  bool is_out(const Node* node) const {
    return article_.left_out[static_cast<std::size_t>(node->index)];
  }
  const Mass& mass(const Node* node) const {
    return masses_[static_cast<std::size_t>(node->index)];
  }

  // Children come behind their parents: backwards, each adds what it has to its parent.
  void weigh(const Node* part) {
    std::vector<const Node*> order;
    std::vector<bool> out;
    int hidden_until = 0;
    for (const Node* at = part; at != nullptr; at = next_in_order(at, part)) {
      if (is_out(at) && at->index >= hidden_until) {
        const Node* after = next_after_subtree(at, part);
        hidden_until = after == nullptr ? end_of_order : after->index;
      }
      order.push_back(at);
      out.push_back(at->index < hidden_until || is_out(at));
    }
    for (std::size_t i = order.size(); i > 0; --i) {
      const Node* at = order[i - 1];
      Mass& own = masses_[static_cast<std::size_t>(at->index)];
      if (at->type == NodeType::text) {
        own.all = trim(at->text).size();
        own.kept = out[i - 1] ? 0 : own.all;
      } else if (is_invisible(at)) {
        own = {};
      }
      if (at == part) break;
      Mass& above = masses_[static_cast<std::size_t>(at->parent->index)];
      above.all += own.all;
      above.kept += own.kept;
    }
  }

  void visit_children(const Node* parent) {
    for (const Node* child = parent->first_child; child != nullptr; child = child->next) {
      if (child->type != NodeType::element || is_invisible(child)) continue;
      const Mass& own = mass(child);
      if (own.kept > 0) {
        if (share_that_keeps(child) * static_cast<double>(own.all) <=
            static_cast<double>(own.kept)) {
          keep(child);
        } else {
          visit_children(child);
        }
      } else if (is_out(child) && is_structure(child) && stands_in_text(child)) {
        keep(child);
      } else if (!is_out(child)) {
        visit_children(child);
      }
    }
  }

  // The share of an element's text from which all of it is kept; above 1: never.
  static double share_that_keeps(const Node* node) {
    if (node->is("pre") || node->is("math")) return 0;
    if (node->is("table") && find_descendant(node, "table") == nullptr) {
      return find_descendant(node, "th") != nullptr ? 0.1 : 0.3;
    }
    if (node->is("dl") || node->is("blockquote")) return 0.5;
    return 2;
  }

  // What holds code, a table of data, an image or a formula and little else.
  static bool is_structure(const Node* node) {
    if (node->is("nav") || node->is("aside") || node->is("footer") || node->is("header") ||
        node->is("form")) {
      return false;
    }
    for (int level = 0; level < 4 && node != nullptr; ++level, node = only_child(node)) {
      if (node->is("pre") || node->space == Namespace::mathml) return true;
      if (node->is("table")) {
        return find_descendant(node, "th") != nullptr && find_descendant(node, "table") == nullptr;
      }
    }
    return false;
  }

  // Whether the text directly before it is kept, and the text directly behind it, or nothing stands
  // there.
  bool stands_in_text(const Node* node) const {
    const Node* before = previous_visible(node);
    const Node* after = next_visible(node);
    const bool kept_before = before != nullptr && mass(before).kept > 0;
    const bool kept_after = after == nullptr || mass(after).kept > 0 || is_structure(after);
    return kept_before && kept_after;
  }

  void keep(const Node* node) {
    keep_subtree(node, article_);
    // What follows counts it as kept.
    Mass& own = masses_[static_cast<std::size_t>(node->index)];
    own.kept = own.all;
  }

  static constexpr int end_of_order = 0x7FFFFFFF;

  Article& article_;
  std::vector<Mass> masses_;
};

}  // namespace

void keep_structures(const Dom& dom, Article& article) { StructureKeeper(dom, article).run(); }

void keep_notes(const NoteTable& notes, Article& article) {
  for (const NoteBody& body : notes.bodies) {
    for (const Node* node : body.nodes) keep_subtree(node, article);
  }
}

}  // namespace pressmark::html
