// core/model/doi.h: the forms in which DOIs are written.
#pragma once

#include <string>
#include <string_view>

#include "core/model/metadata.h"

namespace pressmark {

// The DOI name (ISO 26324: "10.1000/182") of "doi:10.1000/182", "info:doi/10.1000/182" or the
// address of a resolver ("https://doi.org/10.1000/182", "dx.doi.org", percent-encoded octets
// decoded), and of a name itself; empty where the text is none of these.
std::string doi_name(std::string_view written);

// Puts the name of the record's DOI in the place of what it is written as; what is no DOI stays as
// it is. Where there is none and the record's URL is the address of a resolver, that names it.
void settle_doi(Metadata& record);

// Whether the text is the address of a resolver for a DOI.
bool is_doi_address(std::string_view url);

}  // namespace pressmark
