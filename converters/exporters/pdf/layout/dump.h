// converters/exporters/pdf/layout/dump.h: a layout as stable, indented text, for tests.
#pragma once

#include <string>

#include "converters/exporters/pdf/layout/page.h"

namespace pressmark::pdf {

// The structure: a line for each element with what it holds, kids indented; pieces of content with
// the text of their runs.
std::string dump_structure(const Layout& layout);
// The pages: a line for each line of text with its baseline and left edge in points, images, rules
// and links.
std::string dump_pages(const Layout& layout);
// The text of all content in the structure's order; a line feed between blocks; images by their
// alternative text. Note marks can be left out.
enum class NoteMarks { shown, left_out };
std::string text_in_reading_order(const Layout& layout, NoteMarks marks = NoteMarks::shown);

}  // namespace pressmark::pdf
