// converters/exporters/citation/mods.h: the record as MODS, MARCXML and simple Dublin Core.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::citation {

// MODS 3.8 (Library of Congress), one mods element. Never fails.
Result<Bytes> export_mods(const Document& document, Context& context);

// MARC 21 in MARCXML, one record without a record's time of its own. Never fails.
Result<Bytes> export_marcxml(const Document& document, Context& context);

// Simple Dublin Core in OAI-PMH's oai_dc container. Never fails.
Result<Bytes> export_dc(const Document& document, Context& context);

}  // namespace pressmark::citation
