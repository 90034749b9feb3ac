// converters/exporters/markdown/format.h: the row of Markdown in the table of formats.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::markdown {

// Named "markdown"; it writes only.
Format format();

}  // namespace pressmark::markdown
