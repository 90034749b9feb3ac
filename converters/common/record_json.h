// converters/common/record_json.h: metadata with its evidence, and provenance, as JSON: a part of
// the model's JSON form, which TEI carries in its header, too (docs/formats/json.md).
#pragma once

#include "converters/common/json.h"
#include "core/model/document.h"

namespace pressmark {

OrderedJson to_json(const Metadata& record);
OrderedJson to_json(const Provenance& provenance);
// [line, column].
OrderedJson to_json(const Location& location);
// An object: the written form in `value`, the words in `literal`; either may be absent.
OrderedJson to_json(const Date& date);

}  // namespace pressmark
