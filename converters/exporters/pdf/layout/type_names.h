// converters/exporters/pdf/layout/type_names.h: the names of the standard structure types.
#pragma once

#include <string_view>

#include "converters/exporters/pdf/layout/page.h"

namespace pressmark::pdf {

// The structure type of a tag (ISO 32000-1, 14.8.4): "P", "LBody". "H" for a heading: its level
// stands behind it.
std::string_view type_name(Tag tag);

}  // namespace pressmark::pdf
