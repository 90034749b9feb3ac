#include "converters/importers/text/codes.h"

namespace pressmark::plain_text {

const DiagnosticCode encoding_guessed{"text.encoding-guessed", Severity::note,
                                      "The source does not say its encoding, it was guessed"};
const DiagnosticCode octets_replaced{
    "text.octets-replaced", Severity::warning,
    "Octets that are ill-formed in the encoding became U+FFFD, as many as"};
const DiagnosticCode controls_removed{"text.controls-removed", Severity::note,
                                      "Control characters were left out, as many as"};
const DiagnosticCode line_left_out{"text.line-left-out", Severity::note,
                                   "A line is not part of the article and was left out"};
const DiagnosticCode frame_cut{"text.frame-cut", Severity::note,
                               "The frame of a Project Gutenberg book was cut, lines"};
const DiagnosticCode no_headline{"text.no-headline", Severity::note,
                                 "No line above the text looks like a headline, it begins"};
const DiagnosticCode language_unknown{"text.language-unknown", Severity::note,
                                      "The language could not be told by letters and words"};
const DiagnosticCode hyphen_removed{
    "text.hyphen-removed", Severity::note,
    "A word divided at a line's end was put together without its hyphen"};
const DiagnosticCode field_not_understood{"text.field-not-understood", Severity::warning,
                                          "The value of a header field could not be read"};
const DiagnosticCode note_without_mark{
    "text.note-without-mark", Severity::note,
    "A line looks like a note, but nothing in the text refers to it"};
const DiagnosticCode year_inferred{"text.year-inferred", Severity::note,
                                   "The year of a date was concluded from the day of capture"};

const DiagnosticCode looks_like_markup{
    "text.looks-like-markup", Severity::warning,
    "The text is a page with markup, which plain text does not read; it begins"};

const DiagnosticCode mail_fields_left_out{
    "text.mail-fields-left-out", Severity::note,
    "Header fields that say how the mail came are not part of the article"};
const DiagnosticCode mail_part_left_out{"text.mail-part-left-out", Severity::warning,
                                        "A part of the mail is no plain text and was left out"};

const std::vector<const DiagnosticCode*>& all_codes() {
  static const std::vector<const DiagnosticCode*> codes = {
      &encoding_guessed,     &octets_replaced,   &controls_removed,
      &line_left_out,        &frame_cut,         &no_headline,
      &language_unknown,     &hyphen_removed,    &field_not_understood,
      &note_without_mark,    &year_inferred,     &looks_like_markup,
      &mail_fields_left_out, &mail_part_left_out};
  return codes;
}

}  // namespace pressmark::plain_text
