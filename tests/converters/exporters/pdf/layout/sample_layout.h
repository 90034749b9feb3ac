// tests/converters/exporters/pdf/layout/sample_layout.h: articles set with the fonts of the
// machine.
#pragma once

#include <vector>

#include "converters/exporters/pdf/layout/layout.h"
#include "core/base/diagnostics.h"
#include "core/model/document.h"

namespace pressmark::pdf {

struct LaidOut {
  Layout layout;
  Diagnostics diagnostics;
};

// Fails the test, and has no pages, where the article cannot be set.
LaidOut lay_out_with(const Document& document, const PageStyle& style = {});

// The same without what was reported.
inline Layout lay_out_quietly(const Document& document, const PageStyle& style = {}) {
  return lay_out_with(document, style).layout;
}

// One and two columns of pages of these sizes, with names for messages.
struct NamedStyle {
  std::string name;
  PageStyle style;
};
std::vector<NamedStyle> page_styles(std::initializer_list<const char*> sizes);

}  // namespace pressmark::pdf
