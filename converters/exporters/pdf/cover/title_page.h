// converters/exporters/pdf/cover/title_page.h: a title block set large on a page of its own, as an
// image: the cover of a book that has none.
#pragma once

#include "converters/exporters/pdf/fonts/font_library.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::pdf {

// A PNG of 1200 x 1600 pixels with the words of `words.front`, set as on the first page of a PDF,
// in light type on a dark ground whose colour the words choose. The size of the type is the largest
// that has all words on one page; what does not fit at the smallest is left out. Equal words and
// fonts give equal bytes.
//
// Fails with ErrorKind::missing_tool where there is no font.
Result<Bytes> draw_title_page(const Document& words, FontLibrary& fonts, Context& context);

}  // namespace pressmark::pdf
