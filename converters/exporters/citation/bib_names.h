// converters/exporters/citation/bib_names.h: names as BibTeX and BibLaTeX take them apart again.
#pragma once

#include <string>
#include <vector>

#include "core/model/metadata.h"

namespace pressmark::citation {

// The names joined by "and", each as "von Last, Jr, First" ("von" are both particles), a literal as
// one word in braces. Parts that BibTeX's rules would divide otherwise stand in braces: the family
// name "Ruiz de la Torre", whose "de la" is no particle. Empty where there is none.
std::string bib_name_list(const std::vector<Contributor>& contributors);

// What biblatex's option useprefix is for an entry with these names: "true" where their particles
// belong to the family name (CSL: non-dropping), "false" where they drop, empty where no name has a
// particle. One entry has one value: where both kinds are there, it is "true".
std::string use_prefix(const std::vector<Contributor>& contributors);

}  // namespace pressmark::citation
