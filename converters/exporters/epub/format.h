// converters/exporters/epub/format.h: the row of EPUB in the table of formats.
#pragma once

#include "converters/exporters/epub/epub.h"
#include "core/pipeline/format.h"

namespace pressmark::epub {

Format format(Services services = {});

}  // namespace pressmark::epub
