// converters/exporters/jats/format.h: the row of JATS in the table of formats.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::jats {

// Named "jats"; it writes only.
Format format();

}  // namespace pressmark::jats
