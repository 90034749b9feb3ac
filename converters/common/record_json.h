// converters/common/record_json.h: metadata with its evidence, and provenance, as JSON: a part of
// the model's JSON form, which TEI carries in its header, too (docs/formats/json.md).
#pragma once

#include "converters/common/json.h"
#include "converters/common/json_cursor.h"
#include "core/model/document.h"

namespace pressmark {

OrderedJson to_json(const Metadata& record);
OrderedJson to_json(const Provenance& provenance);
// [line, column].
OrderedJson to_json(const Location& location);
// An object: the written form in `value`, the words in `literal`; either may be absent.
OrderedJson to_json(const Date& date);

// The reverse, strict: the cursor fails for members that are unknown or of another form.
Metadata read_metadata(const JsonCursor& json);
Provenance read_provenance(const JsonCursor& json);
Location read_location(const JsonCursor& json);
Date read_date(const JsonCursor& json);

}  // namespace pressmark
