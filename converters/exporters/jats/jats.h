// converters/exporters/jats/jats.h: writes a Document as a JATS article.
#pragma once

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::jats {

// Returns one article of the Journal Article Tag Suite, Archiving and Interchange tag set, version
// 1.3 (ANSI/NISO Z39.96-2021), with the citation record in its front matter; docs/formats/jats.md
// has the mapping. Images are referred to by converters/common/resource_names.h. Equal arguments
// give equal bytes. Never fails for a document that satisfies validate().
Result<Bytes> export_jats(const Document& article, Context& context);

inline constexpr DiagnosticCode image_as_text{
    "jats.image-as-text", Severity::warning,
    "an image is missing, or stands where JATS takes none; its alternative text is in its place"};
inline constexpr DiagnosticCode link_as_text{
    "jats.link-as-text", Severity::note,
    "a link leads to no node of the document, or stands where JATS takes none, and became its "
    "text"};
inline constexpr DiagnosticCode cells_left_out{
    "jats.cells-left-out", Severity::warning,
    "a table is wider than 1000 columns; cells were left out"};

}  // namespace pressmark::jats
