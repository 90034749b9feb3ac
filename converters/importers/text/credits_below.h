// converters/importers/text/credits_below.h: who else worked on a story, whose it is, and what it
// is about, as its last paragraphs say.
#pragma once

#include "converters/importers/text/builder.h"
#include "core/model/document.h"

namespace pressmark::plain_text {

// Reads credits, notices of copyright and labels from the last groups of lines into the record; the
// lines stay in the text.
void read_credits_below(LinesLeft lines, Builder& builder, Document& document);

}  // namespace pressmark::plain_text
