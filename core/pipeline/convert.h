// core/pipeline/convert.h: import, transform, export: the path that every caller takes.
#pragma once

#include "core/base/result.h"
#include "core/model/document.h"
#include "core/pipeline/context.h"
#include "core/pipeline/format.h"

namespace pressmark {

// Reads `source` by `format`, then applies the transforms that every article gets
// (settle_metadata). The document satisfies validate(). Fails as Format::read does, with
// the source's name in the message; with ErrorKind::no_article for a source without a byte; with
// ErrorKind::limit for one over Limits::input_bytes; with ErrorKind::usage where the format cannot
// be read, or has no such option.
Result<Document> import_article(const Source& source, const Format& format,
                                const OptionValues& options, Context& context);

// Writes `document` by `format`. Equal arguments give equal bytes. Fails as Format::write does, and
// with ErrorKind::usage where the format cannot be written.
Result<Bytes> export_article(const Document& document, const Format& format,
                             const OptionValues& options, Context& context);

// Writes `articles` as one output by the format's write_many, which must be there. Fails as that
// does, and with ErrorKind::usage where the format has no such option.
Result<Bytes> export_articles(const std::vector<Document>& articles, const std::string& title,
                              const Format& format, const OptionValues& options, Context& context);

}  // namespace pressmark
