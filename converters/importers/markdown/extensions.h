// converters/importers/markdown/extensions.h: what writers use beyond GitHub's Markdown.
#pragma once

#include <string>
#include <vector>

#include "converters/importers/markdown/cmark_tree.h"

namespace pressmark::markdown {

// The name of "## The old mill {#mill .wide}" (Pandoc, kramdown, Hugo), whose braces are taken out
// of the heading; empty where it has none, and braces without a name or class stay text.
std::string take_heading_name(cmark_node* heading);

// Changes blocks, after the parser and before HTML is written, into elements of HTML:
//  - "> [!NOTE] Title" (GitHub, Obsidian): a box with its title;
//  - "Term" with lines ": definition" below it (PHP Markdown Extra, Pandoc): a definition list;
//  - a line "{: .lead}" behind a paragraph (kramdown): left out, it names classes of style sheets.
// What they replace goes into `replaced` and must live as long as the tree: words that were moved
// are still those of its buffers.
void change_block(cmark_node* node, std::vector<Tree>& replaced);

}  // namespace pressmark::markdown
