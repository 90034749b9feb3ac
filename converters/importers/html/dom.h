// converters/importers/html/dom.h: an HTML5 tree, ours from end to end.
//
// parse.cpp is the only file that knows the parser (gumbo): it copies the parser's tree into this
// one and frees it. All strings are valid UTF-8 text and live as long as their Dom.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/location.h"
#include "core/base/result.h"

namespace pressmark::html {

enum class NodeType { document, element, text, comment };
enum class Namespace { html, svg, mathml };

struct Attribute {
  std::string_view name;  // lower case for HTML, as the standard adjusts it for SVG and MathML
  std::string_view value;
};

struct Node {
  NodeType type = NodeType::element;
  Namespace space = Namespace::html;
  std::string_view name;  // of an element: local name, lower case for HTML
  std::string_view text;  // of a text or comment
  std::vector<Attribute> attributes;
  Node* parent = nullptr;
  Node* first_child = nullptr;
  Node* last_child = nullptr;
  Node* next = nullptr;
  Node* previous = nullptr;
  Location from;
  int index =
      0;  // position in document order, 0 for the document: a key for tables beside the tree

  bool is(std::string_view element_name) const {
    return type == NodeType::element && name == element_name;
  }
  // The value, or an empty view where there is no such attribute.
  std::string_view attribute(std::string_view attribute_name) const;
  bool has_attribute(std::string_view attribute_name) const;
  // Whether the class attribute has this token (letter case counts).
  bool has_class(std::string_view token) const;
};

// Owns the nodes and their strings. Movable, not copyable; pointers stay valid when it is moved.
class Dom {
 public:
  Dom();
  ~Dom();
  Dom(Dom&&) noexcept;
  Dom& operator=(Dom&&) noexcept;

  Node* root() const { return root_; }  // of type document, never null
  Node* html() const;                   // the html element; null in an empty tree
  Node* head() const;
  Node* body() const;
  std::size_t size() const;  // number of nodes

  // Building: a node without place in the tree; a copy of a string that lives as long as the Dom.
  Node* make(NodeType type);
  std::string_view keep(std::string_view text);
  static void append(Node* parent, Node* child);
  // Takes a node with its descendants out of the tree.
  static void remove(Node* node);

 private:
  struct Storage;
  std::unique_ptr<Storage> storage_;
  Node* root_ = nullptr;
};

// The next node in document order within `within` (the first is `within` itself); null at the end.
const Node* next_in_order(const Node* node, const Node* within);
// The next node in document order that is no descendant of `node`; null at the end.
const Node* next_after_subtree(const Node* node, const Node* within);

// All text below a node as it is in the tree, without scripts, styles, templates and comments.
std::string text_content(const Node* node);
// The same with runs of white space collapsed to one space and cut at the ends.
std::string collapsed_text(const Node* node);

// How parsing went: what a caller may want to report.
struct ParseReport {
  std::size_t flattened = 0;           // elements deeper than the limit, whose text was kept
  std::size_t dropped_attributes = 0;  // above 500 on one element
};

// Parses UTF-8 text as a whole HTML5 document (WHATWG HTML, 13.2): every text is some document.
// Elements deeper than `depth` are flattened: their text goes to the deepest allowed ancestor.
// Linear in the size of the text. Fails with ErrorKind::limit when the tree would have more than
// `elements` elements, those counted that unclosed formatting elements multiply.
Result<Dom> parse(std::string_view text, int depth, std::size_t elements, ParseReport& report);

}  // namespace pressmark::html
