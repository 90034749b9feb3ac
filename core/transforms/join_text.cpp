#include "core/transforms/join_text.h"

#include <algorithm>
#include <utility>

#include "core/model/walk.h"

namespace pressmark {
namespace {

constexpr const char* name = "join_text";

bool can_join(const Inline& left, const Inline& right) {
  return std::holds_alternative<Text>(left.node) && std::holds_alternative<Text>(right.node) &&
         left.id.empty() && right.id.empty() && left.language == right.language &&
         left.direction == right.direction;
}

bool is_empty_text(const Inline& item) {
  const auto* node = std::get_if<Text>(&item.node);
  return node != nullptr && node->text.empty() && item.id.empty();
}

bool needs_joining(const Inlines& list) {
  return std::ranges::any_of(list, is_empty_text) ||
         std::ranges::adjacent_find(list, can_join) != list.end();
}

void join(Inlines& list) {
  if (!needs_joining(list)) return;
  Inlines joined;
  joined.reserve(list.size());
  for (Inline& item : list) {
    if (is_empty_text(item)) continue;
    if (!joined.empty() && can_join(joined.back(), item)) {
      std::get<Text>(joined.back().node).text += std::get<Text>(item.node).text;
    } else {
      joined.push_back(std::move(item));
    }
  }
  list = std::move(joined);
}

}  // namespace

Document join_text(Document document) {
  for_each_inline_list(document, join);
  auto& transforms = document.provenance.transforms;
  if (std::ranges::find(transforms, name) == transforms.end()) transforms.emplace_back(name);
  return document;
}

}  // namespace pressmark
