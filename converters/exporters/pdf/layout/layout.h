// converters/exporters/pdf/layout/layout.h: sets an article: from the document model to pages.
#pragma once

#include "converters/exporters/pdf/fonts/font_library.h"
#include "converters/exporters/pdf/layout/page.h"
#include "converters/exporters/pdf/layout/page_style.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::pdf {

// Every word of the article is on the pages and in the structure, in reading order. Equal arguments
// and equal fonts give equal layouts. Fails with ErrorKind::missing_tool where there is no font.
Result<Layout> lay_out(const Document& article, const PageStyle& style, FontLibrary& fonts,
                       Context& context);

}  // namespace pressmark::pdf
