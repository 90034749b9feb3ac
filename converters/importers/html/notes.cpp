#include "converters/importers/html/notes.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "converters/common/url.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/loose_notes.h"
#include "converters/importers/html/note_words.h"
#include "converters/importers/html/words.h"
#include "core/base/utf8.h"

namespace pressmark::html {
namespace {

// Where each subtree ends: the index of the first node behind it.
std::vector<int> find_subtree_ends(const Dom& dom) {
  std::vector<int> ends(dom.size(), static_cast<int>(dom.size()));
  for (const Node* at = dom.root(); at != nullptr; at = next_in_order(at, dom.root())) {
    const Node* after = next_after_subtree(at, dom.root());
    if (after != nullptr) ends[at->index] = after->index;
  }
  return ends;
}

struct Reference {
  const Node* link;
  const Node* target;
  std::string fragment;
  std::string mark;
};

class NoteFinder {
 public:
  NoteFinder(const Dom& dom, const Article& article, std::string_view page_url)
      : dom_(dom), article_(article), page_url_(page_url), ends_(find_subtree_ends(dom)) {
    table_.reference.assign(dom.size(), -1);
    table_.taken.assign(dom.size(), false);
    table_.dropped.assign(dom.size(), false);
  }

  NoteTable run() {
    collect_places();
    for (const Node* part : article_.parts) collect_references(part);
    drop_references_inside_notes();
    count_targets();
    for (const Reference& reference : references_) place(reference);
    for (const Node* part : article_.parts) collect_inline_notes(part);
    place_loose_notes();
    clean_up();
    return std::move(table_);
  }

 private:
  void collect_places() {
    for (const Node* at = dom_.root(); at != nullptr; at = next_in_order(at, dom_.root())) {
      if (at->type != NodeType::element) continue;
      const std::string_view id = at->attribute("id");
      if (!id.empty()) places_.emplace(id, at);
      const std::string_view name = at->is("a") ? at->attribute("name") : std::string_view();
      if (!name.empty()) places_.emplace(name, at);
    }
  }

  const Node* find_place(const std::string& fragment) const {
    const auto found = places_.find(fragment);
    return found == places_.end() ? nullptr : found->second;
  }

  void collect_references(const Node* part) {
    for (const Node* at = part; at != nullptr;) {
      if (article_.left_out[at->index]) {
        at = next_after_subtree(at, part);
        continue;
      }
      if (at->is("a")) consider(at);
      at = next_in_order(at, part);
    }
  }

  void consider(const Node* link) {
    std::string fragment = own_fragment(link->attribute("href"), page_url_);
    // A saved page may link to itself by an address that nothing tells to be its own.
    if (fragment.empty()) fragment = note_fragment(link->attribute("href"));
    if (fragment.empty() || is_back_link(link)) return;
    const Node* target = find_place(fragment);
    if (target == nullptr || target->index <= link->index || is_within(link, target)) return;
    if (heading_level(target) > 0 || closest_heading(target) != nullptr) return;
    std::optional<std::string> mark = read_mark(collapsed_text(link));
    const bool named = is_named_reference(link);
    if (!mark && !named) return;
    if (!named && !is_raised(link) && !is_note_id(fragment)) return;
    references_.push_back({link, target, fragment, mark.value_or("")});
  }

  // The fragment of a link to any page, where this page has a note of that id.
  std::string note_fragment(std::string_view href) const {
    const std::size_t hash = href.find('#');
    if (hash == std::string_view::npos || hash + 1 >= href.size()) return {};
    const std::string fragment(trim(href.substr(hash + 1)));
    const Node* place = find_place(fragment);
    return place != nullptr && is_note_id(fragment) && is_note_item(place) ? fragment
                                                                           : std::string();
  }

  static const Node* closest_heading(const Node* node) {
    while (node != nullptr && heading_level(node) == 0) node = node->parent;
    return node;
  }

