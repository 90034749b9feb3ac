#include <algorithm>
#include <iterator>

#include "converters/importers/html/boxes.h"
#include "converters/importers/html/builder.h"
#include "converters/importers/html/code.h"
#include "converters/importers/html/codes.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/formulas.h"
#include "converters/importers/html/verse.h"
#include "converters/importers/html/words.h"
#include "core/model/validate.h"

namespace pressmark::html {
namespace {

// One paragraph for each image of a figure, links around them kept.
Blocks figure_content(Inlines inlines) {
  Blocks content;
  for (Inline& item : inlines) {
    if (std::holds_alternative<Text>(item.node) || std::holds_alternative<LineBreak>(item.node)) {
      continue;
    }
    content.push_back(paragraph({std::move(item)}));
  }
  return content;
}

// A note in the margin that is a block of its own belongs to the paragraph before it; whether the
// inlines were nothing but notes and have gone there.
bool join_notes(Inlines& inlines, Blocks& blocks) {
  auto* before = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.back().node);
  if (before == nullptr) return false;
  for (const Inline& item : inlines) {
    const auto* plain = std::get_if<Text>(&item.node);
    if (!std::holds_alternative<Note>(item.node) && (plain == nullptr || !is_blank(plain->text))) {
      return false;
    }
  }
  for (Inline& item : inlines) {
    if (std::holds_alternative<Note>(item.node)) before->children.push_back(std::move(item));
  }
  return true;
}

// A rule at the beginning or the end of an article divides nothing.
Blocks without_outer_breaks(Blocks blocks) {
  const auto is_break = [](const Block& block) {
    return std::holds_alternative<Break>(block.node);
  };
  while (!blocks.empty() && is_break(blocks.back())) blocks.pop_back();
  const auto first = std::find_if_not(blocks.begin(), blocks.end(), is_break);
  blocks.erase(blocks.begin(), first);
  return blocks;
}

Direction direction_of(const Node* node) {
  const std::string_view value = node->attribute("dir");
  if (equals_ignoring_case(value, "rtl")) return Direction::right_to_left;
  if (equals_ignoring_case(value, "ltr")) return Direction::left_to_right;
  return Direction::inherit;
}

}  // namespace

Blocks Builder::article() {
  placed_notes_.assign(page_.notes.bodies.size(), false);
  Flow flow;
  for (const Node* part : page_.article.parts) add_node(part, flow);
  close_run(flow);
  // Notes whose mark was not built (it stood in something that is left out).
  for (std::size_t i = 0; i < page_.notes.bodies.size(); ++i) {
    const NoteBody& body = page_.notes.bodies[i];
    if (placed_notes_[i] || body.nodes.empty()) continue;
    placed_notes_[i] = true;
    context_.diagnostics.report(codes::unplaced_note, body.nodes.front()->from, body.mark);
    for (const Node* node : body.nodes) add_node(node, flow);
    close_run(flow);
  }
  return without_outer_breaks(std::move(flow.blocks));
}

Blocks Builder::blocks(const Node* parent) {
  Flow flow;
  add_children(parent, flow);
  close_run(flow);
  return std::move(flow.blocks);
}

bool Builder::is_skipped(const Node* node) const {
  const auto index = static_cast<std::size_t>(node->index);
  if (in_headline_) return page_.notes.dropped[index];
  if (index < page_.article.left_out.size() && page_.article.left_out[index]) {
    // What looks like no matter of an article, but belongs to what it stands in: sources of
    // formulas are scripts, who is quoted stands in a footer.
    const bool source = node->is("script") && node->attribute("type").starts_with("math/");
    const bool quoted = node->is("footer") && node->parent != nullptr &&
                        (node->parent->is("blockquote") || node->parent->is("figure"));
    return !source && !quoted;
  }
  return page_.notes.dropped[index] || node == page_.article.headline ||
         std::find(omitted_.begin(), omitted_.end(), node) != omitted_.end();
}

void Builder::add_children(const Node* parent, Flow& flow) {
  for (const Node* child = parent->first_child; child != nullptr; child = child->next) {
    if (!page_.notes.taken[child->index]) add_node(child, flow);
  }
}

void Builder::add_node(const Node* node, Flow& flow) {
  if (node->type == NodeType::comment || is_skipped(node)) return;
  if (node->type == NodeType::document) return add_children(node, flow);
  if (attach_caption(node, flow)) return;
  if (flow.run.empty()) flow.run_from = node->from;
  const bool block =
      node->type == NodeType::element &&
      (is_block_element(node) || page_.holds_blocks[node->index] || is_inline_code_block(node)) &&
      page_.notes.reference[node->index] < 0;
  if (!block) {
    add_inline(node, flow.run, flow.spaces);
    return;
  }
  if (depth_ >= (in_note_ ? deepest_in_note : deepest)) {
    context_.diagnostics.report(codes::flattened, node->from, node->name);
    append_separator(flow.run, flow.spaces);
    append_text(flow.run, text_content(node), flow.spaces);
    append_separator(flow.run, flow.spaces);
    return;
  }
  add_block(node, flow);
}

