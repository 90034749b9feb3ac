// converters/exporters/pdf/layout/codes.h: what layout reports.
#pragma once

#include "core/base/diagnostics.h"

namespace pressmark::pdf {

inline constexpr DiagnosticCode missing_glyph{
    "pdf.missing-glyph", Severity::warning,
    "no font has the character; a substitute is shown and the character kept for readers"};
inline constexpr DiagnosticCode no_hyphenation{
    "pdf.no-hyphenation", Severity::note,
    "no hyphenation dictionary for the language is installed (Debian's packages hyphen-*)"};
inline constexpr DiagnosticCode missing_image{"pdf.missing-image", Severity::warning,
                                              "an image is not at hand; its description is shown"};
inline constexpr DiagnosticCode no_alternative_text{
    "pdf.no-alternative-text", Severity::warning,
    "an image has neither alternative text nor caption, so a screen reader cannot tell it"};

}  // namespace pressmark::pdf
