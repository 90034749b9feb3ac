// converters/importers/markdown/to_html.h: the only file that knows cmark-gfm.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::markdown {

// The text as HTML, with an attribute data-sourcepos for the source's lines. What HTML says in a
// way of its own is put so: the boxes of task lists as ☐ and ☑, GitHub's TeX (`$`...`$` and
// fences with the language "math") as script elements, and an anchor in each heading that a link
// of the text leads to by the name that GitHub gives it ("#the-old-mill").
//
// `text` is valid UTF-8. Linear in its size but for nesting, which the caller bounds.
std::string to_html(std::string_view text);

// The words of a line of Markdown without its marks ("The *goat*" is "The goat"), as a record holds
// them. What is no paragraph of words alone ("1. Goats", HTML, an image) stays as it is written.
std::string words_of_line(std::string_view text);

}  // namespace pressmark::markdown
