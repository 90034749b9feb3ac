// converters/exporters/citation/tagged_types.h: what RIS and EndNote call the types of items.
#pragma once

#include <string_view>

#include "core/model/metadata.h"

namespace pressmark::citation {

std::string_view ris_type(ItemType type);
std::string_view endnote_type(ItemType type);

}  // namespace pressmark::citation
