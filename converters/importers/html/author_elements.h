// converters/importers/html/author_elements.h: which elements of a page hold names of authors, and
// the lines that are read in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "converters/importers/html/dom.h"

namespace pressmark::html {

// What the classes, ids and the like of an element say of authors.
enum class AuthorMark {
  none,
  byline,  // holds the names, maybe with dates, roles and buttons
  name,    // holds a name and nothing else
};
AuthorMark author_mark(const Node& node);

// Whether a link's address is that of a person's page ("/author/ann-lee"), by the folder's name.
bool is_author_address(std::string_view address);

// Whether a line calls what follows it an author: "Written by", "Verfasst von", "Autor:".
bool is_author_label(std::string_view line);

// The first lines of an element as a reader sees them: divided where block elements, line breaks
// or times begin and end; words of neighbouring inline elements are kept apart. At most `most`
// lines, those above 200 octets left out.
std::vector<std::string> visible_lines(const Node& node, std::size_t most);

}  // namespace pressmark::html