  // Whether the link is set as a superscript: in one, or around one that holds all its text.
  static bool is_raised(const Node* link) {
    const Node* up = link->parent;
    for (int i = 0; i < 3 && up != nullptr && !is_block_element(up); ++i, up = up->parent) {
      if (up->is("sup")) return true;
    }
    const Node* inner = only_child(link);
    while (inner != nullptr && !inner->is("sup")) inner = only_child(inner);
    return inner != nullptr;
  }

  // A note refers to others by links that are no marks of the text, unless only they do.
  void drop_references_inside_notes() {
    std::vector<int> targets;
    for (const Reference& reference : references_) targets.push_back(reference.target->index);
    std::sort(targets.begin(), targets.end());
    std::erase_if(references_, [&](const Reference& reference) {
      for (const Node* up = reference.link; up != nullptr && !article_root(up); up = up->parent) {
        if (std::binary_search(targets.begin(), targets.end(), up->index)) return true;
      }
      return false;
    });
  }

  bool article_root(const Node* node) const {
    return std::find(article_.parts.begin(), article_.parts.end(), node) != article_.parts.end();
  }

  void count_targets() {
    target_sums_.assign(dom_.size() + 1, 0);
    reference_sums_.assign(dom_.size() + 1, 0);
    for (const Reference& reference : references_) {
      target_sums_[reference.target->index + 1] = 1;
      reference_sums_[reference.link->index + 1] = 1;
    }
    for (std::size_t i = 1; i < target_sums_.size(); ++i) {
      target_sums_[i] += target_sums_[i - 1];
      reference_sums_[i] += reference_sums_[i - 1];
    }
  }
  int targets_in(const Node* node) const {
    return target_sums_[ends_[node->index]] - target_sums_[node->index];
  }
  int references_in(const Node* node) const {
    return reference_sums_[ends_[node->index]] - reference_sums_[node->index];
  }

  void place(const Reference& reference) {
    const auto known = by_target_.find(reference.target);
    if (known != by_target_.end()) {
      if (known->second >= 0) refer(reference, known->second);
      return;
    }
    NoteBody body;
    body.mark = reference.mark;
    body.fragment = reference.fragment;
    const Node* root = find_body(reference.target, body.nodes);
    if (root == nullptr || !has_content(body.nodes)) {
      by_target_[reference.target] = -1;
      return;
    }
    const int number = static_cast<int>(table_.bodies.size());
    by_target_[reference.target] = number;
    table_.bodies.push_back(std::move(body));
    for (const Node* node : table_.bodies.back().nodes) {
      table_.taken[node->index] = true;
      take_back_links(node);
    }
    if (roots_.empty() || roots_.back() != root) roots_.push_back(root);
    refer(reference, number);
  }

  void refer(const Reference& reference, int number) {
    ++table_.bodies[number].references;
    table_.reference[outermost_mark(reference.link)->index] = number;
  }

  const Node* outermost_mark(const Node* mark) const {
    // The mark is the outermost element that shows nothing but the link: sup, brackets in spans.
    while (mark->parent != nullptr && !is_block_element(mark->parent) &&
           only_child(mark->parent) == mark && !article_root(mark->parent)) {
      mark = mark->parent;
    }
    return mark;
  }

  // Marked ones are known by then; what is left pairs by number.
  void place_loose_notes() {
    std::vector<bool> passed = table_.taken;
    for (std::size_t i = 0; i < passed.size(); ++i)
      passed[i] = passed[i] || table_.reference[i] >= 0;
    for (const LooseNote& loose :
         find_loose_notes(dom_, article_.parts, article_.left_out, passed)) {
      NoteBody body;
      body.mark = loose.number;
      body.references = 1;
      for (const Node* child = loose.body->first_child; child != nullptr; child = child->next) {
        body.nodes.push_back(child);
      }
      if (!has_content(body.nodes)) continue;
      add_list_continuation(loose.body, body.nodes);
      if (loose.repeated != nullptr) table_.dropped[loose.repeated->index] = true;
      for (const Node* node : body.nodes) {
        if (!is_within(node, loose.body)) table_.taken[node->index] = true;
        take_back_links(node);
      }
      table_.taken[loose.body->index] = true;
      table_.reference[outermost_mark(loose.mark)->index] = static_cast<int>(table_.bodies.size());
      table_.bodies.push_back(std::move(body));
      roots_.push_back(loose.body->parent);
    }
  }

