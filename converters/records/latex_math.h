// converters/records/latex_math.h: formulas in the fields of bibliography files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark::records {

// The formula between two dollar signs as Unicode text: letters, digits and signs, Greek letters
// and common signs by their commands, digits and signs raised or lowered: "H_2O", "10^{-3}",
// "\alpha". Absent where it has anything else: its source then is the only form that says it all.
std::optional<std::string> plain_formula(std::string_view tex);

}  // namespace pressmark::records
