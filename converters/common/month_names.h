// converters/common/month_names.h: the names of the months in the languages of the press.
#pragma once

#include <string_view>

namespace pressmark {

// 1 to 12 for a name or usual abbreviation of a month (without full stop) in lower case, in the
// cases that dates use: "october", "okt", "октября"; 0 for any other word.
int month_of_name(std::string_view word);

}  // namespace pressmark
