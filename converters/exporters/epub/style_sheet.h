// converters/exporters/epub/style_sheet.h: whether a style sheet may go into a book.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark::epub {

// Why the CSS cannot be used, as the end of a sentence ("it has url(), and ..."); absent where it
// can. A book has no file that it could refer to and may not refer out of itself (EPUB 3.3, 3.6),
// so url(), src(), image-set(), @import and @font-face are refused; so are the properties
// `direction` and `unicode-bidi` (6.3.1.1), escapes outside of strings, which could hide any of
// these, encodings other than UTF-8, and text that ends inside of a comment, string or block.
std::optional<std::string> problem_of_style(std::string_view css);

}  // namespace pressmark::epub
