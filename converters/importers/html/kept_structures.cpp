#include "converters/importers/html/kept_structures.h"

#include <algorithm>
#include <vector>

#include "converters/importers/html/boxes.h"
#include "converters/importers/html/code.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/note_words.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/pictures.h"
#include "converters/importers/html/text_masses.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

void keep_subtree(const Node* node, Article& article) {
  for (const Node* at = node; at != nullptr; at = next_in_order(at, node)) {
    if (!is_invisible(at) && !at->is("button")) {
      article.left_out[static_cast<std::size_t>(at->index)] = false;
    }
  }
}

// What a node is by its content. Asked of siblings, too: each node is looked into once.
struct Kinds {
  bool known = false;
  bool structure = false;
  bool code = false;
  bool heading = false;
  bool announcement = false;
};

class StructureKeeper {
 public:
  StructureKeeper(const Dom& dom, Article& article)
      : article_(article), masses_(dom.size()), kinds_(dom.size()) {}

  void run() {
    for (const Node* part : article_.parts) {
      masses_.weigh(part, article_.left_out, [&](const Node* node) { return is_refused(node); });
    }
    for (const Node* part : article_.parts) kept_in_all_ += mass(part).kept;
    // What is kept in the first round makes its neighbours stand in text.
    for (int round = 0; round < 2; ++round) {
      for (const Node* part : article_.parts) visit_children(part);
    }
  }

 private:
  bool is_out(const Node* node) const {
    return article_.left_out[static_cast<std::size_t>(node->index)];
  }
  bool is_refused(const Node* node) const {
    const auto index = [](const Node* refused) { return refused->index; };
    return std::ranges::binary_search(article_.refused, node->index, {}, index);
  }
  const TextMass& mass(const Node* node) const { return masses_.of(node); }
  const Node* text_before(const Node* node) const { return masses_.text_before(node); }
  const Node* text_behind(const Node* node) const { return masses_.text_behind(node); }

  const Kinds& kinds(const Node* node) {
    Kinds& found = kinds_[static_cast<std::size_t>(node->index)];
    if (!found.known) {
      found = {true, is_structure(node), shows_code(node), heading_of(node) != nullptr,
               announces(node)};
    }
    return found;
  }

  void visit_children(const Node* parent) {
    for (const Node* child = parent->first_child; child != nullptr; child = child->next) {
      if (child->type != NodeType::element || is_invisible(child)) continue;
      const TextMass& own = mass(child);
      if (own.kept > 0) {
        const double share =
            child->is("table") && is_data(child) && stands_in_text(outermost_box(child))
                ? 0
                : share_that_keeps(child);
        if (share * static_cast<double>(own.all) <= static_cast<double>(own.kept)) {
          keep(child);
        } else {
          visit_children(child);
        }
      } else if (!is_out(child)) {
        visit_children(child);
      } else {
        judge_left_out(child);
      }
    }
  }

  void judge_left_out(const Node* node) {
    const bool whole = kinds(node).structure || is_announced_list(node);
    if ((whole || kinds(node).code) && stands_in_text(node)) {
      if (whole) {
        keep(node);
      } else {
        keep_code(node);
      }
    } else if ((stands_among_text(node, node->parent) && is_picture(node)) ||
               (kinds(node).heading && (heads_kept_text(node) || heads_sources(node)))) {
      keep(node);
    } else if (const Node* heading = heading_of_entry(node)) {
      keep_alone(heading, node);
    }
  }

  // The share of an element's text from which all of it is kept; above 1: never.
  double share_that_keeps(const Node* node) const {
    if (node->is("pre") || node->is("math")) return 0;
    if (is_frame(node)) return 2;
    if (node->is("table") && find_descendant(node, "table") == nullptr) {
      return find_descendant(node, "th") != nullptr ? 0.1 : 0.3;
    }
    if (node->is("table") && has_head(node)) return 0.5;
    if (node->is("dl") || node->is("blockquote")) return 0.5;
    if (node->is("ul") || node->is("ol")) return 0.8;
    return 2;
  }

  // Whether a table marks its first rows as its head. One that does has data even where a cell
  // holds another table; others that hold tables may just arrange the page.
  static bool has_head(const Node* table) {
    for (const Node* child = table->first_child; child != nullptr; child = child->next) {
      if (child->is("thead")) return true;
    }
    return false;
  }

  // A table of paragraphs that holds most of the article arranges the page: its cells are no data.
  bool is_frame(const Node* node) const {
    return node->is("table") && find_descendant(node, "th") == nullptr &&
           find_descendant(node, "p") != nullptr &&
           static_cast<double>(mass(node).kept) >
               share_of_frame * static_cast<double>(kept_in_all_);
  }

  static bool is_foreign(const Node* node) {
    return node->is("nav") || node->is("footer") || node->is("header") || node->is("form");
  }

  // A box that names itself a callout, or what can be unfolded; no form and no list of links.
  bool is_box(const Node* node) const {
    return (node->is("details") || aside_kind(node) == AsideKind::callout) &&
           find_descendant(node, "form") == nullptr && 2 * linked_mass(node) < mass(node).all;
  }

