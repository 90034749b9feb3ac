// converters/exporters/citation/csljson.h: the citation record as CSL-JSON.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::citation {

// Writes an array of one item (converters/common/csl_json.h). Never fails.
Result<Bytes> export_csljson(const Document& document, const OptionValues& options,
                             Context& context);

}  // namespace pressmark::citation
