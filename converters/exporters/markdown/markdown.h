// converters/exporters/markdown/markdown.h: writes a Document as Markdown that people edit.
#pragma once

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::markdown {

enum class Front { shown, left_out };

struct Options {
  // Kicker, headline, deck and bylines above the text. The dateline belongs to the text.
  Front front = Front::shown;
};

// Returns CommonMark 0.30 with pipe tables (GitHub Flavored Markdown 0.29, 4.10) and footnotes
// ("[^1]"), in UTF-8 with line feeds; docs/formats/markdown.md has the mapping. A CommonMark reader
// gets back the words of the document: whatever could be taken for markup is escaped. Images are
// referred to by converters/common/resource_names.h. Equal arguments give equal bytes. Never fails.
Result<Bytes> export_markdown(const Document& article, const Options& options, Context& context);

inline constexpr DiagnosticCode table_simplified{
    "markdown.table-simplified", Severity::warning,
    "a pipe table has no spans, no blocks in cells and one header row; the table was made simpler"};
inline constexpr DiagnosticCode numbering_changed{
    "markdown.numbering-changed", Severity::note,
    "CommonMark numbers lists from 0 in figures only; a list has other numbers now"};
inline constexpr DiagnosticCode image_as_text{
    "markdown.image-as-text", Severity::warning,
    "an image is missing; its alternative text stands in its place"};
inline constexpr DiagnosticCode link_as_text{
    "markdown.link-as-text", Severity::note,
    "a link leads to no node of the document, or stands inside of another, and became its text"};

}  // namespace pressmark::markdown
