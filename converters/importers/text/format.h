// converters/importers/text/format.h: the row of the plain text importer.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::plain_text {

// Reads "text"; writing is converters/exporters/text.
Format format();

}  // namespace pressmark::plain_text
