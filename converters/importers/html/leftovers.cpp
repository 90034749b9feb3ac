#include "converters/importers/html/leftovers.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "converters/importers/html/article_zone.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/front_lines.h"
#include "converters/importers/html/leftover_lines.h"
#include "converters/importers/html/page_signals.h"

namespace pressmark::html {
namespace {

constexpr int most_words_of_menu_line = 6;
constexpr int most_items_of_page_list = 8;
// The model's verdict below which a block of a bare page is not taken for text.
constexpr float doubtful = 0.5F;
constexpr double mostly_links = 0.9;

// Figures and players are content whatever they stand in; a cell without text has its place.
bool holds_media(const Node* node) {
  if (node->is("td") || node->is("th")) return true;
  constexpr std::array<std::string_view, 6> names = {"figure", "iframe", "video",
                                                     "audio",  "object", "embed"};
  return std::ranges::any_of(names, [&](std::string_view name) {
    return node->is(name) || find_descendant(node, name) != nullptr;
  });
}

class Leftovers {
 public:
  explicit Leftovers(Article& article) : article_(article), blocks_(*article.blocks) {}

  void run() {
    const int count = static_cast<int>(blocks_.all().size());
    int last_prose = count;
    for (int i = 0; i < count; ++i) {
      if (kept(i) && at(i).is_prose() && !is_notice_of_rights(at(i).text, false)) last_prose = i;
    }
    const bool whole = article_.strategy == "whole";
    for (int i = 0; i < count; ++i) {
      if (!kept(i)) continue;
      const bool button = at(i).link_density() >= 1 && is_word_for_sharing(at(i).text);
      const bool line = !is_part_of_structure(i) && (button || is_leftover_line(at(i).text));
      const bool notice = i > last_prose && is_notice_of_rights(at(i).text, i + 1 < count);
      const bool menu = whole && i > last_prose && is_menu_line(i);
      if (line || notice || menu || (whole && is_around_text(i))) drop(i);
    }
    drop_lists_of_page(last_prose);
    drop_teasers();
    drop_last_headings();
    leave_out_blocks(article_, dropped_);
    drop_icons();
    drop_repeated_pictures();
  }

 private:
  const TextBlock& at(int i) const { return blocks_.all()[static_cast<std::size_t>(i)]; }
  bool kept(int i) const { return article_.kept[static_cast<std::size_t>(i)]; }

  void drop(int i) {
    article_.kept[static_cast<std::size_t>(i)] = false;
    dropped_.push_back(i);
  }

  // Words of an interface may be what a list, a table or code of an article is about.
  bool is_part_of_structure(int i) const {
    const Node* owner = at(i).owner;
    return closest(owner, "li") != nullptr || closest(owner, "pre") != nullptr ||
           closest(owner, "td") != nullptr || closest(owner, "dd") != nullptr ||
           closest(owner, "blockquote") != nullptr;
  }

  bool is_around_text(int i) const {
    if (article_.verdicts[static_cast<std::size_t>(i)] >= doubtful) return false;
    const NodeFacts& facts = blocks_.facts(*at(i).owner);
    const auto is_in = [&](Trait trait) {
      return facts.nearest[static_cast<std::size_t>(trait)] != 0;
    };
    return is_in(Trait::advertisement) || is_in(Trait::share) || is_in(Trait::tag_nav);
  }

  // Below the text of a page without surroundings: "Back | Next". Nothing announces it.
  bool is_menu_line(int i) const {
    if (at(i).link_density() < mostly_links || at(i).measure.words > most_words_of_menu_line ||
        is_part_of_structure(i) || heading_level(at(i).owner) > 0 || i == 0) {
      return false;
    }
    int links = 0;
    for (const Node* node = at(i).first; node != nullptr; node = node->next) {
      links += node->is("a") && !node->attribute("href").starts_with('#') ? 1 : 0;
      if (node == at(i).last) break;
    }
    return links > 1 && heading_level(at(i - 1).owner) == 0 && !at(i - 1).text.ends_with(':');
  }

  // Lists of the page's machinery around the text: the way from the site's front page to this one,
  // and lists of nothing but reading time, date and calls to share.
  void drop_lists_of_page(int last_prose) {
    int first_prose = 0;
    const int count = static_cast<int>(blocks_.all().size());
    while (first_prose < count && !(kept(first_prose) && at(first_prose).is_prose())) ++first_prose;
    for (const Node* part : article_.parts) {
      for (const Node* node = next_in_order(part, part); node != nullptr;
           node = next_in_order(node, part)) {
        if (!node->is("ul") && !node->is("ol")) continue;
        const NodeFacts& facts = blocks_.facts(*node);
        if (facts.end - facts.begin < 2 || facts.end - facts.begin > most_items_of_page_list)
          continue;
        const bool above = facts.end <= first_prose;
        const bool below = facts.begin > last_prose;
        if (!(above && is_path_to_page(facts)) &&
            !((above || below) && is_list_of_machinery(facts))) {
          continue;
        }
        for (int i = facts.begin; i < facts.end; ++i) {
          if (kept(i)) drop(i);
        }
      }
    }
  }

  bool is_path_to_page(const NodeFacts& list) const {
    const Node* item = closest(at(list.begin).owner, "li");
    const Node* home = item != nullptr ? find_descendant(item, "a") : nullptr;
    if (home == nullptr || home->attribute("href") != "/") return false;
    for (int i = list.begin; i < list.end - 1; ++i) {
      if (at(i).link_density() < mostly_links || at(i).measure.words > most_words_of_menu_line) {
        return false;
      }
    }
    return at(list.end - 1).link_density() < mostly_links;
  }

