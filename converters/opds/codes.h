// converters/opds/codes.h: what the making of a catalogue reports.
#pragma once

#include "core/base/diagnostics.h"

namespace pressmark::opds {

inline constexpr DiagnosticCode unreadable_book{
    "opds.unreadable-book", Severity::warning, "a book cannot be read and is not in the catalogue"};
inline constexpr DiagnosticCode unreadable_folder{
    "opds.unreadable-folder", Severity::warning,
    "a folder cannot be listed; its books are not in the catalogue"};

}  // namespace pressmark::opds
