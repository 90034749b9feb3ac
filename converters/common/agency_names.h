// converters/common/agency_names.h: the names of news agencies, as datelines and bylines write
// them.
#pragma once

#include <string_view>

namespace pressmark {

// Whether a name in lower case is that of a news agency, or of a broadcaster that puts its name
// into datelines; without a desk behind it ("reuters", "риа новости", "新华社").
bool is_agency_name(std::string_view name);

// Whether a name in lower case is that of a wire of press releases ("prnewswire").
bool is_press_release_wire_name(std::string_view name);

}  // namespace pressmark
