// converters/exporters/pdf/writer/structure.h: the logical structure of the file (ISO 32000-1,
// 14.7): structure tree, parent tree and element identifiers.
#pragma once

#include <string_view>
#include <vector>

#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/writer/file_assembler.h"
#include "converters/exporters/pdf/writer/profile.h"

namespace pressmark::pdf {

// "P", "H2": the element's standard structure type.
std::string_view structure_type(const Element& element);

// Whether the element is an image that nobody described. PDF/UA-1, 7.3 has no place for one in the
// structure, so it is painted as an artifact.
bool is_undescribed(const Element& element);

// The type of the element that each content belongs to, by ContentId, for marked-content tags;
// empty where it is an artifact after all.
std::vector<std::string_view> content_types(const Layout& layout);

// An annotation and the Link element it belongs to.
struct AnnotationPlace {
  Reference annotation;
  int page = 0;
  ElementId element = 0;
};

// What the structure refers to, page by page.
struct MarkedPages {
  std::vector<Reference> pages;                // the page objects
  std::vector<std::vector<ContentId>> marked;  // ContentStream::marked of each page
  std::vector<AnnotationPlace> annotations;    // their StructParent is pages.size() + index
};

// The objects of the elements, so that others can refer to them before they are written; that of an
// element that is left out is its parent's.
std::vector<Reference> reserve_elements(const Layout& layout, FileAssembler& file);

// Adds the structure tree and returns the StructTreeRoot. A page's StructParents is its index.
Reference write_structure(const Layout& layout, const MarkedPages& marked,
                          const std::vector<Reference>& elements, Profile profile,
                          FileAssembler& file);

}  // namespace pressmark::pdf
