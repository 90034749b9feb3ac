// converters/exporters/pdf/writer/codes.h: what the tagged writer reports.
#pragma once

#include "core/base/diagnostics.h"

namespace pressmark::pdf {

inline constexpr DiagnosticCode code_undecodable_image{
    "pdf.undecodable-image", Severity::warning,
    "an image cannot be decoded; an empty frame stands in its place"};
inline constexpr DiagnosticCode code_missing_glyph{
    "pdf.glyph-not-shown", Severity::warning,
    "characters without a glyph are not shown on the page"};

}  // namespace pressmark::pdf
