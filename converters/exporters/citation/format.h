// converters/exporters/citation/format.h: the rows of the citation formats.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::citation {

Format csljson_format();
Format bibtex_format();
Format biblatex_format();
Format ris_format();
Format enw_format();
Format mods_format();
Format marcxml_format();
Format dc_format();
Format jsonld_format();
Format coins_format();
Format cff_format();
Format wiki_format();

}  // namespace pressmark::citation
