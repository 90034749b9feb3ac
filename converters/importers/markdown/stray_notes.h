// converters/importers/markdown/stray_notes.h: footnotes that nothing refers to.
#pragma once

#include <string>
#include <string_view>

#include "core/base/diagnostics.h"

namespace pressmark::markdown {

// cmark-gfm leaves a footnote out whose mark is nowhere in the text. Here its definition gets a
// backslash, so that its words stay as text; each is reported. `text` is Markdown.
std::string keep_stray_notes(std::string_view text, Diagnostics& diagnostics);

}  // namespace pressmark::markdown
