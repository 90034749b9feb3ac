// converters/exporters/html/format.h: the row of web pages in the table of formats.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::html {

// Named "html"; it writes only. The importer of web pages has a row of its own that reads only.
Format page_format();

}  // namespace pressmark::html
