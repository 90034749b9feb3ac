// converters/importers/native/native.h: reads the model's JSON form back (docs/formats/json.md).
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::native {

// Reads what the format "json" writes, version 1, without any loss: the document is the one that
// was written. Strict: an unknown member, a value of another form, a broken invariant of the model
// or a digest that does not fit is a failure (ErrorKind::unrecognised) whose message names the
// place. Fails with ErrorKind::limit for text that is too large, too deep or has too many nodes.
Result<Document> import_json(const Source& source, Context& context);

}  // namespace pressmark::native
