// converters/exporters/citation/ris.h: the record in the tagged formats of reference managers.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::citation {

// RIS (2011): "TY  - NEWS" first, "ER  - " last, lines end with CR LF. Never fails.
Result<Bytes> export_ris(const Document& document, Context& context);

// EndNote's refer format: "%0 Newspaper Article". Never fails.
Result<Bytes> export_enw(const Document& document, Context& context);

}  // namespace pressmark::citation
