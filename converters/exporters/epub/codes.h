// converters/exporters/epub/codes.h: what the EPUB exporter reports.
#pragma once

#include "core/base/diagnostics.h"

namespace pressmark::epub {

inline constexpr DiagnosticCode cells_left_out{
    "epub.cells-left-out", Severity::warning,
    "a table is wider than 1000 columns; cells were left out"};
inline constexpr DiagnosticCode formula_repaired{
    "epub.formula-repaired", Severity::note,
    "a formula's MathML was cut to what the standard allows"};
inline constexpr DiagnosticCode formula_as_text{
    "epub.formula-as-text", Severity::note, "a formula has no usable MathML and is shown as text"};
inline constexpr DiagnosticCode image_elsewhere{
    "epub.image-elsewhere", Severity::warning,
    "an image is not at hand; its alternative text links to it"};
inline constexpr DiagnosticCode image_unusable{
    "epub.image-unusable", Severity::warning,
    "an image is damaged or of a kind that cannot be shown; its alternative text stands in its "
    "place"};
inline constexpr DiagnosticCode image_converted{
    "epub.image-converted", Severity::note,
    "an image was converted to a kind that every reader shows"};
inline constexpr DiagnosticCode image_scaled{"epub.image-scaled", Severity::note,
                                             "a large image was scaled down"};
inline constexpr DiagnosticCode image_cleaned{
    "epub.image-cleaned", Severity::note,
    "scripts, links or unknown elements were removed from an SVG image"};
inline constexpr DiagnosticCode image_without_alt{"epub.image-without-alt", Severity::note,
                                                  "an image has no alternative text in the source"};
inline constexpr DiagnosticCode link_as_text{
    "epub.link-as-text", Severity::note,
    "a link leads nowhere outside of a browser, or stands inside of another, and became its text"};

}  // namespace pressmark::epub
