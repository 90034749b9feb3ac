// converters/exporters/pdf/writer/codes.h: what the tagged writer reports.
#pragma once

#include "core/base/diagnostics.h"

namespace pressmark::pdf {

inline constexpr DiagnosticCode code_undecodable_image{
    "pdf.undecodable-image", Severity::warning,
    "an image cannot be decoded; an empty frame stands in its place"};
inline constexpr DiagnosticCode code_image_scaled{
    "pdf.image-scaled", Severity::note,
    "an image was scaled down to the dots per inch that image-dpi allows"};
inline constexpr DiagnosticCode code_missing_glyph{
    "pdf.glyph-not-shown", Severity::warning,
    "characters without a glyph are not shown on the page"};

}  // namespace pressmark::pdf
