// converters/exporters/tei/format.h: the row of TEI in the table of formats, as it is written.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::tei {

Format format();

}  // namespace pressmark::tei
