// converters/exporters/html/html.h: writes a Document as one web page that needs no other file.
#pragma once

#include <string>

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::html {

enum class Images {
  embedded,  // as data: URLs
  beside,    // by the names of converters/common/resource_names.h, for a caller who writes them
};

enum class Front {
  shown,
  left_out,  // for a caller whose page shows headline, deck and bylines itself
};

struct PageOptions {
  Images images = Images::embedded;
  Front front = Front::shown;
  // A style sheet to use instead of the built-in one, by a reference the Environment reads.
  std::string stylesheet = {};
};

// Returns an HTML page (which is well-formed XML, too) with the article, its notes behind it, and
// the citation record as JSON-LD in its head. Images that have no octets here keep their address.
// Equal arguments give equal bytes. Fails only where the style sheet cannot be read.
Result<Bytes> export_html(const Document& article, const PageOptions& options, Context& context);

inline constexpr DiagnosticCode cells_left_out{
    "htmlpage.cells-left-out", Severity::warning,
    "a table is wider than 1000 columns; cells were left out"};
inline constexpr DiagnosticCode formula_repaired{
    "htmlpage.formula-repaired", Severity::note,
    "a formula's MathML was cut to what the standard allows"};
inline constexpr DiagnosticCode formula_as_text{
    "htmlpage.formula-as-text", Severity::note,
    "a formula has no usable MathML and is shown as text"};
inline constexpr DiagnosticCode image_as_text{
    "htmlpage.image-as-text", Severity::warning,
    "an image is missing; its alternative text stands in its place"};
inline constexpr DiagnosticCode image_without_alt{"htmlpage.image-without-alt", Severity::note,
                                                  "an image has no alternative text in the source"};
inline constexpr DiagnosticCode link_as_text{
    "htmlpage.link-as-text", Severity::note,
    "a link leads nowhere outside of a browser, or stands inside of another, and became its text"};

}  // namespace pressmark::html
