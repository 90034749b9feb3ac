// converters/archive/exchange/xml_ids.h: ids that stay unique where documents are put into one.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::archive {

// The well-formed element with `prefix` before each value of xml:id, and before those ids where an
// attribute points to them ("#id", alone or in a list with spaces). `prefix` must begin as an XML
// name does. Text, comments and CDATA sections stay as they are.
std::string with_id_prefix(std::string_view element, std::string_view prefix);

}  // namespace pressmark::archive
