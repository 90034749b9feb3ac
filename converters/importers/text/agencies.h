// converters/importers/text/agencies.h: news agencies with their desks.
#pragma once

#include <string_view>

namespace pressmark::plain_text {

// Whether the words name a news agency, a wire of press releases or a broadcaster that puts its
// name into datelines; desks behind it are allowed ("Reuters Life!", "dpa/tmn", "AFP-JIJI").
// Letters in any case.
bool is_agency(std::string_view words);

// Whether it is a wire of press releases ("PRNewswire", "GLOBE NEWSWIRE").
bool is_press_release_wire(std::string_view words);

}  // namespace pressmark::plain_text
