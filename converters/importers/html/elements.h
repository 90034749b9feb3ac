// converters/importers/html/elements.h: what kind of thing an element is.
#pragma once

#include <vector>

#include "converters/importers/html/dom.h"

namespace pressmark::html {

// Elements that start a new block (CSS "display: block" in WHATWG HTML, 15.3) or stand on their
// own.
bool is_block_element(const Node* node);
// An element without such a name that its style attribute makes a block.
bool is_styled_as_block(const Node* node);
// Elements that show no content of the article: scripts, styles, form controls, comments.
bool is_invisible(const Node* node);
// What a page says to browsers without scripts, where it is no image or longer text.
bool is_script_notice(const Node* node);
// "h1" to "h6": 1 to 6; 0 for others.
int heading_level(const Node* node);
// "h3" in the style attribute's CSS: the value of a property in lower case, or an empty string.
std::string style_property(const Node* node, std::string_view property);
// Whether any token of the class attribute, in lower case, is one of `names`.
bool has_any_class(const Node* node, std::initializer_list<std::string_view> names);

// For each node (by Node::index) whether it has a block element below it, comments and invisible
// elements not counted.
std::vector<bool> find_block_holders(const Dom& dom);

// The nearest ancestor-or-self that `name` names; null where there is none.
const Node* closest(const Node* node, std::string_view name);
// The first element in document order below `node` with that name; null where there is none.
const Node* find_descendant(const Node* node, std::string_view name);
// Whether `node` is `ancestor` or below it.
bool is_within(const Node* node, const Node* ancestor);
// The next or previous sibling that is an element or text with more than white space.
const Node* next_visible(const Node* node);
const Node* previous_visible(const Node* node);
// The next sibling that is an element of any kind.
const Node* next_element(const Node* node);
// Whether an element below `node` has this class token.
bool find_class(const Node* node, std::string_view token);
// The only child that is an element, where nothing but white space stands beside it.
const Node* only_child(const Node* node);

}  // namespace pressmark::html