  // In a list with a date, "4 min" alone is machinery, too; "Share" beside anything of these.
  bool is_list_of_machinery(const NodeFacts& list) const {
    bool machinery = false;
    int dates = 0;
    int minutes = 0;
    int sharing = 0;
    for (int i = list.begin; i < list.end; ++i) {
      const std::string& text = at(i).text;
      if (is_leftover_line(text)) {
        machinery = true;
      } else if (is_date_line(text)) {
        ++dates;
      } else if (is_word_for_sharing(text)) {
        ++sharing;
      } else if (is_minutes(text)) {
        ++minutes;
      } else {
        return false;
      }
    }
    return machinery || (sharing > 0 && sharing + dates + minutes > 1) ||
           (minutes > 0 && dates > 0);
  }

  // Whether an element is an article of its own with nothing but links to show.
  bool is_teaser(const Node* node) const {
    if (!node->is("article")) return false;
    const NodeFacts& facts = blocks_.facts(*node);
    int words = 0;
    for (int i = facts.begin; i < facts.end; ++i) {
      if (at(i).measure.words > 0 && at(i).link_density() < mostly_links) return false;
      words += at(i).measure.words;
    }
    return words > 0;
  }

  // Links to other articles, two and more in a row, with the heading of the box they stand in and
  // that of the box around it.
  void drop_teasers() {
    for (const Node* part : article_.parts) {
      std::vector<const Node*> boxes = boxes_of_teasers(part);
      for (const Node* box : boxes) drop_teasers_of(box);
      for (int level = 0; level < 2; ++level) {
        std::vector<const Node*> around;
        std::vector<bool> found(blocks_.node_count(), false);
        for (const Node* box : boxes) {
          if (box == part || !drop_headings_of(box)) continue;
          const auto index = static_cast<std::size_t>(box->parent->index);
          if (!found[index]) around.push_back(box->parent);
          found[index] = true;
        }
        boxes = std::move(around);
      }
    }
  }

  // The elements with two teasers in a row, in document order.
  std::vector<const Node*> boxes_of_teasers(const Node* part) const {
    std::vector<const Node*> boxes;
    std::vector<bool> found(blocks_.node_count(), false);  // by the index of the box
    for (const Node* node = next_in_order(part, part); node != nullptr;
         node = next_in_order(node, part)) {
      const auto box = static_cast<std::size_t>(node->parent->index);
      if (found[box] || !is_teaser(node)) continue;
      const Node* next = next_element(node);
      if (next == nullptr || !is_teaser(next)) continue;
      found[box] = true;
      boxes.push_back(node->parent);
    }
    return boxes;
  }

  void drop_teasers_of(const Node* box) {
    for (const Node* child = box->first_child; child != nullptr; child = child->next) {
      if (child->type != NodeType::element || !is_teaser(child)) continue;
      const NodeFacts& facts = blocks_.facts(*child);
      for (int i = facts.begin; i < facts.end; ++i) {
        if (kept(i)) drop(i);
      }
      article_.left_out[static_cast<std::size_t>(child->index)] = true;
    }
  }

  // Whether a box keeps nothing, but for a heading, which is left out.
  bool drop_headings_of(const Node* box) {
    const NodeFacts& facts = blocks_.facts(*box);
    int heading = -1;
    for (int i = facts.begin; i < facts.end; ++i) {
      if (!kept(i)) continue;
      if (heading_level(at(i).owner) == 0) return false;
      heading = i;
    }
    if (heading >= 0) drop(heading);
    return true;
  }

  // Headings at the end head nothing any more: "Related articles".
  void drop_last_headings() {
    for (int i = static_cast<int>(blocks_.all().size()) - 1; i >= 0; --i) {
      if (!kept(i)) continue;
      if (heading_level(at(i).owner) == 0 || !announces_other_articles(at(i).text)) return;
      drop(i);
    }
  }

  // Buttons for sharing that are images, and places for advertisements that stayed empty.
  void drop_icons() {
    for (const Node* part : article_.parts) {
      for (const Node* node = next_in_order(part, part); node != nullptr;
           node = next_in_order(node, part)) {
        const NodeFacts& facts = blocks_.facts(*node);
        if (node->type != NodeType::element || facts.depth == 0 || facts.begin != facts.end) {
          continue;
        }
        const bool named =
            facts.nearest[static_cast<std::size_t>(Trait::share)] == facts.depth ||
            facts.nearest[static_cast<std::size_t>(Trait::advertisement)] == facts.depth;
        if (named && !holds_media(node)) {
          article_.left_out[static_cast<std::size_t>(node->index)] = true;
        }
      }
    }
  }

  // A picture that stands several times in the text with a link is no part of it: the site's own
  // advertisement, an arrow that leads to the top.
  void drop_repeated_pictures() {
    constexpr std::size_t fewest = 3;
    std::unordered_map<std::string, std::vector<const Node*>> links;  // by address and target
    for (const Node* part : article_.parts) {
      const Node* link = nullptr;
      for (const Node* node = part; node != nullptr; node = next_in_order(node, part)) {
        if (node->is("a") && node->has_attribute("href")) link = node;
        if (!node->is("img") || link == nullptr || !is_within(node, link)) continue;
        if (blocks_.mass(*link) > 0 || node->attribute("src").empty()) continue;
        links[std::string(node->attribute("src")) + " " + std::string(link->attribute("href"))]
            .push_back(link);
      }
    }
    for (const auto& [place, same] : links) {
      if (same.size() < fewest) continue;
      for (const Node* link : same) article_.left_out[static_cast<std::size_t>(link->index)] = true;
    }
  }

  Article& article_;
  const TextBlocks& blocks_;
  std::vector<int> dropped_;
};

}  // namespace

void drop_leftovers(Article& article) { Leftovers(article).run(); }

}  // namespace pressmark::html
