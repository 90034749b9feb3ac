// converters/common/xml_names.h: what XML takes for a character and a name (XML 1.0, 2.2 and 2.3).
#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark {

bool is_xml_character(char32_t c);

// The length of the NCName (Namespaces in XML 1.0, 3) at the beginning of UTF-8 text; 0 where there
// is none.
std::size_t xml_name_length(std::string_view text);

// Whether a text is an NCName, as XML ids have to be.
bool is_xml_name(std::string_view text);

}  // namespace pressmark
