// converters/formats.h: the table of all formats that this build reads and writes.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark {

// The rows in the order in which help and manual list them. Made once; safe to use from any thread.
const Formats& all_formats();

}  // namespace pressmark
