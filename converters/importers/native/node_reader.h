// converters/importers/native/node_reader.h: blocks and inlines from their JSON form.
#pragma once

#include "converters/common/json_cursor.h"
#include "core/model/node.h"

namespace pressmark::native {

Inlines read_inlines(const JsonCursor& json);
Blocks read_blocks(const JsonCursor& json);

}  // namespace pressmark::native
