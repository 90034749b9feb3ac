// converters/importers/html/verse.h: poems that a page marks as such.
#pragma once

#include "converters/importers/html/dom.h"

namespace pressmark::html {

// Whether an element's class says that it holds verse (poem, verse, stanza and the like), and it
// shows lines: by line breaks, by elements that are named lines, or as preformatted text. Prose
// that is numbered by verses has none of these.
bool is_poem(const Node* node);

}  // namespace pressmark::html
