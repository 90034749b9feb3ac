// converters/exporters/native/node_json.h: blocks and inlines as JSON values.
#pragma once

#include "converters/common/json.h"
#include "core/model/node.h"

namespace pressmark::native {

OrderedJson to_json(const Inlines& inlines);
OrderedJson to_json(const Blocks& blocks);
// The members that make a Location: [line, column].
OrderedJson to_json(const Location& location);
// A date as an object: its written form in `value`, its words in `literal`; either may be absent.
OrderedJson to_json(const Date& date);

}  // namespace pressmark::native
