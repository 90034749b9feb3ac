// converters/importers/html/text_masses.h: how much text of each element is kept, and what stands
// beside it.
#pragma once

#include <functional>
#include <vector>

#include "converters/importers/html/dom.h"

namespace pressmark::html {

// Octets of text below a node, without white space at its ends.
struct TextMass {
  std::size_t all = 0;
  std::size_t kept = 0;
};

class TextMasses {
 public:
  // For a tree of that many nodes.
  explicit TextMasses(std::size_t nodes) : masses_(nodes), neighbours_(nodes) {}

  // Counts below an element, in linear time. `left_out`, by Node::index, holds for all below a
  // node. What is invisible or `is_absent` has no text; to its neighbours it is not there.
  void weigh(const Node* part, const std::vector<bool>& left_out,
             const std::function<bool(const Node*)>& is_absent);

  const TextMass& of(const Node* node) const {
    return masses_[static_cast<std::size_t>(node->index)];
  }
  void set_kept(const Node* node, std::size_t kept) {
    masses_[static_cast<std::size_t>(node->index)].kept = kept;
  }

  // The nearest siblings that have text; null: none.
  const Node* text_before(const Node* node) const {
    return neighbours_[static_cast<std::size_t>(node->index)].before;
  }
  const Node* text_behind(const Node* node) const {
    return neighbours_[static_cast<std::size_t>(node->index)].behind;
  }

 private:
  struct Neighbours {
    const Node* before = nullptr;
    const Node* behind = nullptr;
  };

  void find_neighbours(const Node* parent);

  // By Node::index.
  std::vector<TextMass> masses_;
  std::vector<Neighbours> neighbours_;
};

}  // namespace pressmark::html
