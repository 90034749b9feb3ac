// converters/archive/catalogue_query.h: what a reader types to find articles.
//
//     ferry "new harbour" title:bridge author:doe date:2020..2022-06 lang:de place:oslo hav*
//
// Words must all be there; words in quotation marks follow each other; "word*" is a beginning;
// FIELD:word (or FIELD:"two words") looks in one field only: title, author, publisher, place,
// agency. date: is a day, month, year or a range of them, open at either end; lang: a language tag
// or its beginning.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/archive/snippet.h"
#include "core/base/result.h"

namespace pressmark::archive {

struct CatalogueQuery {
  std::string match;  // an expression of FTS5; empty: every article
  // That `match` joins. A beginning stands for many words, and takes as long as three.
  std::size_t conditions = 0;
  std::vector<SearchPhrase> phrases;  // those of them that may be anywhere, to show where they are
  std::string first_day, last_day;    // "2020-01-01"; empty: open
  std::string language;               // lower case
};

// Fails with ErrorKind::usage for an unknown field, a date that is none, or nothing to look for.
Result<CatalogueQuery> parse_catalogue_query(std::string_view text);

// The first and last day of a partial date: "2020-02" is 2020-02-01 to 2020-02-29. Absent for what
// is no year, month, day or range of them.
struct DayRange {
  std::string first, last;
};
std::optional<DayRange> day_range(std::string_view date);

}  // namespace pressmark::archive
