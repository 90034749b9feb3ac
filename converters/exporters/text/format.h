// converters/exporters/text/format.h: the row of plain text, as an output, in the table of formats.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::text_output {

// Named "text"; it writes only. The importer of plain text has a row of its own that reads only.
Format format();

}  // namespace pressmark::text_output
