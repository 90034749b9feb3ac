// converters/importers/html/boxes.h: which elements stand beside the main text.
#pragma once

#include <optional>

#include "converters/importers/html/dom.h"
#include "core/model/node.h"

namespace pressmark::html {

// Whether the element is a box beside the text (aside, admonition, callout, correction), and of
// which kind; absent for others.
std::optional<AsideKind> aside_kind(const Node* node);
// Whether the element repeats a sentence of the article in large letters.
bool is_pull_quote(const Node* node);
// Takes the dash off the beginning of an attribution, and the space behind it: it belongs to the
// page's look, and outputs set their own.
void strip_attribution_dash(Inlines& attribution);
// The element inside a box that has its title; null where there is none.
const Node* find_box_title(const Node* box);

}  // namespace pressmark::html
