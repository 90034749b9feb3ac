// converters/importers/text/import_text.h: plain text to Document.
#pragma once

#include "converters/importers/text/rule.h"
#include "converters/importers/text/trace.h"
#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"
#include "core/pipeline/format.h"

namespace pressmark::plain_text {

struct Options {
  // The rules that are applied (docs/formats/text.md). Without any, each line is a paragraph.
  Rules rules = Rules::all();
};

// Reads a text file as one article.
//
// Fails with ErrorKind::no_article for an empty source or one without a letter or digit, with
// `unrecognised` for one that is no text, and with `limit` for more nodes than Limits::nodes.
// Time is linear in the source's size; memory is below ten times it for prose. Which rule took
// which lines goes into `trace` where there is one.
Result<Document> import_text(const Source& source, const Options& options, Context& context,
                             Trace* trace = nullptr);

}  // namespace pressmark::plain_text
