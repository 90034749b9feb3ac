#include "converters/importers/html/dom.h"

#include <algorithm>
#include <cstring>
#include <deque>

#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

// Elements whose content is no text of the page.
bool is_hidden_matter(const Node* node) {
  return node->is("script") || node->is("style") || node->is("template") ||
         node->type == NodeType::comment;
}

Node* find_child(const Node* parent, std::string_view name) {
  if (parent == nullptr) return nullptr;
  for (Node* child = parent->first_child; child != nullptr; child = child->next) {
    if (child->is(name)) return child;
  }
  return nullptr;
}

}  // namespace

std::string_view Node::attribute(std::string_view attribute_name) const {
  for (const Attribute& entry : attributes) {
    if (entry.name == attribute_name) return entry.value;
  }
  return {};
}

bool Node::has_attribute(std::string_view attribute_name) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const Attribute& entry) { return entry.name == attribute_name; });
}

bool Node::has_class(std::string_view token) const { return has_token(attribute("class"), token); }

// Strings lie one after the other in chunks that never move.
struct Dom::Storage {
  static constexpr std::size_t chunk_bytes = std::size_t{64} << 10;

  std::deque<Node> nodes;
  std::vector<std::unique_ptr<char[]>> chunks;
  char* place = nullptr;
  std::size_t room = 0;

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > room) {
      const std::size_t size = std::max(chunk_bytes, text.size());
      // A long string gets its own chunk, so that the rest of the current one stays in use.
      std::unique_ptr<char[]> chunk(new char[size]);
      char* start = chunk.get();
      chunks.push_back(std::move(chunk));
      if (size > chunk_bytes) {
        std::memcpy(start, text.data(), text.size());
        return {start, text.size()};
      }
      place = start;
      room = size;
    }
    std::memcpy(place, text.data(), text.size());
    const std::string_view kept(place, text.size());
    place += text.size();
    room -= text.size();
    return kept;
  }
};

Dom::Dom() : storage_(std::make_unique<Storage>()), root_(make(NodeType::document)) {}
Dom::~Dom() = default;
Dom::Dom(Dom&&) noexcept = default;
Dom& Dom::operator=(Dom&&) noexcept = default;

Node* Dom::html() const { return find_child(root_, "html"); }
Node* Dom::head() const { return find_child(html(), "head"); }
Node* Dom::body() const { return find_child(html(), "body"); }
std::size_t Dom::size() const { return storage_->nodes.size(); }

Node* Dom::make(NodeType type) {
  Node& node = storage_->nodes.emplace_back();
  node.type = type;
  node.index = static_cast<int>(storage_->nodes.size()) - 1;
  return &node;
}

std::string_view Dom::keep(std::string_view text) { return storage_->keep(text); }

void Dom::append(Node* parent, Node* child) {
  child->parent = parent;
  child->previous = parent->last_child;
  child->next = nullptr;
  (parent->last_child != nullptr ? parent->last_child->next : parent->first_child) = child;
  parent->last_child = child;
}

void Dom::remove(Node* node) {
  Node* parent = node->parent;
  if (parent == nullptr) return;
  (node->previous != nullptr ? node->previous->next : parent->first_child) = node->next;
  (node->next != nullptr ? node->next->previous : parent->last_child) = node->previous;
  node->parent = node->next = node->previous = nullptr;
}

const Node* next_after_subtree(const Node* node, const Node* within) {
  while (node != nullptr && node != within) {
    if (node->next != nullptr) return node->next;
    node = node->parent;
  }
  return nullptr;
}

const Node* next_in_order(const Node* node, const Node* within) {
  if (node->first_child != nullptr) return node->first_child;
  return next_after_subtree(node, within);
}

std::string text_content(const Node* node) {
  std::string text;
  for (const Node* at = node; at != nullptr;) {
    if (is_hidden_matter(at)) {
      at = next_after_subtree(at, node);
      continue;
    }
    if (at->type == NodeType::text) text += at->text;
    at = next_in_order(at, node);
  }
  return text;
}

std::string collapsed_text(const Node* node) { return collapse_space(text_content(node)); }

}  // namespace pressmark::html
