// converters/importers/text/endnotes.h: notes that stand below a text and are referred to in it.
#pragma once

#include "converters/importers/text/builder.h"

namespace pressmark::plain_text {

// Takes the lines "[1] ..." off the end of `lines` into `notes`, with a rule or a heading such as
// "Notes" above them, where each has its mark "[1]" in the text before. Lines whose mark is not
// there stay. `joiner` puts wrapped lines together.
void take_endnotes(Lines& lines, Joiner& joiner, Notes& notes, Diagnostics& diagnostics);

}  // namespace pressmark::plain_text
