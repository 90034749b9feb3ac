// converters/importers/native/format.h: the row of the JSON model, as it is read.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::native {

Format json_reader();

}  // namespace pressmark::native
