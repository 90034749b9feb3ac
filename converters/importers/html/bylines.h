// converters/importers/html/bylines.h: from the words of a byline to names.
//
// A byline says more than names: "By Ann Lee and Bob Ray, Staff Writers | Updated 3 May 2026". What
// is left when the rest is taken away must look like names, or there is none: no author is better
// than a wrong one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark::html {

// How far a text is known to hold names.
enum class BylineKind {
  stated,  // the value of a field for authors: one word may be a name
  named,   // the text of an element or link that holds a name: likewise, with a role or date behind
  marked,  // the text of an element whose class says byline: may hold dates, roles, buttons
  found,   // any text: only with a word such as "By" before
};

struct BylineName {
  std::string name;
  std::string position;  // "Staff Writer"; empty: none
};

// The names in a byline's text, in order, each once.
std::vector<BylineName> read_byline(std::string_view text, BylineKind kind);

// Whether a word of the text is that of a role: "Senior Writer", "Redakteurin".
bool names_role(std::string_view text);
// Whether a word of the text is the profession of somebody who writes: "Senior Writer", not "News".
bool names_profession(std::string_view text);
// Whether a word of the text is that of a place, time or thing, so that the text is hardly a
// person's name: "New York", "Popular Demand".
bool names_common_thing(std::string_view text);

}  // namespace pressmark::html
