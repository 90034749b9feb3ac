#include "converters/importers/html/lead_picture.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "converters/importers/html/elements.h"
#include "converters/importers/html/image_loader.h"
#include "converters/importers/html/name_tokens.h"
#include "converters/importers/html/page_signals.h"
#include "converters/importers/html/pictures.h"

namespace pressmark::html {
namespace {

class LeadFinder {
 public:
  explicit LeadFinder(Article& article) : article_(article), blocks_(*article.blocks) {}

  void run() {
    const int first = first_text();
    if (article_.headline == nullptr || first < 0) return;
    read_page_images();
    const Node* root = article_.signals->dom().root();
    int behind = 0;  // the index of the node behind the last box that was judged
    for (const Node* at = start(); at != nullptr && at->index < first;
         at = next_in_order(at, root)) {
      if (!at->is("img") || is_spacer_image(at)) continue;
      if (is_kept(at)) return;
      if (at->index < behind) continue;
      const Node* box = box_of(at, first);
      if (box == nullptr) continue;
      behind = next_after_subtree(box, root)->index;  // no box reaches the text
      if (stands_apart(*box) || !is_named(box)) continue;
      take(box);
      return;
    }
  }

 private:
  // The node with which the kept text begins, as an index; -1: none.
  int first_text() const {
    for (std::size_t i = 0; i < article_.kept.size(); ++i) {
      if (article_.kept[i]) return blocks_.all()[i].first->index;
    }
    return -1;
  }

  // The article or main element with the headline, as pictures also stand above it; else the
  // headline.
  const Node* start() const {
    for (const Node* up = article_.headline; up != nullptr; up = up->parent) {
      if (up->is("article") || up->is("main")) return up;
    }
    return article_.headline;
  }

  void read_page_images() {
    const PageSignals& signals = *article_.signals;
    for (const std::string_view name : {"og:image", "twitter:image"}) {
      for (const Statement& image : signals.meta(name)) add_page_image(image.value);
    }
    if (const LinkedItem* item = signals.article_item()) {
      if (const auto image = signals.linked(*item, "image")) add_page_image(image->value);
    }
  }
  void add_page_image(std::string_view url) {
    // Short names ("1.jpg", "image.png") are no sign of the same image.
    constexpr std::size_t shortest = 8;
    std::string stem = image_stem(url);
    if (stem.size() >= shortest) page_images_.insert(std::move(stem));
  }

  bool is_left_out(const Node* node) const {
    return article_.left_out[static_cast<std::size_t>(node->index)];
  }
  bool is_part(const Node* node) const {
    return std::ranges::find(article_.parts, node) != article_.parts.end();
  }
  // Whether a part shows the node.
  bool is_kept(const Node* node) const {
    for (; node != nullptr && !is_left_out(node); node = node->parent) {
      if (is_part(node)) return true;
    }
    return false;
  }

  // The largest element around an image that is a picture and ends before the text; null: none.
  const Node* box_of(const Node* image, int first) {
    const Node* box = nullptr;
    for (const Node* up = image; up != nullptr && !is_part(up); up = up->parent) {
      const Node* behind = next_after_subtree(up, nullptr);
      if (behind == nullptr || behind->index > first || is_within(article_.headline, up)) break;
      if (!is_judged_picture(up)) break;
      box = up;
    }
    return box;
  }

  // is_picture(), asked once for each element: images share the boxes around them.
  bool is_judged_picture(const Node* node) {
    const auto [found, fresh] = judged_.try_emplace(node, false);
    if (fresh) found->second = is_picture(node);
    return found->second;
  }

  bool stands_apart(const Node& box) const {
    const Node* around = &box;
    while (around->parent != nullptr && blocks_.facts(*around).depth == 0) around = around->parent;
    const NodeFacts& facts = blocks_.facts(*around);
    return std::ranges::any_of(
        std::array{Trait::related, Trait::sidebar, Trait::comment, Trait::navigation,
                   Trait::advertisement, Trait::promotion, Trait::share, Trait::byline,
                   Trait::tag_nav, Trait::tag_aside, Trait::tag_footer},
        [&](Trait trait) { return facts.nearest[static_cast<std::size_t>(trait)] != 0; });
  }

  // Whether something says that a picture is the article's: the page names one of its images, it
  // has a caption, or a class calls it the lead.
  bool is_named(const Node* box) const {
    for (const Node* at = box; at != nullptr; at = next_in_order(at, box)) {
      if (at->is("figcaption") || calls_it_lead(at->attribute("class"))) return true;
      if (!at->is("img") || is_spacer_image(at)) continue;
      for (const std::string& url : image_candidates(at)) {
        if (page_images_.contains(image_stem(url))) return true;
      }
    }
    return false;
  }

  // By whole words of the names: "object-cover", "leading-6" and "leaderboard" are none.
  static bool calls_it_lead(std::string_view classes) {
    constexpr std::array<std::string_view, 8> names = {
        "lead", "lede", "hero", "featured", "leadimage", "heroimage", "coverimage", "coverphoto"};
    bool found = false;
    for_each_name_token(classes, [&](std::string_view word) {
      found = found || std::ranges::find(names, word) != names.end();
    });
    return found;
  }

  void take(const Node* box) {
    bool inside = false;  // of a part that shows it once it is no longer left out
    for (const Node* up = box->parent; up != nullptr; up = up->parent) {
      if (is_left_out(up)) break;
      if (is_part(up)) inside = true;
    }
    for (const Node* at = box; at != nullptr; at = next_in_order(at, box)) {
      if (!is_invisible(at)) article_.left_out[static_cast<std::size_t>(at->index)] = false;
    }
    if (!inside) article_.parts.insert(article_.parts.begin(), box);
  }

  Article& article_;
  const TextBlocks& blocks_;
  std::unordered_set<std::string> page_images_;  // their stems
  std::unordered_map<const Node*, bool> judged_;
};

}  // namespace

void add_lead_picture(Article& article) { LeadFinder(article).run(); }

}  // namespace pressmark::html
