// converters/importers/tei/tei.h: reads TEI P5 into a Document.
//
// What Pressmark writes (docs/formats/tei.md) reads back to the document that was written: the
// header's xenoData has the record, the text has every node. Other TEI (Lite, simplePrint, DTABf,
// ParlaMint) reads to a sensible article, with a diagnostic for each element that is not
// understood.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::tei {

inline constexpr DiagnosticCode unknown_element{
    "tei.unknown-element", Severity::warning,
    "an element is not understood; its text was kept without it"};
inline constexpr DiagnosticCode left_out{"tei.left-out", Severity::warning,
                                         "words of the source are not in the document"};
inline constexpr DiagnosticCode reduced_element{
    "tei.reduced-element", Severity::note,
    "the document has no place for an element; its text, if it has any, was kept"};
inline constexpr DiagnosticCode joined_word{
    "tei.joined-word", Severity::note,
    "a word that a line end divides was joined without its hyphen"};
inline constexpr DiagnosticCode old_version{
    "tei.old-version", Severity::note,
    "the file is TEI P4; it was read by the names that TEI P5 has for the same things"};
inline constexpr DiagnosticCode missing_image{
    "tei.missing-image", Severity::warning,
    "an image beside the TEI file cannot be read, or is none"};
inline constexpr DiagnosticCode bad_value{
    "tei.bad-value", Severity::note,
    "an id, language, date or reference cannot be used and was left out"};

// Images are read by their reference from the context's environment. Fails with
// ErrorKind::unrecognised for text that is not well-formed XML or not TEI, with
// ErrorKind::no_article for TEI without text, and with ErrorKind::limit as read_xml() does or for
// text that is too deep.
Result<Document> import_tei(const Source& source, Context& context);

}  // namespace pressmark::tei
