// converters/importers/tei/format.h: the row of TEI in the table of formats, as it is read.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::tei {

Format reader();

}  // namespace pressmark::tei
