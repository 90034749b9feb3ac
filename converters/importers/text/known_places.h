// converters/importers/text/known_places.h: the places that datelines name without a country.
#pragma once

#include <string_view>

namespace pressmark::plain_text {

// Whether a place can stand in a dateline without an agency behind it: capitals and the cities that
// agencies name without their country, in the languages of their papers. Letters in any case.
bool is_known_place(std::string_view words);

// Whether words behind the name of a town say where it is: a state, a province, a country ("Ohio",
// "Wis.", "British Columbia").
bool is_known_region(std::string_view words);

}  // namespace pressmark::plain_text
