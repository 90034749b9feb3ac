// converters/exporters/pdf/layout/list_labels.h: the marks of list items, and small text tools.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/model/node.h"

namespace pressmark::pdf {

// "•" or "–" by depth, "3.", "c.", "C.", "iii.", "III.". A number that the numbering cannot write
// (roman 0, letters below 1) is written in decimal.
std::string list_label(Numbering numbering, std::int64_t number, int depth);

// Tabs as spaces up to the next multiple of four columns.
std::string expand_tabs(std::string_view text);

}  // namespace pressmark::pdf
