// converters/exporters/native/format.h: the rows of the model's own forms, as they are written.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::native {

// The model as JSON; its reader is converters/importers/native.
Format json_format();
// The text of dump().
Format dump_format();

}  // namespace pressmark::native
