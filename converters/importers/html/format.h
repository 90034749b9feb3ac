// converters/importers/html/format.h: the row of the HTML importer in the table of formats.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::html {

Format format();

}  // namespace pressmark::html