  // What holds code, a table of data or a formula and little else, and boxes of the text.
  bool is_structure(const Node* node) const {
    if (is_foreign(node)) return false;
    if (is_box(node)) return true;
    if (node->is("aside")) return false;
    for (int level = 0; level < most_boxes && node != nullptr; ++level, node = content_of(node)) {
      if (node->is("pre") || node->space == Namespace::mathml) return true;
      if (node->is("table")) return is_data(node);
    }
    return false;
  }

  // The largest element around a node that holds no other text.
  const Node* outermost_box(const Node* node) const {
    while (!is_part(node) && mass(node->parent).all == mass(node).all) node = node->parent;
    return node;
  }

  // The child of a box that has all of its text; of a figure, all but the caption.
  const Node* content_of(const Node* box) const {
    std::size_t caption = 0;
    for (const Node* child = box->first_child; child != nullptr && box->is("figure");
         child = child->next) {
      if (child->is("figcaption")) caption += mass(child).all;
    }
    for (const Node* child = box->first_child; child != nullptr; child = child->next) {
      if (child->is("figcaption") || mass(child).all == 0) continue;
      return mass(child).all + caption == mass(box).all ? child : nullptr;
    }
    return nullptr;
  }

  static bool is_code(const Node* node) { return node->is("pre") || is_code_table(node); }

  // Whether most of the text of a box is code: beside it are the names of tabs and files.
  bool shows_code(const Node* box) const {
    if (is_foreign(box) || box->is("aside")) return false;
    std::size_t code = 0;
    for (const Node* at = box; at != nullptr;) {
      if (is_code(at)) {
        code += mass(at).all;
        at = next_after_subtree(at, box);
      } else {
        at = next_in_order(at, box);
      }
    }
    return 2 * code > mass(box).all;
  }

  // Keeps the code of a box, but for what it hides: the same in another language.
  void keep_code(const Node* box) {
    std::size_t kept = 0;
    for (const Node* at = box; at != nullptr;) {
      if (at->has_attribute("hidden")) {
        at = next_after_subtree(at, box);
        continue;
      }
      article_.left_out[static_cast<std::size_t>(at->index)] =
          at->type == NodeType::text || is_invisible(at);
      if (is_code(at)) {
        keep(at);
        kept += mass(at).kept;
        at = next_after_subtree(at, box);
      } else {
        at = next_in_order(at, box);
      }
    }
    masses_.set_kept(box, kept);
  }

  std::size_t linked_mass(const Node* node) const {
    std::size_t linked = 0;
    for (const Node* at = node; at != nullptr; at = next_in_order(at, node)) {
      if (at->is("a")) linked += mass(at).all;
    }
    return linked;
  }

  bool is_data(const Node* table) const {
    return find_descendant(table, "table") == nullptr && !is_frame(table) &&
           (find_descendant(table, "th") != nullptr || is_grid(table));
  }

  // A table of data of the text, whatever the finder thought of its cells.
  bool is_table_in_text(const Node* node) {
    return node->is("table") && is_data(node) && 2 * linked_mass(node) < mass(node).all &&
           stands_in_text(outermost_box(node));
  }

  // Whether a table has several rows of several cells each, most of their text no links.
  bool is_grid(const Node* table) const {
    std::size_t rows = 0;
    std::size_t cells = 0;
    for (const Node* at = table; at != nullptr; at = next_in_order(at, table)) {
      if (at->is("tr")) ++rows;
      if (at->is("td")) ++cells;
    }
    return rows >= 2 && cells >= 2 * rows && 2 * linked_mass(table) < mass(table).all;
  }

  // The heading that a node is, or that is all it holds; null where it is a link. A link to itself
  // that shows no words is none.
  const Node* heading_of(const Node* node) const {
    for (int level = 0; level < most_boxes && node != nullptr; ++level, node = content_of(node)) {
      if (heading_level(node) == 0) continue;
      for (const Node* at = node; at != nullptr; at = next_in_order(at, node)) {
        if (at->is("a") && !comparable(text_content(at)).empty()) return nullptr;
      }
      return node;
    }
    return nullptr;
  }

  // Whether most of what stands directly behind the heading is kept, and text before it. The first
  // one of all may be a deck or a date: it has to have fellows, or to head a section or a list.
  bool heads_kept_text(const Node* node) {
    const Node* after = text_behind(node);
    if (mass(node).all == 0 || after == nullptr || mass(after).kept == 0) return false;
    if (2 * mass(after).kept < mass(after).all && !kinds(after).code) return false;
    const Node* before = text_before(node);
    if (before != nullptr) return mass(before).kept > 0;
    if (node->parent->is("section") || node->parent->is("figcaption")) return true;
    if (after->is("ul") || after->is("ol")) return true;
    for (const Node* next = after; next != nullptr; next = text_behind(next)) {
      if (next->name == node->name && mass(next).kept > 0) return heading_level(node) > 0;
    }
    return false;
  }

