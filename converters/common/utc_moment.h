// converters/common/utc_moment.h: dates as moments in UTC, as package documents and feeds have
// them.
#pragma once

#include <optional>
#include <string>

#include "core/model/date.h"

namespace pressmark {

// A moment in UTC as "2026-11-20T05:30:00Z"; absent for a date without a year, or with a year that
// has not four digits. Missing months and days are the first, missing times midnight.
std::optional<std::string> utc_moment(const Date& date);

}  // namespace pressmark
