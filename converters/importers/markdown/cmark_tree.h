// converters/importers/markdown/cmark_tree.h: the parser's tree, for the files of this folder.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark::markdown {

inline std::string_view view(const char* text) { return text == nullptr ? "" : text; }

struct Free {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
  void operator()(char* text) const { cmark_get_default_mem_allocator()->free(text); }
};
using Tree = std::unique_ptr<cmark_node, Free>;

// A new node with its words; the tree owns it once it is a part of it.
cmark_node* make(cmark_node_type type, const std::string& literal);

// A new block that is written as an HTML element around its children.
cmark_node* make_element(const std::string& opening, const std::string& closing);

}  // namespace pressmark::markdown