  // The heading in the head of an entry, beside its time and its author: where the text of the
  // entry behind the head is kept, and that of another entry of the kind. Null: none.
  const Node* heading_of_entry(const Node* head) const {
    constexpr std::size_t longest_head = 300;
    const Node* entry = head->parent;
    const Node* behind = text_behind(head);
    if (!head->is("header") && !head->is("div")) return nullptr;
    if (mass(head).all > longest_head || text_before(head) != nullptr || behind == nullptr ||
        2 * mass(behind).kept < mass(behind).all || !has_kept_fellow(entry)) {
      return nullptr;
    }
    const Node* found = nullptr;
    for (const Node* at = head; at != nullptr; at = next_in_order(at, head)) {
      if (heading_level(at) == 0) continue;
      if (found != nullptr) return nullptr;
      found = heading_of(at);
    }
    return found;
  }

  bool has_kept_fellow(const Node* entry) const {
    const auto is_fellow = [&](const Node* node) {
      return node != nullptr && node->name == entry->name &&
             node->attribute("class") == entry->attribute("class") && mass(node).kept > 0;
    };
    return is_fellow(text_before(entry)) || is_fellow(text_behind(entry));
  }

  // Keeps an element within a box, and nothing else of the box.
  void keep_alone(const Node* node, const Node* box) {
    for (const Node* at = box; at != nullptr; at = next_in_order(at, box))
      article_.left_out[static_cast<std::size_t>(at->index)] = !is_within(node, at);
    keep(node);
    masses_.set_kept(box, mass(node).all);
  }

  // Whether a heading behind kept text says that a list of the article's sources follows: texts and
  // addresses elsewhere, which look like a list of other texts.
  bool heads_sources(const Node* node) const {
    const Node* before = text_before(node);
    const Node* behind = text_behind(node);
    if (before == nullptr || mass(before).kept == 0 || behind == nullptr) return false;
    const bool list = behind->is("ul") || behind->is("ol");
    return list && is_source_title(node);
  }

  // Whether a list that was left out is announced, and is none that leads to the page's parts.
  bool is_announced_list(const Node* node) {
    if (!node->is("ul") && !node->is("ol")) return false;
    if (is_refused(node)) return false;
    const Node* before = text_before(node);
    return before != nullptr && mass(before).kept > 0 && kinds(before).announcement;
  }

  // A heading, or what ends with a colon.
  static bool announces(const Node* node) {
    if (heading_level(node) > 0) return true;
    const std::string text = collapsed_text(node);
    return text.ends_with(':') || text.ends_with("\uFF1A");
  }

  // Whether it is what a caption that is kept speaks of.
  bool has_kept_caption(const Node* node) const {
    if (!node->parent->is("figure")) return false;
    for (const Node* child = node->parent->first_child; child != nullptr; child = child->next) {
      if (child->is("figcaption") && mass(child).kept > 0) return true;
    }
    return false;
  }

  // Whether the text before it, or before its heading, is kept, and the text behind it, or a
  // heading or nothing stands there; or its caption is kept.
  bool stands_in_text(const Node* node) {
    if (has_kept_caption(node)) return true;
    const Node* before = text_before(node);
    if (before != nullptr && mass(before).kept == 0 && kinds(before).heading) {
      before = text_before(before);
    }
    if (before == nullptr || mass(before).kept == 0) return false;
    const Node* after = text_behind(node);
    if (after == nullptr || mass(after).kept > 0) return true;
    const Kinds& next = kinds(after);
    if (next.structure || next.code || next.heading) return true;
    // Among teasers and the like a box of the text is known by the text behind them.
    if (!is_box(node)) return false;
    for (int passed = 0; passed < most_passed && after != nullptr && mass(after).kept == 0;
         ++passed) {
      after = text_behind(after);
    }
    return after != nullptr && mass(after).kept > 0;
  }

  // Whether most of the text in the box around it is kept; boxes that hold no more than other
  // captions are passed.
  bool stands_among_text(const Node* node, const Node* around) const {
    constexpr std::size_t captions = 200;
    while (around->parent != nullptr && mass(around).all < mass(node).all + captions &&
           !is_part(around)) {
      around = around->parent;
    }
    return mass(around).kept > 0 && 2 * mass(around).kept >= mass(around).all;
  }

  bool is_part(const Node* node) const {
    return std::find(article_.parts.begin(), article_.parts.end(), node) != article_.parts.end();
  }

  void keep(const Node* node) {
    keep_subtree(node, article_);
    masses_.set_kept(node, mass(node).all);  // for what follows
  }

  static constexpr int most_boxes = 6;    // around one thing
  static constexpr int most_passed = 40;  // siblings that are no text of the article
  static constexpr double share_of_frame = 0.7;

  Article& article_;
  TextMasses masses_;
  std::vector<Kinds> kinds_;  // by Node::index
  std::size_t kept_in_all_ = 0;
};

}  // namespace

void keep_structures(const Dom& dom, Article& article) { StructureKeeper(dom, article).run(); }

void keep_notes(const NoteTable& notes, Article& article) {
  for (const NoteBody& body : notes.bodies) {
    for (const Node* node : body.nodes) keep_subtree(node, article);
  }
}

}  // namespace pressmark::html
