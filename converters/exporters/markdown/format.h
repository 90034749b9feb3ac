// converters/exporters/markdown/format.h: the row of Markdown in the table of formats.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::markdown {

// The row "markdown" for writing; converters/importers/markdown reads it.
Format format();

}  // namespace pressmark::markdown
