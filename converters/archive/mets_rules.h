// converters/archive/mets_rules.h: what a METS document may hold, as rules in our own words.
#pragma once

#include "converters/common/xml_rules.h"

namespace pressmark::archive {

inline constexpr std::string_view mets_namespace = "http://www.loc.gov/METS/";

// METS 1.12.1: every element with its children, attributes and values. What mdWrap and FContent
// embed is not looked into.
const XmlRules& mets_rules();

}  // namespace pressmark::archive
