// tests/support/combinations.h: a document of all nestings, for exporters whose formats have
// content models.
#pragma once

#include "core/model/document.h"

namespace pressmark::sample {

// Every block in every container of blocks, every inline in every place that takes inlines, with
// and without ids, languages and directions, and the empty forms that validate() allows.
Document combinations();

}  // namespace pressmark::sample