  // Lists, quotations and code directly behind the first paragraph of a note.
  void add_list_continuation(const Node* block, std::vector<const Node*>& nodes) const {
    if (!block->is("p")) return;
    for (const Node* next = next_visible(block);
         next != nullptr && (next->is("ul") || next->is("ol") || next->is("pre"));
         next = next_visible(next)) {
      nodes.push_back(next);
    }
  }

  // Finds what belongs to the note and returns the element that holds it, which is left when all
  // its notes are taken; null where the target is no note.
  const Node* find_body(const Node* target, std::vector<const Node*>& nodes) {
    const Node* block = target;
    while (block != nullptr && !is_block_element(block)) block = block->parent;
    if (block == nullptr || block->is("body") || block->is("html")) return nullptr;
    if (block->is("dt")) return definition(block, nodes);
    if (references_in(block) > 0) return nullptr;
    if (targets_in(block) > 1) {
      if (block == target) return nullptr;
      return segment(target, block, nodes);
    }
    while (block->parent != nullptr && is_note_item(block->parent) &&
           targets_in(block->parent) == 1 && references_in(block->parent) == 0) {
      block = block->parent;
    }
    if (block->is("td") || block->is("th")) block = block->parent;
    for (const Node* child = block->first_child; child != nullptr; child = child->next) {
      nodes.push_back(child);
    }
    add_continuation(block, nodes);
    return block;
  }

  // <dt id="n1">1</dt><dd>the note</dd>
  static const Node* definition(const Node* term, std::vector<const Node*>& nodes) {
    for (const Node* next = term->next; next != nullptr && !next->is("dt"); next = next->next) {
      if (!next->is("dd")) continue;
      for (const Node* child = next->first_child; child != nullptr; child = child->next) {
        nodes.push_back(child);
      }
    }
    return term->parent;
  }

  // Several notes in one block, one after the other: from this target to the next.
  const Node* segment(const Node* target, const Node* block, std::vector<const Node*>& nodes) {
    const Node* child = target;
    while (child->parent != block) child = child->parent;
    if (targets_in(child) > 1) return nullptr;
    nodes.push_back(child);
    for (child = child->next; child != nullptr && targets_in(child) == 0; child = child->next) {
      nodes.push_back(child);
    }
    return block;
  }

  // Paragraphs that follow a note's first one and are no note of their own, in a list of notes.
  void add_continuation(const Node* block, std::vector<const Node*>& nodes) const {
    const Node* parent = block->parent;
    if (parent == nullptr || !block->is("p") || !is_note_list(parent) || targets_in(parent) < 2) {
      return;
    }
    for (const Node* next = block->next; next != nullptr && targets_in(next) == 0;
         next = next->next) {
      if (next->type == NodeType::element && !next->is("p") && !next->is("blockquote") &&
          !next->is("ul") && !next->is("ol")) {
        break;
      }
      nodes.push_back(next);
    }
  }

  bool has_content(const std::vector<const Node*>& nodes) const {
    return std::any_of(nodes.begin(), nodes.end(), [&](const Node* node) {
      for (const Node* at = node; at != nullptr;) {
        if (at->is("a") && (is_back_link(at) || leads_back(at))) {
          at = next_after_subtree(at, node);
          continue;
        }
        if (at->is("img")) return true;
        if (at->type == NodeType::text && !is_blank(at->text) && !read_mark(at->text)) return true;
        at = next_in_order(at, node);
      }
      return false;
    });
  }

  // Whether a link of a note leads to a mark in the text before it.
  bool leads_back(const Node* link) const {
    const std::string fragment = own_fragment(link->attribute("href"), page_url_);
    if (fragment.empty()) return false;
    const Node* place = find_place(fragment);
    if (place == nullptr) return is_back_reference_id(fragment);
    if (place->index >= link->index) return false;
    if (is_back_reference_id(fragment)) return true;
    const std::optional<std::string> mark = read_mark(collapsed_text(link));
    if (!mark) return false;
    // The mark itself, around it or beside it; never a whole section with many marks.
    const Node* around = is_block_element(place) ? place : place->parent;
    return references_in(place) > 0 || (around != nullptr && references_in(around) > 0);
  }

