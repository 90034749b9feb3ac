// converters/exporters/epub/format.h: the rows of EPUB and of Kobo's variant in the table of
// formats.
#pragma once

#include "converters/exporters/epub/epub.h"
#include "core/pipeline/format.h"

namespace pressmark::epub {

Format format(const Services& services = {});
Format kobo_format(const Services& services = {});

}  // namespace pressmark::epub
