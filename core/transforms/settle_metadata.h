// core/transforms/settle_metadata.h: fills what the record lacks from what the reader sees.
#pragma once

#include "core/model/document.h"

namespace pressmark {

// Fills empty variables from the front matter and the provenance, never overwriting one:
// title from the headline, subtitle from the deck, URL from the source's address, language from the
// document's and the reverse, accessed from the time of capture. Each is marked with its evidence
// ("front:headline", ...). Adds its name to Provenance::transforms. A second run changes nothing
// but is not needed.
Document settle_metadata(Document document);

}  // namespace pressmark