void Builder::add_block(const Node* node, Flow& flow) {
  if (is_invisible(node) || is_formula_duplicate(node) || is_script_notice(node)) return;
  close_run(flow);
  const std::size_t first = flow.blocks.size();
  ++depth_;
  if (is_poem(node) && !node->is("blockquote")) {
    add_verse(node, flow);
  } else if (std::optional<Preformatted> code = read_code_block(node)) {
    add_preformatted(std::move(*code), node, flow);
  } else if (std::optional<Formula> formula = read_formula(node)) {
    formula->display = true;
    push(flow, Paragraph{{Inline{std::move(*formula), {}, {}, {}, node->from}}}, node);
  } else {
    add_named_block(node, flow);
  }
  close_run(flow);
  --depth_;
  mark(flow, first, node);
}

void Builder::add_named_block(const Node* node, Flow& flow) {
  const std::string_view name = node->space == Namespace::html ? node->name : std::string_view();
  if (heading_level(node) > 0 || name == "hgroup") {
    add_heading(node, flow);
  } else if (name == "blockquote") {
    add_quotation(node, flow);
  } else if (name == "ul" || name == "ol" || name == "menu" || name == "dir") {
    add_list(node, flow);
  } else if (name == "dl") {
    add_definition_list(node, flow);
  } else if (name == "table") {
    add_table(node, flow);
  } else if (name == "figure") {
    add_figure(node, flow);
  } else if (name == "details") {
    add_details(node, flow);
  } else if (name == "hr") {
    push(flow, Break{}, node);
  } else if (name == "iframe" || name == "video" || name == "audio" || name == "object" ||
             name == "embed" || name == "frame") {
    add_embed(node, flow);
  } else if (is_pull_quote(node)) {
    add_quotation(node, flow);
  } else if (const std::optional<AsideKind> kind = aside_kind(node)) {
    add_aside(node, *kind, flow);
  } else if (!is_block_element(node)) {
    add_wrapped_blocks(node, flow);
  } else {
    add_children(node, flow);
  }
}

// An inline element around blocks (a link around a heading and a paragraph): each paragraph and
// heading gets it for its own.
void Builder::add_wrapped_blocks(const Node* node, Flow& flow) {
  Blocks inner = blocks(node);
  const std::function<Inline(Inlines)> wrap = wrapper_of(node);
  for (Block& block : inner) {
    Inlines* children = nullptr;
    if (auto* text = std::get_if<Paragraph>(&block.node)) children = &text->children;
    if (auto* title = std::get_if<Heading>(&block.node)) children = &title->children;
    if (wrap && children != nullptr && !holds_link(*children)) {
      Inlines wrapped = std::move(*children);
      children->clear();
      children->push_back(wrap(std::move(wrapped)));
    }
    flow.blocks.push_back(std::move(block));
  }
}

void Builder::add_heading(const Node* node, Flow& flow) {
  if (node->is("hgroup")) return add_children(node, flow);
  Inlines content = inlines(node);
  if (is_blank(content)) return;
  if (is_images_only(content)) {
    push(flow, Figure{figure_content(std::move(content)), {}, {}}, node);
    return;
  }
  // The source's level for now; repair_headings() settles all of them together.
  push(flow, Heading{heading_level(node), std::move(content)}, node);
}

void Builder::add_preformatted(Preformatted block, const Node* node, Flow& flow) {
  if (is_blank(block.text)) return;
  push(flow, std::move(block), node);
}

void Builder::close_run(Flow& flow) {
  Inlines run = std::move(flow.run);
  flow.run.clear();
  flow.spaces = Spaces{};
  for (Inlines& part : split_paragraphs(std::move(run))) {
    if (join_notes(part, flow.blocks)) continue;
    Block block;
    if (is_images_only(part)) {
      block.node = Figure{figure_content(std::move(part)), {}, {}};
    } else {
      block.node = Paragraph{std::move(part)};
    }
    block.from = flow.run_from;
    flow.blocks.push_back(std::move(block));
  }
}

void Builder::push(Flow& flow, BlockNode block, const Node* node) {
  close_run(flow);
  Block made;
  made.node = std::move(block);
  made.from = node->from;
  flow.blocks.push_back(std::move(made));
}

// Gives the blocks that an element became its id, language and direction.
void Builder::mark(Flow& flow, std::size_t first, const Node* node) {
  const std::string_view id = node->attribute("id");
  if (!id.empty() && ids_.is_wanted(id)) pending_ids_.emplace_back(id);
  if (first >= flow.blocks.size()) return;
  for (const std::string& pending : pending_ids_) ids_.place(pending, flow.blocks[first].id);
  pending_ids_.clear();
  const std::string_view language = trim(node->attribute("lang"));
  const Direction direction = direction_of(node);
  const bool tagged = is_language_tag(std::string(language));
  if (!tagged && direction == Direction::inherit) return;
  for (std::size_t i = first; i < flow.blocks.size(); ++i) {
    Block& block = flow.blocks[i];
    if (tagged && block.language.empty()) block.language = std::string(language);
    if (block.direction == Direction::inherit) block.direction = direction;
  }
}

}  // namespace pressmark::html
