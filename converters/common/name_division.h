// converters/common/name_division.h: which words of a person's name are the family name.
#pragma once

#include <span>
#include <string_view>

#include "core/model/name.h"

namespace pressmark {

// The parts of a name whose words stand in their usual order, given names first; titles, "Jr." and
// degrees are not among them. At least two words. The family name is the last word with
//  - the particles before it that are written with a capital: "Erri De Luca", "Georges de La Tour";
//  - the first of two Spanish ones, where it is among the usual surnames and the language is one of
//    Spain's, or the words are written as Spanish only is: "Gabriel García Márquez", "Ana Ruiz de
//    la Torre", "José Ortega y Gasset".
// Particles in lower case before it are dropping ones ("von der"; "de" in the Romance languages and
// German), which libraries sort behind the given name, or non-dropping ones ("van der"; "de" in
// English, in Dutch and where the language is unknown), after CSL 1.0.2, "name particles".
Name divide_name(std::span<const std::string_view> words, std::string_view language = {});

}  // namespace pressmark
