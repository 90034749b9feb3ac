// tests/converters/exporters/pdf/layout/soundness.h: what holds for the layout of every article.
#pragma once

#include <string>

#include "converters/exporters/pdf/layout/page_style.h"
#include "core/model/document.h"

namespace pressmark::pdf {

// The words of the article are in the layout in their order, each behind the one before it.
void expect_all_words(const Document& document, const Layout& layout, const std::string& name);
// Each content has one place, contents count up in reading order, headings skip no level.
void expect_sound_structure(const Layout& layout, const std::string& name);
// Glyphs exist, lines keep to the measure and the page, contents are not torn apart.
void expect_sound_pages(const Layout& layout, const PageStyle& style, const std::string& name);

}  // namespace pressmark::pdf
