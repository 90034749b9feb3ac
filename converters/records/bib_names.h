// converters/records/bib_names.h: lists of names in BibTeX's form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/name.h"

namespace pressmark::records {

struct BibNames {
  std::vector<Name> names;
  bool and_others = false;  // the list ends in "and others"
};

// Names divided by "and" outside of braces, each as "First von Last", "von Last, First",
// "von Last, Jr, First" (bibtex.web; words in lower case before the last are the particle, and so
// is what stands before the braces of "d'{Alembert}") or biblatex's "family=Last, given=First,
// prefix=von". The particle becomes `particle` of the name. A name in braces as a whole is a
// literal, and so is a single word without a comma.
BibNames read_bib_names(std::string_view tex, std::string Name::*particle);

}  // namespace pressmark::records
