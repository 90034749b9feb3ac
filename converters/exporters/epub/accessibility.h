// converters/exporters/epub/accessibility.h: what schema.org's accessibility terms say of a book.
#pragma once

#include <string>
#include <vector>

#include "converters/common/xhtml_body.h"

namespace pressmark::epub {

// What the statements are computed from.
struct Evidence {
  xhtml::Counts counts;
  bool headings = false;  // below the headlines
  bool animated_images = false;
};

struct AccessibilityStatement {
  std::string property;  // "schema:accessMode"
  std::string value;
};

// The statements that EPUB Accessibility 1.1, 2.2 asks for, each true of the book by itself: no
// claim of conformance, which only a person can make.
std::vector<AccessibilityStatement> accessibility_of(const Evidence& evidence);

}  // namespace pressmark::epub
