// converters/exporters/epub/format.h: the row of EPUB in the table of formats.
#pragma once

#include "converters/exporters/epub/epub.h"
#include "core/pipeline/format.h"

namespace pressmark::epub {

// `draw_title_page` draws generated covers; where it is empty, none can be asked for.
Format format(DrawTitlePage draw_title_page = {});

}  // namespace pressmark::epub
