// converters/exporters/epub/fonts.h: the fonts that a book has of its own.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "converters/exporters/epub/book.h"
#include "converters/exporters/epub/epub.h"

namespace pressmark::epub {

// Adds the characters of a document of the book to `characters`.
void add_characters(const Bytes& document, std::set<char32_t>& characters);

// The fonts as files of the book, named by family and face.
std::vector<FontFile> font_files(std::vector<EmbeddedFont> fonts);

// The rules by which the text is set in the fonts: they go behind the book's style sheet.
std::string font_style(const std::vector<FontFile>& fonts);

}  // namespace pressmark::epub
