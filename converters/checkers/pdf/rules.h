// converters/checkers/pdf/rules.h: the rules by subject, one source file each.
#pragma once

#include "converters/checkers/pdf/subject.h"

namespace pressmark::pdf_check {

// Header, trailer, limits, filters (ISO 19005-3, 6.1).
void check_file(const Subject& subject);

// The XMP packet, its agreement with the Info dictionary, the catalog's entries for readers
// (ISO 19005-3, 6.6; ISO 14289-1, 5 and 7.1).
void check_metadata(const Subject& subject);

// What the packet claims; nothing where it has none or is damaged.
Claims claims_of(const File& file, const Dictionary& catalog);

}  // namespace pressmark::pdf_check
