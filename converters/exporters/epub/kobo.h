// converters/exporters/epub/kobo.h: what Kobo's reading system wants of a content document.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace pressmark::epub {

// The document, as XmlWriter made it, with the markup by which Kobo's readers count pages, keep the
// place and highlight: the body's content in div#book-columns > div#book-inner, and each sentence
// (Unicode Standard Annex 29, 5, by ICU in `language`, a BCP 47 tag) and each image in a span of
// the class koboSpan with the id kobo.P.S: the S-th piece of the P-th paragraph, from 1. A sentence
// that inline elements divide has a span for each piece of text. Code blocks, formulas
// (MathML and the class `formula`) and the readings of ruby stay as they are. The text itself does
// not change.
//
// Ids that the document has of its own keep their meaning: paragraphs are numbered behind those of
// its ids kobo.P.S, and a div whose id it uses has none.
Bytes add_kobo_markup(std::string_view document, const std::string& language);

// Goes behind the book's style sheet: the divs make no margins of their own, and images in figures
// stand as they do without a span around them.
std::string_view kobo_style();

}  // namespace pressmark::epub
