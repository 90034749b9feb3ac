// converters/importers/text/person.h: names of people as bylines write them.
#pragma once

#include <string_view>

#include "core/model/name.h"

namespace pressmark::plain_text {

// Whether the words can be a person's name: two to six words that begin in upper case, or are
// initials, with particles ("van", "de la", "bin") between them; no digits, no word in capitals
// only unless all are; or two to four ideographs or Hangul syllables.
bool looks_like_person(std::string_view words);

// The parts of a name that looks_like_person(), as divide_name() (common/name_division.h) tells
// them with the text's language, where that is known; titles are left out, "Jr." is the suffix;
// capitals of a name written so are kept as they are. Of scripts without case, and of names with
// one word only, a literal.
Name parse_person(std::string_view words, std::string_view language = {});

}  // namespace pressmark::plain_text
