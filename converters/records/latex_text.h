// converters/records/latex_text.h: the TeX of bibliography files as plain text.
#pragma once

#include <string>
#include <string_view>

namespace pressmark::records {

// The text that a field's value shows: accents and letters as characters (NFC), escaped characters
// as themselves, dashes and quotation marks of TeX as Unicode's, braces and font commands dropped
// with their content kept, runs of white space as one space. An unknown command is its arguments.
// Formulas are Unicode text where that says the same (latex_math.h), else their source.
std::string latex_to_text(std::string_view tex);

// The value of a field that is taken as it is (an address, a DOI): braces around all of it and the
// backslash before "_", "%", "&", "#", "~", "$" and braces are dropped.
std::string latex_to_verbatim(std::string_view tex);

}  // namespace pressmark::records
