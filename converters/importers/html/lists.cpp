#include <iterator>

#include "converters/importers/html/builder.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

Numbering numbering_of(const Node* list) {
  if (!list->is("ol")) return Numbering::none;
  const std::string_view type = trim(list->attribute("type"));
  if (type == "a") return Numbering::lower_alpha;
  if (type == "A") return Numbering::upper_alpha;
  if (type == "i") return Numbering::lower_roman;
  if (type == "I") return Numbering::upper_roman;
  const std::string style = style_property(list, "list-style-type");
  if (style == "lower-alpha" || style == "lower-latin") return Numbering::lower_alpha;
  if (style == "upper-alpha" || style == "upper-latin") return Numbering::upper_alpha;
  if (style == "lower-roman") return Numbering::lower_roman;
  if (style == "upper-roman") return Numbering::upper_roman;
  if (style == "none" || style == "disc" || style == "circle" || style == "square") {
    return Numbering::none;
  }
  return Numbering::decimal;
}

}  // namespace

void Builder::add_list(const Node* node, Flow& flow) {
  List list;
  list.numbering = numbering_of(node);
  list.start =
      node->is("ol") ? parse_integer(node->attribute("start"), -1'000'000, 1'000'000, 1) : 1;
  bool first = true;
  for (const Node* child = node->first_child; child != nullptr; child = child->next) {
    if (page_.notes.taken[child->index] || is_skipped(child) || is_invisible(child)) continue;
    if (child->is("li")) {
      if (first && child->has_attribute("value") && list.numbering != Numbering::none) {
        list.start = parse_integer(child->attribute("value"), -1'000'000, 1'000'000, list.start);
      }
      first = false;
      Flow item;
      add_children(child, item);
      close_run(item);
      mark(item, 0, child);
      if (!item.blocks.empty()) list.items.push_back(std::move(item.blocks));
      continue;
    }
    // Old pages nest lists without an item between, and put text beside the items.
    Flow other;
    add_node(child, other);
    close_run(other);
    if (other.blocks.empty()) continue;
    const bool nested = child->is("ul") || child->is("ol");
    if (nested && !list.items.empty()) {
      Blocks& last = list.items.back();
      last.insert(last.end(), std::make_move_iterator(other.blocks.begin()),
                  std::make_move_iterator(other.blocks.end()));
    } else {
      list.items.push_back(std::move(other.blocks));
    }
  }
  if (!list.items.empty()) push(flow, std::move(list), node);
}

void Builder::add_definition_list(const Node* node, Flow& flow) {
  DefinitionList list;
  bool in_definitions = true;
  const auto visit = [&](const Node* child) {
    if (child->is("dt")) {
      Inlines term = inlines(child);
      if (is_blank(term)) return;
      if (in_definitions) list.entries.emplace_back();
      in_definitions = false;
      list.entries.back().terms.push_back(std::move(term));
      return;
    }
    Flow definition;
    if (child->is("dd")) {
      add_children(child, definition);
    } else {
      add_node(child, definition);
    }
    close_run(definition);
    mark(definition, 0, child);
    if (definition.blocks.empty()) return;
    if (list.entries.empty()) list.entries.emplace_back();
    in_definitions = true;
    list.entries.back().definitions.push_back(std::move(definition.blocks));
  };
  for (const Node* child = node->first_child; child != nullptr; child = child->next) {
    if (page_.notes.taken[child->index] || is_skipped(child) || is_invisible(child)) continue;
    if (child->type == NodeType::text && is_blank(child->text)) continue;
    if (child->is("div") && (find_descendant(child, "dt") != nullptr)) {
      // Groups (WHATWG HTML, 4.4.9).
      for (const Node* inner = child->first_child; inner != nullptr; inner = inner->next) {
        if (page_.notes.taken[inner->index] || is_skipped(inner) || is_invisible(inner)) continue;
        if (inner->type == NodeType::text && is_blank(inner->text)) continue;
        visit(inner);
      }
      continue;
    }
    visit(child);
  }
  if (!list.entries.empty()) push(flow, std::move(list), node);
}

}  // namespace pressmark::html
