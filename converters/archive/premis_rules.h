// converters/archive/premis_rules.h: what a PREMIS document may hold, as rules in our own words.
#pragma once

#include "converters/common/xml_rules.h"

namespace pressmark::archive {

inline constexpr std::string_view premis_namespace = "http://www.loc.gov/premis/v3";

// PREMIS 3.0: every element with its children, attributes and values. Extensions are not looked
// into.
const XmlRules& premis_rules();

// Of an object, the row of its xsi:type ("object.file"); empty for other elements.
std::string_view premis_variant(const XmlScanner& element);

}  // namespace pressmark::archive
