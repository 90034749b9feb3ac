// converters/records/bib_names.h: lists of names in BibTeX's form.
#pragma once

#include <string_view>
#include <vector>

#include "core/model/name.h"

namespace pressmark::records {

struct BibNames {
  std::vector<Name> names;
  bool and_others = false;  // the list ends in "and others"
};

// Names divided by "and" outside of braces, each as "First von Last", "von Last, First",
// "von Last, Jr, First" (bibtex.web; words in lower case before the last are the particle, which
// becomes the non-dropping one) or biblatex's "family=Last, given=First, prefix=von". A name in
// braces as a whole is a literal, and so is a single word.
BibNames read_bib_names(std::string_view tex);

}  // namespace pressmark::records
