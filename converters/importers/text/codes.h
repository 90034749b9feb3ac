// converters/importers/text/codes.h: the diagnostics of the plain text importer.
#pragma once

#include <vector>

#include "core/base/diagnostics.h"

namespace pressmark::plain_text {

extern const DiagnosticCode encoding_guessed;
extern const DiagnosticCode octets_replaced;
extern const DiagnosticCode controls_removed;
extern const DiagnosticCode line_left_out;
extern const DiagnosticCode frame_cut;
extern const DiagnosticCode no_headline;
extern const DiagnosticCode language_unknown;
extern const DiagnosticCode hyphen_removed;
extern const DiagnosticCode field_not_understood;
extern const DiagnosticCode note_without_mark;
extern const DiagnosticCode year_inferred;
extern const DiagnosticCode looks_like_markup;
extern const DiagnosticCode mail_fields_left_out;
extern const DiagnosticCode mail_part_left_out;

const std::vector<const DiagnosticCode*>& all_codes();

}  // namespace pressmark::plain_text
