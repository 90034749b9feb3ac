// converters/importers/html/figures.h: what frames and players hold.
#pragma once

#include "converters/importers/html/dom.h"

namespace pressmark::html {

// Whether a frame or player is not shown, or counts, advertises or logs in: it has no content.
bool is_hidden_frame(const Node* node);

}  // namespace pressmark::html
