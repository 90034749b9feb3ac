// converters/importers/html/code.h: computer code in the shapes that highlighters give it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "converters/importers/html/dom.h"
#include "core/model/node.h"

namespace pressmark::html {

// The block of code or of typewritten text that an element is: pre, a table or wrapper of line
// numbers and lines, a code element with several lines on its own. Line numbers, copy buttons and
// prompts of the page are left out; lines end where the page shows it. Absent for other elements.
std::optional<Preformatted> read_code_block(const Node* node);

// Whether a table shows code: line numbers beside it, or a line in each row.
bool is_code_table(const Node* table);

// Whether an element that is no block by its name stands on its own as a block of code.
bool is_inline_code_block(const Node* node);

// The programming language that classes or attributes of the element name, in lower case; empty
// where there is none.
std::string code_language(const Node* node);

}  // namespace pressmark::html
