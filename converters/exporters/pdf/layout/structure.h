// converters/exporters/pdf/layout/structure.h: grows the structure tree of a layout in reading
// order, as PDF/UA-1 (ISO 14289-1, clause 7) wants it.
#pragma once

#include <string>
#include <string_view>

#include "converters/exporters/pdf/layout/page.h"

namespace pressmark::pdf {

class Structure {
 public:
  // Adds the document element to an empty layout.
  explicit Structure(Layout& layout);

  // A new last kid of `parent`. `language` is noted where it differs from the parent's.
  ElementId add(Tag tag, ElementId parent, std::string_view language = {}, Location from = {});
  // A new piece of content as the last kid of `parent`.
  ContentId add_content(ElementId parent);
  Element& at(ElementId id) { return layout_.elements[static_cast<std::size_t>(id)]; }

  // The next of the headings in reading order: turns the source's level (2 to 6; 1 is the headline)
  // into one that skips none, and tells how many sections are open below it.
  int heading_level(int source_level);
  void set_has_headline() { headline_ = 1; }

 private:
  std::string_view language_of(ElementId id) const;

  Layout& layout_;
  std::vector<int> open_levels_;
  int headline_ = 0;
};

}  // namespace pressmark::pdf