  void take_back_links(const Node* node) {
    for (const Node* at = node; at != nullptr; at = next_in_order(at, node)) {
      if (!at->is("a") || !(is_back_link(at) || leads_back(at))) continue;
      const Node* outer = at;
      while (outer != node && outer->parent != nullptr && outer->parent != node &&
             only_child(outer->parent) == outer) {
        outer = outer->parent;
      }
      table_.dropped[outer->index] = true;
    }
  }

  // Notes that stand where their mark is: Tufte's margin notes and their kin.
  void collect_inline_notes(const Node* part) {
    for (const Node* at = part; at != nullptr;) {
      if (article_.left_out[at->index] || table_.taken[at->index]) {
        at = next_after_subtree(at, part);
        continue;
      }
      if (!is_inline_note(at) || is_blank(text_content(at))) {
        at = next_in_order(at, part);
        continue;
      }
      if (follows_reference(at)) {
        table_.taken[at->index] = true;
        at = next_after_subtree(at, part);
        continue;
      }
      NoteBody body;
      body.references = 1;
      for (const Node* child = at->first_child; child != nullptr; child = child->next) {
        body.nodes.push_back(child);
      }
      table_.reference[at->index] = static_cast<int>(table_.bodies.size());
      take_mark_before(at, body.mark);
      table_.bodies.push_back(std::move(body));
      at = next_after_subtree(at, part);
    }
  }

  // Whether the mark before it has its note elsewhere: then the page shows the note twice.
  bool follows_reference(const Node* note) const {
    const Node* before = previous_visible(note);
    for (const Node* at = before; at != nullptr; at = next_in_order(at, before)) {
      if (table_.reference[at->index] >= 0) return true;
    }
    return false;
  }

  // The mark of a margin note: a label or superscript directly before it.
  void take_mark_before(const Node* note, std::string& mark) {
    const Node* before = previous_visible(note);
    if (before == nullptr || before->type != NodeType::element) return;
    if (!before->is("label") && !before->is("sup") && !before->is("a")) return;
    const std::string words = collapsed_text(before);
    const std::optional<std::string> found = read_mark(words);
    if (!words.empty() && !found && !before->is("label")) return;
    table_.dropped[before->index] = true;
    mark = found.value_or("");
  }

  // Leaves out elements that have nothing but notes that are taken, with the heading and the rule
  // before them. Inner elements come first: in document order backwards.
  void clean_up() {
    std::vector<const Node*> holders;
    std::vector<bool> seen(dom_.size(), false);
    for (const Node* root : roots_) {
      for (const Node* at = root; at != nullptr && !seen[at->index] && !article_root(at);
           at = at->parent) {
        seen[at->index] = true;
        holders.push_back(at);
      }
    }
    std::sort(holders.begin(), holders.end(),
              [](const Node* a, const Node* b) { return a->index > b->index; });
    for (const Node* holder : holders) {
      if (is_all_taken(holder)) table_.taken[holder->index] = true;
    }
    for (const Node* part : article_.parts) {
      if (!roots_.empty()) take_title_before(part);
    }
  }

  bool is_all_taken(const Node* node) {
    std::vector<const Node*> titles;
    for (const Node* child = node->first_child; child != nullptr; child = child->next) {
      if (table_.taken[child->index] || is_invisible(child)) continue;
      if (child->type == NodeType::text && is_blank(child->text)) continue;
      if (child->type == NodeType::text && read_mark(collapse_space(child->text))) continue;
      if (child->is("hr") || child->is("br") || child->is("dt")) continue;
      if (is_note_title(child)) {
        titles.push_back(child);
        continue;
      }
      take_title_before(node);
      return false;
    }
    for (const Node* title : titles) table_.taken[title->index] = true;
    return true;
  }

