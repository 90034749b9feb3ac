// converters/exporters/citation/bib_types.h: the entry types of BibTeX and BibLaTeX.
#pragma once

#include <string_view>

#include "converters/exporters/citation/bibtex.h"
#include "core/model/metadata.h"

namespace pressmark::citation {

// "article", "incollection", ...: of BibTeX those of its standard styles, of BibLaTeX also those
// that it calls unsupported (biblatex manual, 2.1.3), which styles treat as "misc".
std::string_view bib_entry_type(ItemType type, BibDialect dialect);

// The entry's `entrysubtype`: "newspaper" and "magazine" as other programs have them, and CSL's
// name of the type where several types share the entry type; empty where the entry type says it.
std::string_view bib_entry_subtype(ItemType type, BibDialect dialect);

}  // namespace pressmark::citation
