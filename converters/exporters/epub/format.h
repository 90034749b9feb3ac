// converters/exporters/epub/format.h: the row of EPUB in the table of formats.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::epub {

Format format();

}  // namespace pressmark::epub
