// converters/importers/html/charset_prescan.h: the encoding that a page declares.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::html {

// The label of the encoding that a meta element (or an XML declaration) names in the first octets:
// "prescan a byte stream to determine its encoding" (WHATWG HTML, 13.2.3.2), over 4,096 octets, as
// long comments and scripts often stand before it. UTF-16 labels mean UTF-8 there; empty where
// there is none.
std::string prescan_charset(std::string_view octets);

}  // namespace pressmark::html
