#include "converters/exporters/pdf/layout/structure.h"

#include <algorithm>

namespace pressmark::pdf {

Structure::Structure(Layout& layout) : layout_(layout) {
  layout_.elements.push_back({.tag = Tag::document});
}

std::string_view Structure::language_of(ElementId id) const {
  for (; id >= 0; id = layout_.elements[static_cast<std::size_t>(id)].parent) {
    const std::string& language = layout_.elements[static_cast<std::size_t>(id)].language;
    if (!language.empty()) return language;
  }
  return layout_.language;
}

ElementId Structure::add(Tag tag, ElementId parent, std::string_view language, Location from) {
  const auto id = static_cast<ElementId>(layout_.elements.size());
  Element element;
  element.tag = tag;
  element.parent = parent;
  element.from = from;
  if (!language.empty() && language != language_of(parent)) element.language = language;
  layout_.elements.push_back(std::move(element));
  at(parent).kids.push_back({id, artifact});
  return id;
}

ContentId Structure::add_content(ElementId parent) {
  const ContentId content = layout_.content_count++;
  at(parent).kids.push_back({std::nullopt, content});
  return content;
}

int Structure::heading_level(int source_level) {
  while (!open_levels_.empty() && open_levels_.back() >= source_level) open_levels_.pop_back();
  open_levels_.push_back(source_level);
  return std::min(6, headline_ + static_cast<int>(open_levels_.size()));
}

}  // namespace pressmark::pdf
