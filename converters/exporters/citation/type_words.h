// converters/exporters/citation/type_words.h: words of the library vocabularies.
#pragma once

#include <string>
#include <string_view>

#include "core/model/metadata.h"

namespace pressmark::citation {

// "newspaper article", "blog", "web site": the item's genre in words.
std::string genre_words(ItemType type);

// The date in EDTF, a day without a year as "XXXX-10-12"; the words of a date in words.
std::string edtf(const Date& date);

// Whether edtf() gives what W3CDTF has, too: a year, month or day, without circa and range.
bool is_w3cdtf(const Date& date);

// Number of characters of an article with its space at the title's start ("The " is 4), by the
// language; 0 where there is none, at most 9 (MARC 21, 245, second indicator).
int nonfiling_characters(std::string_view title, std::string_view language);

}  // namespace pressmark::citation
