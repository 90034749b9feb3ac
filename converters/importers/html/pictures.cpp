#include "converters/importers/html/pictures.h"

#include <algorithm>
#include <array>

#include "converters/common/url.h"
#include "converters/importers/html/elements.h"
#include "converters/importers/html/image_loader.h"
#include "converters/importers/html/name_tokens.h"
#include "converters/importers/html/traits.h"
#include "converters/importers/html/words.h"

namespace pressmark::html {
namespace {

// Octets of text that captions may have: each, and all together beside those.
constexpr std::size_t caption_of_one = 400;
constexpr std::size_t caption_of_all = 200;
// Images with a side of fewer pixels are icons, and portraits beside a name.
constexpr int smallest_side = 100;

bool is_small(const Node* image) {
  for (const std::string_view side : {"width", "height"}) {
    const std::string_view value = trim(image->attribute(side));
    if (value.ends_with('%')) continue;
    const int pixels = parse_integer(value, 0, 100000, -1);
    // 0 and 1 wait for a script or a style.
    if (pixels > 1 && pixels < smallest_side) return true;
  }
  return false;
}

// By whole words of a name: "silicon" and "legendary" are none.
template <std::size_t count>
bool has_name(std::string_view value, const std::array<std::string_view, count>& names) {
  bool found = false;
  for_each_name_token(value, [&](std::string_view word) {
    found = found || std::ranges::find(names, word) != names.end();
  });
  return found;
}

// Whether a class says that the image stands for a person or a sign.
bool is_sign(const Node* image) {
  constexpr std::array<std::string_view, 11> names = {"avatar",   "icon",   "icons",  "logo",
                                                      "logos",    "emoji",  "emojis", "gravatar",
                                                      "headshot", "smiley", "sprite"};
  return has_name(image->attribute("class"), names) || has_name(image->attribute("id"), names);
}

bool is_caption(const Node* node) {
  constexpr std::array<std::string_view, 10> names = {
      "caption", "captions", "imagecaption", "photocaption",     "legend",
      "credit",  "credits",  "imagecredit",  "bildunterschrift", "bildunterzeile"};
  return node->is("figcaption") || has_name(node->attribute("class"), names);
}

// Whether the link leads to an image, as those do that show it larger.
bool leads_to_image(const Node* link) {
  const std::string path = to_lower(split_url(trim(link->attribute("href"))).path);
  constexpr std::array endings = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg"};
  return std::ranges::any_of(endings, [&](const char* ending) { return path.ends_with(ending); });
}

// What no picture has inside, and boxes with another purpose.
bool is_foreign(const Node* node, TraitReader& traits) {
  for (const std::string_view name : {"nav", "aside", "header", "footer", "form", "iframe", "video",
                                      "audio", "table", "article"}) {
    if (node->is(name)) return true;
  }
  if (heading_level(node) > 0) return true;
  constexpr Traits others = bit(Trait::advertisement) | bit(Trait::promotion) |
                            bit(Trait::related) | bit(Trait::share) | bit(Trait::comment) |
                            bit(Trait::navigation) | bit(Trait::sidebar);
  return (traits.of(*node) & others) != 0;
}

}  // namespace

bool is_picture(const Node* node) {
  TraitReader traits;
  std::size_t images = 0;
  std::size_t linked_images = 0;
  std::size_t text = 0;
  std::size_t linked_text = 0;
  bool caption = false;
  const Node* link = nullptr;  // around the place
  for (const Node* up = node->parent; up != nullptr && link == nullptr; up = up->parent) {
    if (up->is("a") && up->has_attribute("href")) link = up;
  }
  const Node* behind_link = nullptr;
  for (const Node* at = node; at != nullptr;) {
    if (at == behind_link) link = nullptr;
    const bool element = at->type == NodeType::element && !is_invisible(at);
    if (element && !at->is("figcaption") && is_foreign(at, traits)) {
      // A bar of buttons that show no words is drawn over the image.
      if (!is_blank(text_content(at)) || at->is("img") || find_descendant(at, "img") != nullptr) {
        return false;
      }
      at = next_after_subtree(at, node);
      continue;
    }
    if (at->type == NodeType::text) {
      const std::size_t size = trim(at->text).size();
      text += size;
      if (link != nullptr) linked_text += size;
    } else if (element) {
      caption = caption || is_caption(at);
      if (at->is("a") && at->has_attribute("href")) {
        link = at;
        behind_link = next_after_subtree(at, node);
      }
    }
    if (element && (at->is("img") || at->is("amp-img")) && !is_spacer_image(at)) {
      if (is_small(at) || is_sign(at)) return false;
      ++images;
      if (link != nullptr && !leads_to_image(link)) ++linked_images;
    }
    at = next_in_order(at, node);
  }
  if (images == 0 || text > images * caption_of_one + caption_of_all) return false;
  return linked_images == 0 || (caption && 2 * linked_text < text);
}

}  // namespace pressmark::html
