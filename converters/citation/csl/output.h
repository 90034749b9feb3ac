// converters/citation/csl/output.h: finished rich text as plain text, HTML or Markdown.
#pragma once

#include <string>

#include "converters/citation/csl/locale.h"
#include "converters/citation/csl/rich_text.h"

namespace pressmark::csl {

enum class Markup { text, html, markdown };

// Chooses quotation marks by nesting, moves punctuation into them where the locale has it so, turns
// formatting inside equal formatting back to normal, and writes the result; what would be markup in
// the text is escaped. HTML is inline but for `display` attributes, which become <div>s with the
// classes of citeproc ("csl-left-margin").
std::string write(RichText text, Markup markup, const Locale& locale);

}  // namespace pressmark::csl
