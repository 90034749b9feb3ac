// converters/common/citation_key.h: the short name of an article in a bibliography file.
#pragma once

#include <set>
#include <string>

#include "core/model/metadata.h"

namespace pressmark {

// "perez2026harbour": first author's family name (else the agency, else the site), year of
// publication ("nd" without one) and the first word of the title that tells something, in
// lower-case ASCII letters and digits. Other scripts are transliterated. A citation_key that the
// record has is taken as it is, as far as BibTeX allows its characters. Equal records give equal
// keys; never empty.
std::string citation_key(const Metadata& record);

// The same, unique among `taken` by a letter at its end ("perez2026harbourb"), and added to it.
std::string unique_citation_key(const Metadata& record, std::set<std::string>& taken);

}  // namespace pressmark
