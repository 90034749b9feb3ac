// converters/exporters/pdf/writer/navigation.h: link annotations, outline and page labels (ISO
// 32000-1, 12.3 and 12.5).
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/writer/file_assembler.h"
#include "converters/exporters/pdf/writer/profile.h"
#include "converters/exporters/pdf/writer/structure.h"

namespace pressmark::pdf {

// What a place in the file is made of; the arguments must outlive it.
struct Targets {
  Targets(const Layout& layout, const std::vector<Reference>& pages,
          const std::vector<Reference>& elements, Profile profile);

  const Layout& layout;
  const std::vector<Reference>& pages;
  const std::vector<Reference>& elements;
  Profile profile;
  std::map<std::string_view, const Destination*> by_name;
};

// The link annotations of a page, one for each link on it, with a quadrilateral for each of its
// areas. They are appended to `places`, which their StructParent counts on from the number of
// pages. A link to a destination that is nowhere goes to the document's beginning. Returns the
// Annots array; empty where the page has no links.
Array write_links(const Targets& targets, int page, std::vector<AnnotationPlace>& places,
                  FileAssembler& file);

// The outline; absent where it has no entries.
std::optional<Reference> write_outline(const Targets& targets, FileAssembler& file);

// The PageLabels number tree: ranges of decimal numbers, and other labels as they are.
Dictionary page_labels(const Layout& layout);

}  // namespace pressmark::pdf