  // In an element that keeps other matter: headings of notes that nothing follows any more.
  void take_title_before(const Node* node) {
    const Node* title = nullptr;
    for (const Node* child = node->first_child; child != nullptr; child = child->next) {
      if (is_invisible(child) || (child->type == NodeType::text && is_blank(child->text))) continue;
      if (table_.taken[child->index]) {
        if (title != nullptr && is_last_before_heading(child)) table_.taken[title->index] = true;
        continue;
      }
      title = is_note_title(child) || (child->is("hr") && title == nullptr) ? child : nullptr;
    }
  }

  bool is_last_before_heading(const Node* node) const {
    for (const Node* next = node->next; next != nullptr; next = next->next) {
      if (heading_level(next) > 0) return true;
      if (is_invisible(next) || table_.taken[next->index]) continue;
      if (next->type == NodeType::text && is_blank(next->text)) continue;
      return false;
    }
    return true;
  }

  const Dom& dom_;
  const Article& article_;
  std::string_view page_url_;
  std::vector<int> ends_;
  std::unordered_map<std::string_view, const Node*> places_;
  std::vector<Reference> references_;
  std::map<const Node*, int> by_target_;  // looked up only, never iterated
  std::vector<int> target_sums_;
  std::vector<int> reference_sums_;
  std::vector<const Node*> roots_;
  NoteTable table_;
};

}  // namespace

std::string own_fragment(std::string_view href, std::string_view page_url) {
  href = trim(href);
  const std::size_t hash = href.find('#');
  if (hash == std::string_view::npos) return {};
  const std::string_view before = href.substr(0, hash);
  const std::string_view page = page_url.substr(0, page_url.find('#'));
  if (!before.empty() && (page.empty() || resolve_url(page, before) != page)) return {};
  return utf8::to_text(percent_decode(href.substr(hash + 1)));
}

NoteTable find_notes(const Dom& dom, const Article& article, std::string_view page_url) {
  return NoteFinder(dom, article, page_url).run();
}

void strip_mark(Blocks& content, std::string_view mark) {
  if (content.empty() || mark.empty()) return;
  auto* paragraph = std::get_if<Paragraph>(&content.front().node);
  if (paragraph == nullptr || paragraph->children.empty()) return;
  Inlines& children = paragraph->children;
  Inline& first = children.front();
  if (auto* raised = std::get_if<Styled>(&first.node);
      raised != nullptr && raised->children.size() == 1) {
    const auto* inner = std::get_if<Text>(&raised->children.front().node);
    if (inner != nullptr && read_mark(inner->text) == std::string(mark)) {
      children.erase(children.begin());
      if (children.empty()) return;
      if (auto* rest = std::get_if<Text>(&children.front().node)) {
        rest->text = std::string(trim(rest->text));
        if (rest->text.empty()) children.erase(children.begin());
      }
    }
    return;
  }
  auto* plain = std::get_if<Text>(&first.node);
  if (plain == nullptr) return;
  std::string_view rest = trim(plain->text);
  const bool bracketed = rest.starts_with('[') || rest.starts_with('(');
  if (bracketed) rest.remove_prefix(1);
  if (!rest.starts_with(mark)) return;
  rest.remove_prefix(mark.size());
  const std::size_t before = rest.size();
  while (!rest.empty() && (rest.front() == ']' || rest.front() == ')' || rest.front() == '.' ||
                           rest.front() == ':')) {
    rest.remove_prefix(1);
  }
  // "1. " and "[1]" are marks, "1984 was" is not.
  if (before == rest.size() && !rest.empty() && !is_space(rest.front())) return;
  if (before == rest.size() && is_digit(mark.front()) && !bracketed && !rest.empty() &&
      mark.size() > 2) {
    return;
  }
  const std::string kept(rest.substr(rest.find_first_not_of(' ') == std::string_view::npos
                                         ? rest.size()
                                         : rest.find_first_not_of(' ')));
  if (kept.empty()) {
    if (children.size() > 1) children.erase(children.begin());
  } else {
    plain->text = kept;
  }
}

}  // namespace pressmark::html
