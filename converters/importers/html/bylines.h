// converters/importers/html/bylines.h: from the words of a byline to names.
//
// A byline says more than names: "By Ann Lee and Bob Ray, Staff Writers | Updated 3 May 2026". What
// is left when the rest is taken away must look like names, or there is none: no author is better
// than a wrong one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/name.h"

namespace pressmark::html {

// How far a text is known to hold names.
enum class BylineKind {
  stated,  // the value of a field for authors: one word may be a name
  marked,  // the text of an element whose class says byline: may hold dates, roles, buttons
  found,   // any text: only with a word such as "By" before
};

struct BylineName {
  std::string name;
  std::string position;  // "Staff Writer"; empty: none
};

// The names in a byline's text, in order, each once.
std::vector<BylineName> read_byline(std::string_view text, BylineKind kind);

// Divides a name of a person into its parts: particles, suffixes, "Family, Given". A name of one
// word, or in a script without spaces, becomes a literal, since nothing tells its parts.
Name make_person(std::string_view name);

// Why a name cannot be an author's: "an account of the site's software", "an agency",
// "a department", "an address". Empty: nothing speaks against it. `agency` is set for the names of
// news agencies, which are a source and no author.
struct Refusal {
  std::string reason;
  bool agency = false;
};
Refusal refuse_author(std::string_view name);

}  // namespace pressmark::html
