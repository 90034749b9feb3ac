// converters/exporters/tei/tei.h: writes a Document as one TEI P5 file.
//
// docs/formats/tei.md has the mapping, line by line. The output is valid by tei_all of TEI P5 4.12
// and by its Schematron rules; what it says of time comes from the record and the Environment
// alone.
#pragma once

#include "core/pipeline/format.h"

namespace pressmark::tei {

enum class Profile {
  article,  // everything the model holds
  bptl3,    // Best Practices for TEI in Libraries 4.0.0, level 3: fewer elements, names inverted
};

struct Options {
  Profile profile = Profile::article;
  // Who publishes the TEI file; TEI demands one.
  std::string publisher = "unknown publisher";
};

// A language, date or target that TEI's data types refuse.
inline constexpr DiagnosticCode repaired_target{
    "tei.repaired-target", Severity::note,
    "a link's target is no URI and was percent-encoded; the attribute n keeps it as it was"};
inline constexpr DiagnosticCode left_out_target{
    "tei.left-out-target", Severity::warning,
    "a link's target cannot be made a URI; it is in the attribute n only"};
inline constexpr DiagnosticCode reduced_markup{
    "tei.reduced-markup", Severity::note,
    "profile bptl3 has no element for this; its text was kept"};

// Never fails for a document that satisfies validate().
Result<Bytes> export_tei(const Document& document, const Options& options, Context& context);

}  // namespace pressmark::tei
