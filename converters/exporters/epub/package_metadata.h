// converters/exporters/epub/package_metadata.h: the metadata element of the package document.
#pragma once

#include "converters/common/xml_writer.h"
#include "converters/exporters/epub/package.h"

namespace pressmark::epub {

// The id of the publication's identifier, which package@unique-identifier names.
inline constexpr const char* identifier_id = "publication-id";

void write_metadata(XmlWriter& out, const Package& package);

}  // namespace pressmark::epub
