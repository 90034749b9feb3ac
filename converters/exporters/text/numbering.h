// converters/exporters/text/numbering.h: the numbers of list items as characters.
#pragma once

#include <string>

#include "core/model/node.h"

namespace pressmark::text_output {

// "3", "c", "C", "iii" or "III". Numbers that letters (1 to 26) or Roman numerals (1 to 3999)
// cannot write are decimal.
std::string numeral(Numbering numbering, int number);

}  // namespace pressmark::text_output
