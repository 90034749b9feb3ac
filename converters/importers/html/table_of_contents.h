// converters/importers/html/table_of_contents.h: which lists lead to the parts of the page.
#pragma once

#include "converters/importers/html/text_blocks.h"

namespace pressmark::html {

// Whether a list has three and more entries and nothing but links to places of the page itself.
bool is_table_of_contents(const Node& list, const TextBlocks& blocks);

}  // namespace pressmark::html
