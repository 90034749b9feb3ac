// converters/importers/html/organisation_names.h: what stands in the place of a person's name, as
// data, in lower case.
#pragma once

#include "converters/common/word_set.h"

namespace pressmark::html {

const WordSet& account_names();     // desks and accounts: "admin", "staff", "redaktion"
const WordSet& agency_names();      // news agencies: "reuters", "dpa"
const WordSet& department_words();  // words that persons' names do not hold: "institute", "news"

}  // namespace pressmark::html
