// converters/opds/package_record.h: the metadata of a package document as catalogues show it.
#pragma once

#include <string>

#include "converters/common/xml_reader.h"
#include "converters/opds/book.h"

namespace pressmark::opds {

// Fills in what the element `package` says; what it does not say stays as it is. The title that
// `book` has before it counts where the package has none.
void read_package_record(const XmlNode& package, Book& book);

// The address (relative to the package document, still encoded) of the cover image; empty: none.
std::string cover_address(const XmlNode& package);

}  // namespace pressmark::opds
