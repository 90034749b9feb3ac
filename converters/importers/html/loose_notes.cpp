#include "converters/importers/html/loose_notes.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include "converters/importers/html/elements.h"
#include "converters/importers/html/note_words.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

const Node* block_of(const Node* node) {
  while (node != nullptr && !is_block_element(node)) node = node->parent;
  return node;
}

// Whether nothing that can be seen stands before the node in its block.
bool begins_block(const Node* node, const Node* block) {
  for (const Node* at = node; at != nullptr && at != block; at = at->parent) {
    if (previous_visible(at) != nullptr) return false;
  }
  return true;
}

bool is_numbered(std::string_view mark) {
  return !mark.empty() && (is_digit(mark.front()) ||
                           static_cast<unsigned char>(mark.front()) >= 0x80 || mark.front() == '*');
}

// The mark that an element shows and nothing else: superscripts, and links to notes whose place is
// missing.
std::optional<std::string> mark_of(const Node* node) {
  const bool raised = node->is("sup");
  const bool link = node->is("a") && node->attribute("href").find('#') != std::string_view::npos;
  if (!raised && !link) return std::nullopt;
  if (link) {
    const std::string_view href = node->attribute("href");
    const std::string_view fragment = href.substr(href.find('#') + 1);
    if (!is_note_id(fragment) && !is_back_reference_id(fragment)) return std::nullopt;
  }
  std::optional<std::string> mark = read_mark(collapsed_text(node));
  if (!mark || !is_numbered(*mark)) return std::nullopt;
  return mark;
}

class LooseFinder {
 public:
  LooseFinder(const std::vector<bool>& left_out, const std::vector<bool>& taken)
      : left_out_(left_out), taken_(taken) {}

  void collect(const Node* part) {
    for (const Node* at = part; at != nullptr;) {
      if (left_out_[at->index] || taken_[at->index]) {
        at = next_after_subtree(at, part);
        continue;
      }
      if (at->type == NodeType::element && visit(at)) {
        at = next_after_subtree(at, part);
        continue;
      }
      at = next_in_order(at, part);
    }
  }

  // Items of lists of notes, by their number.
  void collect_lists(const Node* top) {
    for (const Node* at = top; at != nullptr; at = next_in_order(at, top)) {
      if (!at->is("ol") || taken_[at->index] || !is_list_of_notes(at)) continue;
      int number = parse_integer(at->attribute("start"), 0, 100000, 1);
      for (const Node* item = at->first_child; item != nullptr; item = item->next) {
        if (!item->is("li")) continue;
        if (!taken_[item->index]) bodies_.push_back({item, nullptr, std::to_string(number)});
        ++number;
      }
    }
  }

  std::vector<LooseNote> pair() {
    std::stable_sort(bodies_.begin(), bodies_.end(),
                     [](const Body& a, const Body& b) { return a.block->index < b.block->index; });
    std::vector<LooseNote> notes;
    for (const Body& body : bodies_) {
      std::deque<const Node*>& waiting = marks_[body.number];
      if (waiting.empty() || waiting.front()->index >= body.block->index ||
          is_within(waiting.front(), body.block)) {
        continue;
      }
      notes.push_back({waiting.front(), body.block, body.repeated, body.number});
      waiting.pop_front();
    }
    return notes;
  }

 private:
  struct Body {
    const Node* block;
    const Node* repeated;
    std::string number;
  };

  // Whether the node was a mark in the text or at the beginning of a note.
  bool visit(const Node* node) {
    std::optional<std::string> mark = mark_of(node);
    const bool strong = node->is("strong") || node->is("b");
    if (!mark && strong) mark = read_mark(collapsed_text(node));
    if (!mark || !is_numbered(*mark)) return false;
    const Node* block = block_of(node);
    if (block == nullptr || heading_level(block) > 0 || block->is("td") || block->is("th")) {
      return false;
    }
    if (!begins_block(node, block)) {
      if (!strong) marks_[*mark].push_back(node);
      return !strong;
    }
    // A number in bold letters begins a note only behind a rule.
    if (strong && !follows_rule(block)) return false;
    if (!block->is("p") && !block->is("div") && !block->is("li") && !block->is("dd")) return false;
    bodies_.push_back({block, node, *mark});
    return true;
  }

  static bool follows_rule(const Node* block) {
    for (const Node* at = block->previous; at != nullptr; at = at->previous) {
      if (at->is("hr")) return true;
      if (heading_level(at) > 0) return false;
    }
    return false;
  }

  static bool is_list_of_notes(const Node* list) {
    if (is_note_list(list)) return true;
    const Node* holder = list->parent;
    if (holder == nullptr) return false;
    if (holder->is("aside") && only_child(holder) == list) return true;
    if (is_note_list(holder) && !holder->is("body")) return true;
    const Node* before = previous_visible(list);
    return before != nullptr && is_note_title(before) && heading_level(before) > 0;
  }

  const std::vector<bool>& left_out_;
  const std::vector<bool>& taken_;
  std::map<std::string, std::deque<const Node*>> marks_;
  std::vector<Body> bodies_;
};

}  // namespace

std::vector<LooseNote> find_loose_notes(const Dom& dom, const std::vector<const Node*>& parts,
                                        const std::vector<bool>& left_out,
                                        const std::vector<bool>& taken) {
  LooseFinder finder(left_out, taken);
  for (const Node* part : parts) finder.collect(part);
  finder.collect_lists(dom.root());
  return finder.pair();
}

}  // namespace pressmark::html
