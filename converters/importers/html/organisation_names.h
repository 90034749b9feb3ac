// converters/importers/html/organisation_names.h: what stands in the place of a person's name, as
// data, in lower case.
#pragma once

#include "converters/common/word_set.h"

namespace pressmark::html {

const WordSet& account_names();       // accounts and placeholders: "admin", "unknown"
const WordSet& desk_names();          // "staff", "redaktion": signs for persons who are not named
const WordSet& organisation_words();  // words of organisations and not of persons: "institute"
const WordSet& page_words();          // words of pages around articles: "read", "more", "comments"

}  // namespace pressmark::html
