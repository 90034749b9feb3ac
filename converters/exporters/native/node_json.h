// converters/exporters/native/node_json.h: blocks and inlines as JSON values.
#pragma once

#include "converters/common/json.h"
#include "core/model/node.h"

namespace pressmark::native {

OrderedJson to_json(const Inlines& inlines);
OrderedJson to_json(const Blocks& blocks);

}  // namespace pressmark::native
