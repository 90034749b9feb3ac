// converters/exporters/citation/tagged_types.h: what RIS and EndNote call the types of items.
#pragma once

#include <string_view>

#include "core/model/metadata.h"

namespace pressmark::citation {

std::string_view ris_type(ItemType type);
std::string_view endnote_type(ItemType type);

// Whether the type's name in RIS, and so in EndNote, is this type's and no other's; where it is
// not, a reader takes the record for the more common one.
bool ris_type_says(ItemType type);

}  // namespace pressmark::citation
