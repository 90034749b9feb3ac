// converters/exporters/text/text.h: writes a Document as plain text that people read.
#pragma once

#include "core/base/diagnostics.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"

namespace pressmark::text_output {

enum class Front { shown, left_out };
enum class Pictures { left_out, described };

struct Options {
  // Kicker, headline, deck and bylines above the text. The dateline belongs to the text.
  Front front = Front::shown;
  // Whether an image is replaced by its alternative text in brackets. Where it is left out, its
  // caption goes with it: that would read as a sentence of the text.
  Pictures pictures = Pictures::left_out;
  // Columns to wrap paragraphs at, from 20; 0: one line for each paragraph.
  int width = 0;
};

// Returns UTF-8 text with line feeds: blocks are separated by blank lines, lists, quotations, notes
// and tables are set with the characters that people use for them (docs/formats/text-output.md).
// Equal arguments give equal bytes. Never fails.
Result<Bytes> export_text(const Document& article, const Options& options, Context& context);

inline constexpr DiagnosticCode image_left_out{"textoutput.image-left-out", Severity::note,
                                               "plain text has no images; one was left out"};
inline constexpr DiagnosticCode caption_left_out{"textoutput.caption-left-out", Severity::note,
                                                 "the caption of an image was left out with it"};

}  // namespace pressmark::text_output
