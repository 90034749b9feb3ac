// converters/importers/text/date_line.h: a line that is a date: "Published: 12 October 2024,
// 08:30".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "converters/importers/text/date_words.h"
#include "core/model/metadata.h"

namespace pressmark::plain_text {

struct DateLineValue {
  DateVariable variable;  // issued or modified
  Date date;
  bool is_first = false;  // "First published on ..."
};

struct DateLine {
  std::vector<DateLineValue> values;  // one or two
  std::string_view place;             // "Berlin" of "Berlin, den 12. Oktober 2024"; mostly empty
};

// Reads a line that holds a date and what belongs to one: a label in a dozen languages, a weekday,
// a time, a time zone; two of them with a bar or semicolon between. Absent for any other line.
std::optional<DateLine> find_date_line(std::string_view line, std::string_view language = {});

// Whether the line is one date, which may have its weekday and time, without a label or a place.
bool is_date_alone(std::string_view line, std::string_view language);

}  // namespace pressmark::plain_text
