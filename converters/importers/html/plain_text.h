// converters/importers/html/plain_text.h: text of attribute values, which often hold markup.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::html {

// The text of a value that may hold tags and character references once more than it should
// ("Tom &amp;amp; Jerry", "&lt;em&gt;"): tags left out, references decoded, white space collapsed.
std::string plain_text(std::string_view value);

}  // namespace pressmark::html
